package import Standards

extension ClauseOutcome {
    /// The outcome in two characters, for tables with a column a clause; a legend gives the whole word.
    package var shortTitle: String {
        switch self {
        case .triggered: "触发"
        case .suspected: "疑似"
        case .undetermined: "缺数"
        case .warning: "预警"
        case .clear: "正常"
        case .notApplicable: "不适用"
        }
    }

    /// `触发＝已触发，…`
    package static var legend: String {
        allCases.filter { $0.shortTitle != $0.title }.map { "\($0.shortTitle)＝\($0.title)" }.joined(separator: "；")
    }
}
