import History
import Standards

/// How a measure reads a cell of the year at hand, by the name of its function.
enum CellReading: String, Sendable, CaseIterable {
    case actual, committed
    /// The first plan that was told for the year, on either basis (DESIGN §5, 16.3).
    case plan

    /// The basis that people are told of; a plan stands among the figures of its year.
    var basis: Basis { self == .committed ? .committed : .actual }

    /// What the function gives, in words.
    var summary: String {
        switch self {
        case .actual: "该年实际数"
        case .committed: "该年承诺数"
        case .plan: "该年第一次上报的计划数"
        }
    }
}

extension Panel {
    func value(_ indicator: Int, _ year: ReportingYear, by reading: CellReading) -> ObservedValue {
        reading == .plan ? plan(indicator, year) : value(indicator, year, reading.basis)
    }

    func locator(_ indicator: Int, _ year: ReportingYear, by reading: CellReading) -> SourceLocator? {
        reading == .plan ? planLocator(indicator, year) : locator(indicator, year, reading.basis)
    }
}
