package import Assessment
package import FEEL
package import Standards

/// What people have to decide on, or have decided: a clause of one consortium in one year (案件). Derived from the
/// assessment, never kept beside it.
package struct Case: Sendable, Identifiable {
    /// How far it has come (DESIGN §9), in the order of the procedure.
    package enum State: String, Sendable, CaseIterable {
        /// It rests on something that nobody has looked into: a clue, or a doubt about figures.
        case toVerify
        case toDecide
        /// What it was decided on has changed since: the decision is suspended.
        case reopened
        /// A person found it true, and the consortium may still appeal.
        case decided
        /// The consortium has appealed: 部级审定 is to answer.
        case appealed
        /// The title is to be taken away, or the year waived: it is for 部级审定.
        case toExecute
        case closed

        package var title: String {
            switch self {
            case .toVerify: "待核查"
            case .toDecide: "待认定"
            case .reopened: "重开，待认定"
            case .decided: "已认定"
            case .appealed: "申诉"
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
    /// What followed on the decision: an appeal, its answer, and that it was carried out; nil where nothing did.
    package let proceedings: Proceedings?
    /// The day by which the state it is in is to end; nil where it is closed.
    package let due: CalendarDate?
    /// The last day to appeal; nil where nobody has decided yet, and where a rule alone found it: then the consortium may
    /// appeal until it is carried out.
    package let appealsUntil: CalendarDate?

    /// An incident or a signal, by the id that a determination names as its subject (事由).
    package struct Matter: Sendable, Hashable, Identifiable {
        package let id: String
        /// One sentence.
        package let text: String
    }

    /// The appeal that was made; the answer to it, where there is one, is in ``proceedings``.
    package var appeal: Determination? { proceedings?.appeal }

    /// That it was carried out, as a person recorded it.
    package var execution: Determination? { proceedings?.execution }

    /// Its state with what was decided: 已认定（成立）, 结案（不成立）.
    package var stateText: String {
        let decision =
            switch state {
            case .decided: decidedBy
            case .closed: waivedBy ?? decidedBy
            case .toVerify, .toDecide, .reopened, .appealed, .toExecute: nil as Determination?
            }
        return state.title + (decision.map { "（\($0.decision.title)）" } ?? "")
    }

    /// Whether what is to be done about it should have been done before a day.
    package func isOverdue(on today: CalendarDate) -> Bool { !isProvisional && due.map { $0 < today } ?? false }
}

extension Case {
    /// What a person can say of it.
    package var decisions: [DeterminationDecision] {
        switch state {
        case .toVerify, .toDecide: [.confirm, .dismiss]
        case .reopened: outcome == .triggered ? [.waive, .withdraw] : [.confirm, .dismiss, .withdraw]
        case .decided: [.appeal, .waive, .execute, .withdraw]
        case .appealed: [.confirm, .dismiss, .waive, .withdraw]
        case .toExecute:
            (appealsUntil == nil && appeal == nil ? [.appeal] : []) + [.waive, .execute]
                + (decidedBy == nil ? [] : [.withdraw])
        case .closed:
            (proceedings?.revocation != nil && execution == nil ? [.execute] : [])
                + (decidedBy == nil && waivedBy == nil && execution == nil ? [] : [.withdraw])
        }
    }
}
