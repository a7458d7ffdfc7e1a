import Standards

/// The names by which rules speak of years, each one context or a list of contexts, oldest first.
enum YearWindow: String, CaseIterable, Sendable {
    /// 本年: the assessed year, whether or not it counts.
    case current = "本年"
    /// 上年: the year before, where it counts.
    case previous = "上年"
    /// 基年: the year that progress is measured from, B.
    case base = "基年"
    /// 近2年, 近3年: those of the last years that count.
    case lastTwo = "近2年"
    case lastThree = "近3年"
    /// 历年: all years that count.
    case counted = "历年"
    /// 基年后: all years after the base year up to the assessed one, whether or not they count.
    case sinceBase = "基年后"

    var isList: Bool {
        switch self {
        case .current, .previous, .base: false
        case .lastTwo, .lastThree, .counted, .sinceBase: true
        }
    }

    /// The years of the window. `first` is the first year that counts and `base` the base year of the consortium;
    /// earlier years in `waived` are none of the last ones that count.
    func years(
        assessed: ReportingYear, first: ReportingYear, base: ReportingYear, waived: Set<ReportingYear> = []
    ) -> [ReportingYear] {
        func years(from start: ReportingYear) -> [ReportingYear] {
            start <= assessed ? Array(start...assessed) : []
        }
        func last(_ count: Int) -> [ReportingYear] {
            years(from: max(first, assessed.advanced(by: 1 - count))).filter { $0 == assessed || !waived.contains($0) }
        }
        let previous = assessed.advanced(by: -1)
        return switch self {
        case .current: [assessed]
        case .previous: previous >= first ? [previous] : []
        case .base: [base]
        case .lastTwo: last(2)
        case .lastThree: last(3)
        case .counted: years(from: first)
        case .sinceBase: years(from: base.advanced(by: 1))
        }
    }
}
