internal import Assessment
internal import Reports
internal import Standards
internal import Store

extension AssessStage {
    /// How many consortia got each verdict.
    static func counts(_ assessments: [ConsortiumAssessment]) -> [String: Int] {
        Dictionary(assessments.map { ($0.verdict.id, 1) }, uniquingKeysWith: +)
            .merging(["consortia": assessments.count]) { counted, _ in counted }
    }

    /// Keeps the outcomes as they were made in a run, with the values and sources they saw.
    func record(_ assessments: [ConsortiumAssessment], ofRun run: Int) throws {
        let writer = NDJSONWriter(standard: rules.standard)
        try store.record(
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
