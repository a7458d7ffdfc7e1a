package import Assessment
package import Standards

/// What people have to decide on, or have decided: a clause of one consortium in one year (案件). Derived from the
/// assessment, never kept beside it.
package struct Case: Sendable, Identifiable {
    /// How far it has come (DESIGN §9).
    package enum State: String, Sendable, CaseIterable {
        /// It rests on something that nobody has looked into: a clue, or a doubt about figures.
        case toVerify
        case toDecide
        /// What it was decided on has changed since: the decision is suspended.
        case reopened
        /// The title is to be taken away, or the year waived: it is for 部级审定.
        case toExecute
        case closed

        package var title: String {
            switch self {
            case .toVerify: "待核查"
            case .toDecide: "待认定"
            case .reopened: "重开，待认定"
            case .toExecute: "待执行"
            case .closed: "结案"
            }
        }
    }

    /// `municipal-consortium-trial/C001/16.3/2025`
    package let id: String
    package let consortium: Consortium
    package let clause: Clause
    package let year: ReportingYear
    package let state: State
    /// Of the assessed year; of an earlier one that was left open, triggered.
    package let outcome: ClauseOutcome
    /// Whether the window of its year is open, so that a correction may end it.
    package let isProvisional: Bool
    /// What raised it, one sentence; empty where the assessed year's figures do not tell.
    package let text: String
    /// The incidents and strong signals that it rests on: what can be determined one by one.
    package let subjects: [Matter]
    package let decidedBy: Determination?
    package let waivedBy: Determination?
    /// Those that are suspended, since what they were made on has changed.
    package let reopened: [Determination]

    /// An incident or a signal, by the id that a determination names as its subject (事由).
    package struct Matter: Sendable, Hashable, Identifiable {
        package let id: String
        /// One sentence.
        package let text: String
    }

    /// What a person can say of it.
    package var decisions: [DeterminationDecision] {
        switch state {
        case .toVerify, .toDecide: [.confirm, .dismiss]
        case .reopened: outcome == .triggered ? [.waive, .withdraw] : [.confirm, .dismiss, .withdraw]
        case .toExecute: decidedBy == nil ? [.waive] : [.waive, .withdraw]
        case .closed: [.withdraw]
        }
    }
}

extension Case {
    /// The cases of a consortium: of the assessed year what is triggered, suspected or decided, clause by clause, each
    /// after those of earlier years that nobody has closed.
    package static func cases(of assessment: ConsortiumAssessment) -> [Case] {
        assessment.clauses.flatMap { check in
            let left = check.openCases.filter { $0.consortium == assessment.consortium.id }.map { open in
                Case(
                    id: open.id, consortium: assessment.consortium, clause: check.clause, year: open.year,
                    state: .toExecute, outcome: .triggered, isProvisional: open.isProvisional, text: "", subjects: [],
                    decidedBy: nil, waivedBy: nil, reopened: [])
            }
            return left + (Case(check, of: assessment).map { [$0] } ?? [])
        }
    }

    /// Nil where the clause raised nothing and nobody decided anything.
    private init?(_ check: ClauseCheck, of assessment: ConsortiumAssessment) {
        let subjects = Self.subjects(of: check, assessment)
        guard let state = Self.state(of: check, subjects) else { return nil }
        self.init(
            id: "\(assessment.edition)/\(assessment.consortium.id)/\(check.clause.code)/\(assessment.year)",
            consortium: assessment.consortium, clause: check.clause, year: assessment.year, state: state,
            outcome: check.outcome, isProvisional: check.raised?.isProvisional ?? false, text: check.text,
            subjects: subjects, decidedBy: check.decidedBy, waivedBy: check.waivedBy,
            reopened: check.reopened)
    }

    private static func state(of check: ClauseCheck, _ subjects: [Matter]) -> State? {
        switch check.outcome {
        case .triggered where !check.reopened.isEmpty, .suspected where !check.reopened.isEmpty: .reopened
        case .triggered: check.waivedBy == nil ? .toExecute : .closed
        case .suspected: isUnverified(check, subjects) ? .toVerify : .toDecide
        default: check.decidedBy == nil && check.reopened.isEmpty ? nil : .closed
        }
    }

    /// Whether somebody has to find out first: a clue, or a signal, is no finding yet.
    private static func isUnverified(_ check: ClauseCheck, _ subjects: [Matter]) -> Bool {
        let entries = check.because.count { if case .entry(.incidents, _, _) = $0.subject { true } else { false } }
        return subjects.count > entries || check.because.contains(where: \.isUnverified)
    }

    private static func subjects(of check: ClauseCheck, _ assessment: ConsortiumAssessment) -> [Matter] {
        let entries = check.because.compactMap { evidence -> Matter? in
            guard case .entry(.incidents, let id, _) = evidence.subject else { return nil }
            return Matter(id: id, text: evidence.sentence)
        }
        let signals = assessment.signals.filter { signal in
            signal.grade == .strong && signal.year <= assessment.year && signal.affects.contains(check.clause.code)
        }
        return entries + signals.map { Matter(id: $0.id, text: "\($0.title)：\($0.text)") }
    }
}
