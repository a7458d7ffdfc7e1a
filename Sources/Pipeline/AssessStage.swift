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
    package func input(asOf: Date? = nil) throws -> AssessmentInput {
        let snapshot = try store.snapshot(standard: rules.standard, asOf: asOf)
        let panels = try snapshot.mapPanels(withSources: true) { consortium, panel in (consortium.id, panel) }
        return AssessmentInput(
            consortia: snapshot.consortia,
            panels: Dictionary(panels, uniquingKeysWith: { first, _ in first }), registers: snapshot.registers,
            evidenceUses: try snapshot.reusedEvidence(), restatements: try snapshot.restatements(),
            parts: try snapshot.sourceParts())
    }

    /// The outcomes of every consortium for `year`.
    package func assess(_ year: ReportingYear, asOf: Date? = nil) throws -> [ConsortiumAssessment] {
        Assessor(rules: rules, year: year).assess(try input(asOf: asOf))
    }
}
