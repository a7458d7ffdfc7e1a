/// The outcome of a clause, in order of precedence.
package enum ClauseOutcome: String, Sendable, CaseIterable, Comparable {
    case triggered, suspected, undetermined, warning, clear
    /// The clause does not yet apply, or no longer.
    case notApplicable

    package var title: String {
        switch self {
        case .triggered: "已触发"
        case .suspected: "疑似，待认定"
        case .undetermined: "数据不足"
        case .warning: "预警"
        case .clear: "未触发"
        case .notApplicable: "不适用"
        }
    }

    /// Graver first.
    package static func < (left: ClauseOutcome, right: ClauseOutcome) -> Bool {
        left.gravity < right.gravity
    }

    private var gravity: Int {
        switch self {
        case .triggered: 0
        case .suspected: 1
        case .undetermined: 2
        case .warning: 3
        case .clear: 4
        case .notApplicable: 5
        }
    }
}
