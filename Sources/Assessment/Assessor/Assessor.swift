import Dispatch
import FEEL
package import History
package import Standards

/// Judges consortia by a standard for one year. Pure: it reads no clock, no file and no database.
package struct Assessor: Sendable {
    package let rules: RuleBook
    package let year: ReportingYear
    let trendCalculator: TrendCalculator
    /// The values of the standard's parameters in ``year``.
    let parameters: [Value]

    package init(rules: RuleBook, year: ReportingYear) {
        self.rules = rules
        self.year = year
        trendCalculator = TrendCalculator(edition: rules.edition, year: year)
        parameters = rules.edition.parameters.values(in: year)
    }

    /// Assesses every consortium, or only one that the others still count as peers of, in the order of the bytes of
    /// their ids.
    package func assess(_ input: AssessmentInput, only consortium: String? = nil) -> [ConsortiumAssessment] {
        var assessments: [ConsortiumAssessment] = []
        assess(input, only: consortium, { $0 }, take: { assessments.append($0) })
        return assessments
    }

    /// Hands over what `transform` makes of each assessment, in the same order. A few consortia at a time are assessed,
    /// on all cores, so that a nation's assessments never stand in memory together.
    package func assess<Result: Sendable>(
        _ input: AssessmentInput, only consortium: String? = nil,
        _ transform: @Sendable (ConsortiumAssessment) -> Result, take: (Result) throws -> Void
    ) rethrows {
        let population = Population(input, assessor: self)
        let trends = trends(kinds: population.consortia.map(\.kind)) { add in
            _ = concurrently(population.count) { add($0, population.panels[$0]) }
        }
        let rows = (0..<population.count).filter { consortium == nil || population.consortia[$0].id == consortium }
        for start in stride(from: 0, to: rows.count, by: Self.consortiaAtATime) {
            let batch = rows[start..<min(start + Self.consortiaAtATime, rows.count)]
            let results = concurrently(batch.count) { place in
                let row = batch[start + place]
                return transform(population.subject(row).assessment(trends: trends[row]))
            }
            try results.forEach(take)
        }
    }

    private static let consortiaAtATime = 64

    /// The trends of every consortium, in the order of `kinds`; `visit` hands over their panels, as in
    /// ``NationalTrends``.
    package func trends(
        kinds: [ConsortiumKind], visit: (_ add: @Sendable (_ row: Int, _ panel: Panel) -> Void) throws -> Void
    ) rethrows -> NationalTrends {
        try NationalTrends(kinds: kinds, calculator: trendCalculator, visit: visit)
    }

    /// What a consortium that has reported nothing is judged by.
    var emptyPanel: Panel {
        Panel(
            layout: PanelLayout(
                firstYear: rules.edition.baseYear,
                yearCount: max(1, year.value - rules.edition.baseYear.value + 1),
                indicatorCount: rules.edition.indicators.count))
    }
}

/// Computes `count` results on all cores, in the order of their index.
package func concurrently<Result: Sendable>(_ count: Int, _ compute: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each index is written once, by one thread, before the call returns.
        nonisolated(unsafe) let results = buffer
        let chunk = max(1, min(64, count / 32))
        DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
            for index in (part * chunk)..<min(count, (part + 1) * chunk) {
                results.initializeElement(at: index, to: compute(index))
            }
        }
        initialized = count
    }
}
