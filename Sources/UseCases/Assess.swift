package import Assessment
package import Foundation
package import Reports
package import Standards
internal import Store

extension Workspace {
    /// Judges every consortium of the edition's kind, or one, and hands over the lines of NDJSON that tell of each, in the
    /// order of their ids.
    /// - Parameters:
    ///   - province: only its consortia; the others still count as their peers.
    ///   - recordedBy: only what had been taken in by then counts.
    ///   - weighing: of what it is told how little would make it another; that takes its time.
    /// - Returns: the gravest outcome of all.
    package func assess(
        year: String?, only consortium: String? = nil, province: String? = nil, asOf: Date? = nil,
        recordedBy: Date? = nil, weighing: FragilityScope = .nothing, lines take: ([UInt8]) -> Void
    ) async throws -> ClauseOutcome {
        let assessing = try await assessment(of: year, asOf: asOf, recordedBy: recordedBy)
        let assessor = assessing.assessor
        try check(consortium, in: assessing.input, assessor)
        let writer = NDJSONWriter(edition: assessor.rules.edition)
        var gravest = ClauseOutcome.clear
        try assessor.assess(assessing.input, reading: assessing.panels, only: consortium, weighing: weighing) {
            (
                lines: $0.isIn(province) ? writer.lines(of: $0) : [],
                gravest: $0.isIn(province) ? $0.gravestOutcome : .clear
            )
        } take: {
            take($0.lines)
            gravest = min(gravest, $0.gravest)
        }
        return gravest
    }

    /// Judges every consortium of the edition's kind, or one, for a table.
    package func assess(
        year: String?, only consortium: String? = nil, province: String? = nil, asOf: Date? = nil,
        recordedBy: Date? = nil
    ) async throws -> (summaries: [AssessmentSummary], edition: Edition) {
        let assessing = try await assessment(of: year, asOf: asOf, recordedBy: recordedBy)
        let assessor = assessing.assessor
        try check(consortium, in: assessing.input, assessor)
        let edition = assessor.rules.edition
        var summaries: [AssessmentSummary] = []
        try assessor.assess(assessing.input, reading: assessing.panels, only: consortium) {
            $0.isIn(province) ? AssessmentSummary($0, edition: edition) : nil
        } take: {
            if let summary = $0 { summaries.append(summary) }
        }
        return (summaries, edition)
    }

    /// The lines of a past run, made anew from what it had taken in and by the rules that it had.
    /// - Parameter year: nil for that of the run.
    package func assess(
        asRun run: Int, year: String?, only consortium: String? = nil, province: String? = nil,
        weighing: FragilityScope = .nothing, lines take: ([UInt8]) -> Void
    ) async throws -> ClauseOutcome {
        try await asRun(run) { past, record in
            try await past.assess(
                year: year ?? record.start.year.description, only: consortium, province: province,
                recordedBy: record.start.startedAt, weighing: weighing, lines: take)
        }
    }

    /// The same for a table.
    package func assess(
        asRun run: Int, year: String?, only consortium: String? = nil, province: String? = nil
    ) async throws -> (summaries: [AssessmentSummary], edition: Edition) {
        try await asRun(run) { past, record in
            try await past.assess(
                year: year ?? record.start.year.description, only: consortium, province: province,
                recordedBy: record.start.startedAt)
        }
    }

    /// - Throws: ``Failure`` where a consortium is asked for that is not registered, or that the edition is not for.
    func check(_ consortium: String?, in input: AssessmentInput, _ assessor: Assessor) throws(Failure) {
        guard let consortium else { return }
        guard let known = input.consortia.first(where: { $0.id == consortium }) else {
            throw .unknownConsortium(consortium)
        }
        guard known.kind == assessor.rules.edition.kind else { throw .noEdition(for: known) }
    }
}

extension ConsortiumAssessment {
    fileprivate func isIn(_ province: String?) -> Bool { province == nil || consortium.province == province }

    fileprivate var gravestOutcome: ClauseOutcome { clauses.map(\.outcome).min() ?? .clear }
}

extension AssessmentSummary {
    package var gravestOutcome: ClauseOutcome { outcomes.map(\.outcome).min() ?? .clear }
}
