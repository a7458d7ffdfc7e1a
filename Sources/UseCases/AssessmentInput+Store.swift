package import Assessment
internal import FEEL
package import Foundation
internal import History
internal import Reports
package import Standards
package import Store

extension Store {
    /// Everything that an assessment of `year` by `edition` looks at, as it is known now or was known on a past day.
    ///
    /// - Parameter closes: the ends of the windows of earlier years; of each that had passed by then, what had been
    ///   received at its close is looked at as well, since a recommendation that stood then does not lapse by itself.
    package func assessmentInput(
        for edition: Edition, year: ReportingYear, asOf: Date? = nil, closes: [ReportingYear: Date]
    ) throws -> AssessmentInput {
        let snapshot = try snapshot(edition: edition, asOf: asOf)
        var input = AssessmentInput(
            consortia: snapshot.consortia, panels: try snapshot.panels(withSources: true),
            registers: try snapshot.registers, evidenceUses: try snapshot.reusedEvidence(),
            restatements: try snapshot.restatements(), members: try snapshot.entries(.members),
            parts: try snapshot.sourceParts())
        for (earlier, close) in closes where earlier < year && asOf.map({ close < $0 }) ?? true {
            input.closings[earlier] = try closing(of: earlier, at: close, edition: edition, now: input)
        }
        return input
    }

    /// What had been received at the close of an earlier year's window, of the consortia for which it was not the same
    /// as it is now; nil where it was for all.
    private func closing(
        of year: ReportingYear, at close: Date, edition: Edition, now: AssessmentInput
    ) throws -> AssessmentInput.Closing? {
        let then = try snapshot(edition: edition, asOf: close)
        // Nothing had been received, so nothing was triggered.
        guard then.revision > 0, !then.consortia.isEmpty else { return nil }
        let registers = try then.registers
        let changed = try consortiaChanged(after: close, upTo: year, edition: edition)
            .union(RegisterChanges(from: registers, to: now.registers, year: year).consortia(among: then.consortia))
        let known = Set(then.consortia.lazy.filter { $0.kind == edition.kind }.map(\.id))
        var closing = AssessmentInput.Closing(panels: [:], registers: registers)
        for consortium in changed.intersection(known) {
            closing.panels[consortium] = try then.panel(of: consortium)
        }
        return closing.panels.isEmpty ? nil : closing
    }
}

/// The consortia about which registers said one thing at one time and say another at a later.
private struct RegisterChanges {
    private var consortia: Set<String> = []
    /// Those of which a policy came, went or changed that was issued by the end of the year.
    private var regions: Set<String> = []

    init(from then: Registers, to now: Registers, year: ReportingYear) {
        add(Set(then.incidents).symmetricDifference(now.incidents).map(\.consortium))
        add(Set(then.determinations).symmetricDifference(now.determinations).map(\.consortium))
        add(Set(then.transitions).symmetricDifference(now.transitions).map(\.consortium))
        regions = Set(
            Set(then.policies).symmetricDifference(now.policies)
                .filter { ($0.issuedOn?.year).map { $0 <= year.value } ?? true }.map(\.region))
    }

    private mutating func add(_ ids: [String]) { consortia.formUnion(ids) }

    func consortia(among all: [Consortium]) -> Set<String> {
        consortia.union(
            all.lazy.filter { consortium in
                regions.contains {
                    // Of one whose region nobody knows it is not known whom it concerns.
                    !RegionCode.isCode($0) || RegionCode.contains($0, consortium.prefecture)
                        || RegionCode.contains($0, consortium.province)
                }
            }.map(\.id))
    }
}

/// The lines of NDJSON that a run keeps of an assessment: its clauses with the values and sources they saw, and the
/// verdict.
struct RunLines: Sendable {
    let verdict: VerdictRecord
    let checks: [CheckRecord]

    init(_ assessment: ConsortiumAssessment, writer: NDJSONWriter) {
        let consortium = assessment.consortium.id
        verdict = VerdictRecord(
            consortium: consortium, year: assessment.year, verdict: assessment.verdict.id,
            text: assessment.verdict.text, line: writer.verdictLine(assessment))
        checks = assessment.clauses.map { check in
            CheckRecord(
                consortium: consortium, year: assessment.year, list: check.clause.list.rawValue,
                clause: check.clause.code, outcome: check.outcome.rawValue, text: check.text,
                line: writer.line(check, of: assessment))
        }
    }
}
