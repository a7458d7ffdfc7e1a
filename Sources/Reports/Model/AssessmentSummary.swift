package import Assessment
package import Review
package import Standards

/// What an overview says of one consortium: its verdict, its outcomes and what can still be done, without the figures
/// and the ground. A nation's summaries stand in memory together, its assessments do not.
package struct AssessmentSummary: Sendable {
    /// The outcome of a clause, without what it rests on.
    package struct Outcome: Sendable, Hashable {
        package let code: String
        package let list: ClauseList
        package let outcome: ClauseOutcome
        /// What may yet hold: see ``ClauseCheck/pending``.
        package let pending: ClauseOutcome?
        package let isWaived: Bool
    }

    package let consortium: Consortium
    package let year: ReportingYear
    package let verdict: Verdict
    /// In the order of the edition's clauses.
    package let outcomes: [Outcome]
    /// How the documents stand that the edition asks for, in its order.
    package let filings: [FilingCheck]
    /// The codes of the points that were asked for and are not met.
    package let unmetPoints: [String]
    /// What can still be done, a line each.
    let measures: [HTML]
    /// What lies between it and others.
    let sharedSignals: [SharedSignal]

    /// What is to be decided on it, where that is shown.
    package let cases: [CaseLine]

    /// A signal between several consortia, without its cells.
    struct SharedSignal: Sendable {
        let id: String
        let kind: CredibilitySignal.Kind
        let grade: CredibilitySignal.Grade
        let year: ReportingYear
        let partyCount: Int
        let affects: [String]
        let text: String
    }

    package init(
        _ assessment: ConsortiumAssessment, edition: Edition, cases: [CaseLine] = [],
        signers: DecisionSigners = DecisionSigners()
    ) {
        self.cases = cases
        consortium = assessment.consortium
        year = assessment.year
        verdict = assessment.verdict
        outcomes = assessment.clauses.map {
            Outcome(
                code: $0.clause.code, list: $0.clause.list, outcome: $0.outcome, pending: $0.pending,
                isWaived: $0.waivedBy != nil)
        }
        filings = assessment.filings
        unmetPoints = assessment.acceptance.filter { $0.outcome == .notMet }.map(\.point.code)
        measures = Measures.lines(of: assessment, edition: edition, signers: signers)
        sharedSignals = assessment.signals.filter { $0.parties.count > 1 }.map { signal in
            SharedSignal(
                id: signal.id, kind: signal.kind, grade: signal.grade, year: signal.year,
                partyCount: signal.parties.count, affects: signal.affects, text: signal.text)
        }
    }

    /// The outcome of a clause; nil where it was not checked.
    package subscript(clause: String) -> Outcome? { outcomes.first { $0.code == clause } }

    /// The gravest outcome on a list.
    func gravest(of list: ClauseList) -> Outcome? {
        outcomes.filter { $0.list == list }.min { $0.outcome < $1.outcome }
    }

    /// The gravest first; among equals the one with more and graver outcomes, then the lower id.
    static func isGraver(_ left: AssessmentSummary, _ right: AssessmentSummary) -> Bool {
        let leftKey = left.gravity
        let rightKey = right.gravity
        if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
        return NaturalOrder.precedes(left.consortium.id, right.consortium.id)
    }

    private var gravity: [Int] {
        let summary = verdict.summary
        let tone = VerdictTone.allCases.firstIndex(of: verdict.tone) ?? 0
        return [
            tone, -summary.triggered - summary.openCases, -summary.suspected, -summary.undetermined, -summary.warning,
        ]
    }
}
