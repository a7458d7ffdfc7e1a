package import Assessment
package import Foundation
internal import Reports
package import Standards
package import Store

extension Store {
    /// Everything that an assessment by `edition` looks at, as it is known now or was known on a past day.
    package func assessmentInput(for edition: Edition, asOf: Date? = nil) throws -> AssessmentInput {
        let snapshot = try snapshot(edition: edition, asOf: asOf)
        let panels = try snapshot.mapPanels(withSources: true) { _, panel in panel }
        return AssessmentInput(
            consortia: snapshot.consortia,
            // Ids that differ in bytes alone are one to Swift; whatever was registered, the others are judged.
            panels: Dictionary(zip(snapshot.consortia.map(\.id), panels), uniquingKeysWith: { first, _ in first }),
            registers: try snapshot.registers, evidenceUses: try snapshot.reusedEvidence(),
            restatements: try snapshot.restatements(), parts: try snapshot.sourceParts())
    }

    /// Keeps the outcomes as they were made in a run, with the values and sources they saw.
    func record(_ assessments: [ConsortiumAssessment], by edition: Edition, ofRun run: Int) throws {
        let writer = NDJSONWriter(edition: edition)
        try record(
            verdicts: assessments.map { assessment in
                VerdictRecord(
                    consortium: assessment.consortium.id, year: assessment.year, verdict: assessment.verdict.id,
                    text: assessment.verdict.text, line: writer.verdictLine(assessment))
            },
            checks: assessments.flatMap { assessment in
                assessment.clauses.map { check in
                    CheckRecord(
                        consortium: assessment.consortium.id, year: assessment.year,
                        list: check.clause.list.rawValue, clause: check.clause.code, outcome: check.outcome.rawValue,
                        text: check.text, line: writer.line(check, of: assessment))
                }
            }, ofRun: run)
    }
}
