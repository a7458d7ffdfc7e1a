import Dispatch
import FEEL
import History
package import Standards

/// Judges consortia by a standard for one year. Pure: it reads no clock, no file and no database.
package struct Assessor: Sendable {
    package let rules: RuleBook
    package let year: ReportingYear
    package let dates: AssessmentDates
    /// Those that judge consortia of some standing by ratings.
    let rated: [Assessor]
    let trendCalculator: TrendCalculator
    /// The values of the parameters from the base year to ``year``: the edition's under "", those of a province that has
    /// an overlay under its code.
    private let parameters: [String: [ReportingYear: [Value]]]

    package init(rules: RuleBook, year: ReportingYear, dates: AssessmentDates = AssessmentDates()) {
        self.rules = rules
        self.year = year
        self.dates = dates
        rated = rules.rated.map { Assessor(rules: $0, year: year, dates: dates) }
        let edition = rules.edition
        trendCalculator = TrendCalculator(edition: edition, year: year)
        let years = Array(min(edition.baseYear, year)...year)
        func values(_ parameters: [Parameter]) -> [ReportingYear: [Value]] {
            Dictionary(uniqueKeysWithValues: years.map { ($0, parameters.values(in: $0)) })
        }
        var byProvince = ["": values(edition.parameters)]
        for overlay in rules.overlays {
            byProvince[overlay.province] = values(overlay.applied(to: edition.parameters))
        }
        parameters = byProvince
    }

    /// The values of the parameters as they hold for a consortium, in the standard's order.
    func parameters(of consortium: Consortium, in year: ReportingYear) -> [Value] {
        let overlay = rules.overlays.isEmpty ? nil : rules.overlay(of: consortium.province)
        return parameters[overlay?.province ?? ""]?[year] ?? []
    }

    /// Assesses every consortium of the edition's kind, or only one that the others still count as peers of, in the order
    /// of the bytes of their ids. With `explaining` every check carries its explanation; `weighing` says of what it is told
    /// how little would make it another.
    package func assess(
        _ input: AssessmentInput, only consortium: String? = nil, explaining: Bool = false,
        weighing: FragilityScope = .nothing
    ) -> [ConsortiumAssessment] {
        var assessments: [ConsortiumAssessment] = []
        assess(
            input, reading: PanelSource(input), only: consortium, explaining: explaining, weighing: weighing, { $0 }
        ) {
            assessments.append($0)
        }
        return assessments
    }

    /// Hands over what `transform` makes of each assessment, in the same order. A few consortia at a time are read and
    /// assessed, on all cores, so that neither a nation's panels nor its assessments ever stand in memory together.
    package func assess<Result: Sendable, Failure: Error>(
        _ input: AssessmentInput, reading source: PanelSource<Failure>, only consortium: String? = nil,
        explaining: Bool = false, weighing: FragilityScope = .nothing,
        _ transform: @Sendable (ConsortiumAssessment) -> Result,
        take: (Result) throws(Failure) -> Void
    ) throws(Failure) {
        let population = Population(input, assessor: self)
        let rows = (0..<population.count).filter { consortium == nil || population.consortia[$0].id == consortium }
        for start in stride(from: 0, to: rows.count, by: Self.consortiaAtATime) {
            let batch = rows[start..<min(start + Self.consortiaAtATime, rows.count)]
            let panels = try source.panels(batch.flatMap { population.panelsNeeded(by: $0) })
            let results = concurrently(batch.count) { place in
                let row = batch[start + place]
                let trends = population.trends(row, panels)
                return transform(
                    population.subject(row, panels).assessment(
                        trends: trends, explaining: explaining, weighing: weighing))
            }
            for result in results { try take(result) }
        }
    }

    private static let consortiaAtATime = 64

    /// Why one clause, or one observation point, came out as it did for one consortium; nil where the input has no such
    /// consortium or the standard no such code.
    package func explanation<Failure: Error>(
        of code: String, for consortium: String, _ input: AssessmentInput, reading source: PanelSource<Failure>
    ) throws(Failure) -> Explanation? {
        let population = Population(input, assessor: self)
        guard let subject = try population.subject(of: consortium, reading: source) else { return nil }
        if let place = rules.clauses.firstIndex(where: { $0.clause.code == code }) {
            return subject.check(rules.clauses[place], subject.inputs(for: year), explaining: true).explanation?
                .adding(subject.fragility(ofClause: place))
        }
        if let filing = subject.filings.first(where: { $0.kind.id == code }) { return filing.explanation }
        if let rating = subject.ratingExplanation(of: code) { return rating }
        guard !rules.acceptance.entries.isEmpty else { return nil }
        return rules.edition.points.first { $0.code == code }.flatMap {
            let check = subject.check($0, explaining: true)
            return check.explanation?.adding(subject.fragility(of: check))
        }
    }

    /// The same of an input whose panels stand in memory.
    package func explanation(of code: String, for consortium: String, _ input: AssessmentInput) -> Explanation? {
        explanation(of: code, for: consortium, input, reading: PanelSource(input))
    }

    /// What was found of one consortium, without its trends; nil where the input has no such consortium.
    package func assessment<Failure: Error>(
        of consortium: String, _ input: AssessmentInput, reading source: PanelSource<Failure>
    ) throws(Failure) -> ConsortiumAssessment? {
        try Population(input, assessor: self).subject(of: consortium, reading: source)?
            .assessment(trends: [], explaining: false)
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
