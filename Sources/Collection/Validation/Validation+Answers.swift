internal import FEEL
internal import Standards

extension Validation {
    /// The findings with what was answered to them: in the file, in the row of the figure that each is about, or before.
    /// - Parameter known: an answer that was given before to the same finding; nil where none was.
    package func answered(
        _ findings: [Finding], in submission: Submission, known: (Finding) -> String? = { _ in nil }
    ) -> [Finding] {
        let given = explanations(in: submission.observations)
        return findings.map { finding in
            guard finding.kind.severity == .warning, finding.kind != .emptyExplanation else { return finding }
            return finding.answered(finding.figure.flatMap { given[$0] } ?? known(finding))
        }
    }

    /// What is explained in a table, by figure.
    private func explanations(in table: ObservationTable) -> [Finding.Figure: String] {
        let codes = edition.credibility?.explanations ?? []
        return table.entries.lazy.filter { $0.explanation != 0 && $0.basis == .actual }.reduce(into: [:]) {
            given, entry in
            let explanation = Explanation(table.note(entry.explanation) ?? "", among: codes)
            guard !explanation.isEmpty else { return }
            let figure = Finding.Figure(
                consortium: table.consortia[Int(entry.consortium)],
                indicator: table.indicators[Int(entry.indicator)].code,
                year: ReportingYear(Int(entry.year)))
            given[figure] = explanation.text
        }
    }
}

extension Finding {
    /// What a finding is about, where that is one figure.
    fileprivate struct Figure: Hashable {
        let consortium: String
        let indicator: IndicatorCode
        let year: ReportingYear
    }

    fileprivate var figure: Figure? {
        guard let consortium, let indicator, let year else { return nil }
        return Figure(consortium: consortium, indicator: indicator, year: year)
    }
}
