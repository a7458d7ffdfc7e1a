import Standards

/// The names by which rules speak of years, each one context or a list of contexts, oldest first.
enum YearWindow: String, CaseIterable, Sendable {
    /// 本年: the assessed year, whether or not it counts.
    case current = "本年"
    /// 上年: the year before, whether or not it counts.
    case previous = "上年"
    /// 基年: the year that progress is measured from, whatever the designation.
    case base = "基年"
    /// 近2年, 近3年: those of the last years that count.
    case lastTwo = "近2年"
    case lastThree = "近3年"
    /// 历年: all years that count.
    case counted = "历年"
    /// 自基年: all years from the base year to the assessed one, whatever the designation.
    case sinceBase = "自基年"

    var isList: Bool {
        switch self {
        case .current, .previous, .base: false
        case .lastTwo, .lastThree, .counted, .sinceBase: true
        }
    }

    /// The years of the window for a consortium designated in `designated` (nil: before all years).
    func years(assessed: ReportingYear, base: ReportingYear, designated: ReportingYear?) -> [ReportingYear] {
        let firstThatCounts = max(base, designated ?? base)
        func last(_ count: Int) -> [ReportingYear] {
            let first = max(firstThatCounts, assessed.advanced(by: 1 - count))
            return first <= assessed ? Array(first...assessed) : []
        }
        return switch self {
        case .current: [assessed]
        case .previous: [assessed.advanced(by: -1)]
        case .base: [base]
        case .lastTwo: last(2)
        case .lastThree: last(3)
        case .counted: firstThatCounts <= assessed ? Array(firstThatCounts...assessed) : []
        case .sinceBase: base <= assessed ? Array(base...assessed) : []
        }
    }
}
