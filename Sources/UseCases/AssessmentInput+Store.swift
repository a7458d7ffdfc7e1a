package import Assessment
package import Foundation
internal import Reports
package import Standards
package import Store

extension Store {
    /// Everything that an assessment by `edition` looks at, as it is known now or was known on a past day.
    package func assessmentInput(for edition: Edition, asOf: Date? = nil) throws -> AssessmentInput {
        let snapshot = try snapshot(edition: edition, asOf: asOf)
        return AssessmentInput(
            consortia: snapshot.consortia, panels: try snapshot.panels(), registers: try snapshot.registers,
            evidenceUses: try snapshot.reusedEvidence(), restatements: try snapshot.restatements(),
            parts: try snapshot.sourceParts())
    }
}

/// The lines of NDJSON that a run keeps of an assessment: its clauses with the values and sources they saw, and the
/// verdict.
struct RunLines: Sendable {
    let verdict: VerdictRecord
    let checks: [CheckRecord]

    init(_ assessment: ConsortiumAssessment, edition: Edition, writer: NDJSONWriter) {
        let consortium = assessment.consortium.id
        verdict = VerdictRecord(
            edition: edition.id, consortium: consortium, year: assessment.year, verdict: assessment.verdict.id,
            text: assessment.verdict.text, line: writer.verdictLine(assessment))
        checks = assessment.clauses.map { check in
            CheckRecord(
                edition: edition.id, consortium: consortium, year: assessment.year, list: check.clause.list.rawValue,
                clause: check.clause.code, outcome: check.outcome.rawValue, text: check.text,
                line: writer.line(check, of: assessment))
        }
    }
}
