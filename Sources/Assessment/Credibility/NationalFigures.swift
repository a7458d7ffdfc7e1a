package import History
package import Standards
import Synchronization

/// What is known of each consortium only beside all others of its edition: its percentiles, and with whom it shares
/// figures. Every panel is looked at once, and need not stay in memory.
package struct NationalFigures: Sendable {
    let percentiles: PeerPercentiles
    let groups: [FigureGroup]
    /// The last year that any of the panels has.
    let lastYear: ReportingYear

    /// - Parameters:
    ///   - input: whose panels are not looked at.
    ///   - visit: hands each panel to its argument with its row, the place among ``AssessmentInput/judged(by:in:)``; each
    ///     row no more than once, from whatever threads. What is not handed over reported nothing.
    package init(
        _ input: AssessmentInput, edition: Edition, year: ReportingYear,
        visit: (_ add: @Sendable (_ row: Int, _ panel: Panel) -> Void) throws -> Void
    ) rethrows {
        let consortia = input.judged(by: edition, in: year).map(\.id)
        let table = FigureTable(count: consortia.count, edition: edition, year: year)
        let latest = PeerPercentiles.Figures(
            count: consortia.count, calculator: TrendCalculator(edition: edition, year: year))
        let last = Mutex(edition.baseYear)
        try visit { row, panel in
            latest.add(row, panel)
            table.add(row, panel)
            last.withLock { $0 = max($0, panel.layout.lastYear) }
        }
        lastYear = last.withLock(\.self)
        percentiles = PeerPercentiles(latest)
        groups = CopiedFigures.groups(
            in: table, consortia: consortia, edition: edition, subjects: input.registers.signalSubjects)
    }

    /// Of the panels that stand in memory.
    init(_ input: AssessmentInput, edition: Edition, year: ReportingYear) {
        let consortia = input.judged(by: edition, in: year)
        self.init(input, edition: edition, year: year) { add in
            _ = concurrently(consortia.count) { row in
                if let panel = input.panels[consortia[row].id] { add(row, panel) }
            }
        }
    }
}
