import Dispatch
import FEEL
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
        trendCalculator = TrendCalculator(standard: rules.standard, year: year)
        parameters = rules.standard.parameters.values(in: year)
    }

    /// Assesses every consortium, in the order of their ids.
    package func assess(_ input: AssessmentInput) -> [ConsortiumAssessment] {
        let consortia = input.consortia.sorted { $0.id < $1.id }
        let panels = consortia.map { input.panels[$0.id] ?? emptyPanel }
        let national = NationalContext(input: input, consortia: consortia, panels: panels, rules: rules, year: year)
        let trends = self.trends(of: panels, kinds: consortia.map(\.kind))

        return concurrently(consortia.count) { index in
            let subject = Subject(
                consortium: consortia[index], panel: panels[index], national: national, assessor: self)
            return subject.assessment(trends: trends[index])
        }
    }

    /// What `body` makes of each consortium, or of one of them: by consortium.
    func subjects<Result: Sendable>(
        _ input: AssessmentInput, only consortium: String? = nil, _ body: @Sendable (Subject) -> Result
    ) -> [String: Result] {
        let consortia = input.consortia.sorted { $0.id < $1.id }
        let panels = consortia.map { input.panels[$0.id] ?? emptyPanel }
        let national = NationalContext(input: input, consortia: consortia, panels: panels, rules: rules, year: year)
        let wanted = consortia.indices.filter { consortium == nil || consortia[$0].id == consortium }
        let results = concurrently(wanted.count) { place in
            let index = wanted[place]
            return body(Subject(consortium: consortia[index], panel: panels[index], national: national, assessor: self))
        }
        return Dictionary(zip(wanted.map { consortia[$0].id }, results), uniquingKeysWith: { first, _ in first })
    }

    /// What a consortium that has reported nothing is judged by.
    var emptyPanel: Panel {
        Panel(
            layout: PanelLayout(
                firstYear: rules.standard.baseYear,
                yearCount: max(1, year.value - rules.standard.baseYear.value + 1),
                indicatorCount: rules.standard.indicators.count))
    }

    /// The trends of panels in their order, percentiles among consortia of the same kind filled in.
    package func trends(of panels: [Panel], kinds: [ConsortiumKind]) -> [[Trend]] {
        ranked(concurrently(panels.count) { trends(of: panels[$0]) }, kinds: kinds)
    }

    /// The trends of one panel, without percentiles.
    package func trends(of panel: Panel) -> [Trend] {
        trendCalculator.trends(of: panel)
    }

    /// The same trends with the percentiles among consortia of the same kind filled in.
    package func ranked(_ trends: consuming [[Trend]], kinds: [ConsortiumKind]) -> [[Trend]] {
        var trends = trends
        for kind in ConsortiumKind.allCases {
            let members = kinds.indices.filter { kinds[$0] == kind }
            guard members.count >= PercentileRank.leastPeers else { continue }
            let values = columns(of: trends, members: members)
            let ranks = concurrently(values.count) { PercentileRank.ranks(of: values[$0]) }
            for (place, member) in members.enumerated() {
                trends[member].withUnsafeMutableBufferPointer { trends in
                    for column in trends.indices { trends[column].percentile = ranks[column][place] }
                }
            }
        }
        return trends
    }

    /// The values of the assessed year, an array an indicator, in the order of `members`.
    private func columns(of trends: [[Trend]], members: [Int]) -> [[Double]] {
        concurrently(trendCalculator.trendsPerPanel) { column in members.map { trends[$0][column].value } }
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
