import Dispatch
import FEEL
package import Standards

/// Judges consortia by a standard for one year. Pure: it reads no clock, no file and no database.
package struct Assessor: Sendable {
    package let rules: RuleBook
    package let year: ReportingYear
    let trendCalculator: TrendCalculator

    package init(rules: RuleBook, year: ReportingYear) {
        self.rules = rules
        self.year = year
        trendCalculator = TrendCalculator(standard: rules.standard, year: year)
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
        var trends = concurrently(panels.count) { trendCalculator.trends(of: panels[$0]) }
        for kind in ConsortiumKind.allCases {
            let members = kinds.indices.filter { kinds[$0] == kind }
            guard members.count >= PercentileRank.leastPeers else { continue }
            let values = trends
            let ranks = concurrently(trendCalculator.trendsPerPanel) { column in
                PercentileRank.ranks(of: members.map { values[$0][column].value })
            }
            for (place, member) in members.enumerated() {
                for column in ranks.indices { trends[member][column].percentile = ranks[column][place] }
            }
        }
        return trends
    }
}

/// Computes `count` results on all cores, in the order of their index.
func concurrently<Result: Sendable>(_ count: Int, _ compute: @Sendable (Int) -> Result) -> [Result] {
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
