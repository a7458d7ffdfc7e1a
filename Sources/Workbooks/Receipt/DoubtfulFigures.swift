package import Collection
package import Standards

/// Finds the figures that findings of a submission are about, and that mending them would change.
package struct DoubtfulFigures: Sendable {
    private struct Place: Hashable {
        let sheet: String?
        let row: Int
        let column: Int
    }

    private let figures: [Place: ObservationKey]
    private let edition: Edition

    package init(of submission: Submission, edition: Edition) {
        self.edition = edition
        figures = Dictionary(
            submission.observations.lazy.map { observation in
                let source = observation.source
                let key = ObservationKey(
                    consortium: observation.consortium, indicator: observation.indicator, year: observation.year,
                    basis: observation.basis)
                return (Place(sheet: source.sheet, row: source.row, column: source.column), key)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The figures that a finding casts doubt on; none where it is of no figure, only tells what
    /// was done, or has been answered.
    package func figures(of finding: Finding) -> [ObservationKey] {
        guard finding.kind.severity > .info, finding.answer == nil, let own = figure(at: finding) else { return [] }
        return [own] + others(named: finding, beside: own)
    }

    private func figure(at finding: Finding) -> ObservationKey? {
        let source = finding.source
        let place = Place(sheet: source.sheet, row: source.row, column: source.column)
        if let key = figures[place] { return key }
        guard let consortium = finding.consortium, let indicator = finding.indicator, let year = finding.year else {
            return nil
        }
        return ObservationKey(consortium: consortium, indicator: indicator, year: year, basis: .actual)
    }

    /// A finding on two figures, a condition and what is due under it or a part and its whole, stands at one of them and
    /// names both.
    private func others(named finding: Finding, beside own: ObservationKey) -> [ObservationKey] {
        guard let indicator = edition.indicator(own.indicator) else { return [] }
        let parts = edition.credibility?.parts ?? []
        var related = edition.indicators.filter { $0.dueWhen == own.indicator }.map(\.code)
        related += [indicator.dueWhen].compactMap(\.self)
        related += parts.filter { $0.part == own.indicator }.map(\.whole)
        related += parts.filter { $0.whole == own.indicator }.map(\.part)
        return related.filter { code in
            code != own.indicator && finding.values.values.contains { $0.hasPrefix("\(code) ") }
        }.map {
            ObservationKey(consortium: own.consortium, indicator: $0, year: own.year, basis: own.basis)
        }
    }
}
