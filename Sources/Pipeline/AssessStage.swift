package import Assessment
package import Foundation
package import Standards
package import Store

/// Reads what is known, judges it, and keeps what came out.
package struct AssessStage: Sendable {
    package let rules: RuleBook
    package let store: Store

    package init(rules: RuleBook, store: Store) {
        self.rules = rules
        self.store = store
    }

    /// Everything that the assessment of a year looks at, as it is known now or was known on a past day.
    ///
    /// - Parameter consortium: where only one is asked for, sources are still those of all, since credibility is
    ///   judged against the others.
    package func input(asOf: Date? = nil) throws -> AssessmentInput {
        let snapshot = try store.snapshot(standard: rules.standard, asOf: asOf)
        let panels = try snapshot.mapPanels(withSources: true) { consortium, panel in (consortium.id, panel) }
        let parts = try snapshot.sourceParts()
        let standard = rules.standard
        return AssessmentInput(
            consortia: snapshot.consortia,
            panels: Dictionary(panels, uniquingKeysWith: { first, _ in first }), registers: snapshot.registers,
            evidenceUses: try snapshot.reusedEvidence().compactMap { use in
                guard use.basis == .actual, let indicator = standard.indicator(use.indicator), let part = parts[use.source.part]
                else { return nil }
                return Assessment.EvidenceUse(
                    hash: use.hash, consortium: use.consortium, indicator: indicator.ordinal, year: use.year,
                    source: part.source(at: use.source))
            },
            restatements: try snapshot.restatements().compactMap { restatement in
                guard case .number(let before) = restatement.old, case .number(let after) = restatement.new,
                    let indicator = standard.indicator(restatement.indicator),
                    let oldPart = parts[restatement.oldSource.part], let newPart = parts[restatement.newSource.part]
                else { return nil }
                return Assessment.Restatement(
                    consortium: restatement.consortium, indicator: indicator.ordinal, year: restatement.year,
                    before: before, after: after, reason: restatement.reason,
                    beforeSource: oldPart.source(at: restatement.oldSource),
                    afterSource: newPart.source(at: restatement.newSource))
            },
            parts: parts)
    }

    /// The outcomes of every consortium for `year`.
    package func assess(_ year: ReportingYear, asOf: Date? = nil) throws -> [ConsortiumAssessment] {
        Assessor(rules: rules, year: year).assess(try input(asOf: asOf))
    }
}
