import Assessment
import FEEL
import Standards

/// How far a case has come, and by when the next step is due (DESIGN §9): 待核查, 待认定, 已认定, 申诉 or 执行, 结案, and back
/// to 待认定 where what it was decided on has changed.
struct CaseCourse {
    let outcome: ClauseOutcome
    /// Whether it rests on what nobody has looked into.
    let isUnverified: Bool
    /// What made the outcome what it is; of an earlier year that was left open, nil.
    let decidedBy: Determination?
    let waivedBy: Determination?
    let reopened: [Determination]
    let proceedings: Proceedings?
    let calendar: ReportingCalendar
    let year: ReportingYear
    let today: CalendarDate

    /// Whose decision it is; of an earlier year the last 成立.
    var decision: Determination? { decidedBy ?? (outcome == .triggered ? proceedings?.decision : nil) }

    var state: Case.State {
        switch outcome {
        case .triggered where !reopened.isEmpty, .suspected where !reopened.isEmpty: .reopened
        case .suspected: isUnverified ? .toVerify : .toDecide
        case .triggered: stateOfTrigger
        case .undetermined, .warning, .clear, .notApplicable: .closed
        }
    }

    /// An appeal goes before what can be carried out; what was carried out can no longer be appealed against.
    private var stateOfTrigger: Case.State {
        if waivedBy != nil || proceedings?.revocation != nil || proceedings?.execution != nil { return .closed }
        if proceedings?.openAppeal != nil { return .appealed }
        // What was answered is not appealed against again.
        guard proceedings?.answer == nil, let appealsUntil else { return .toExecute }
        return today <= appealsUntil ? .decided : .toExecute
    }

    /// The last day to appeal against a person's 成立.
    var appealsUntil: CalendarDate? {
        guard outcome == .triggered, reopened.isEmpty else { return nil }
        return decision?.on.map(calendar.appealDeadline)
    }

    var due: CalendarDate? {
        switch state {
        case .toVerify: calendar.verificationDeadline(for: year)
        case .toDecide: calendar.decisionDeadline(for: year)
        case .reopened: calendar.decisionDeadline(for: year, reopened: reopened.compactMap(\.on).max())
        case .appealed: proceedings?.openAppeal?.on.map(calendar.answerDeadline)
        case .decided, .toExecute:
            calendar.executionDeadline(for: year, decided: proceedings?.answer?.on ?? decision?.on)
        case .closed: nil
        }
    }
}
