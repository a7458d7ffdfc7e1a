package import FEEL
package import Standards

/// Something in which two sides of a comparison differ and without which an outcome would have stayed as it was.
package enum OutcomeCause: Sendable, Hashable {
    /// A cell that holds another value, or another plan.
    case figure(before: Evidence, after: Evidence)
    /// An entry of a register that came (`before` nil), went (`after` nil) or says something else.
    case entry(before: Evidence?, after: Evidence?)
    /// How far the registers of authorities reach, or entries in them of which nobody knows whom they are about.
    case coverage(RegisterKind, before: CalendarDate?, after: CalendarDate?)
    /// A document that was sent, or is known no longer.
    case filing(before: String?, after: String?)
    /// How many points were rated, or adjudicated, or are rated no longer. Who rated what is told where it is disclosed.
    case ratings(Int)
    /// Work plans, tasks of members or evaluations.
    case ledgers
    /// What the register of consortia says: name, regions, days of designation, predecessors.
    case registration
    /// The signals that were found, by their ids.
    case signals(gone: [CredibilitySignal], new: [CredibilitySignal])
    /// The rules or the numbers that they use.
    case rules
    /// The days that count: deadlines that passed, windows that closed and what is remembered of them.
    case time
}

/// An outcome that is another on the second side.
package struct ChangedOutcome: Sendable, Hashable {
    /// An outcome by its id (`triggered`, `disqualify`) and as people read it.
    package struct State: Sendable, Hashable {
        package let id: String
        package let title: String
    }

    /// The verdict or a clause.
    package let subject: OutcomeChange.Subject
    /// Nil where the consortium was not judged.
    package let before: State?
    package let after: State?
    /// Each is needed: without it the outcome would not be what it is. In the order of the standard.
    package let causes: [OutcomeCause]
    /// Whether figures among the causes were not thinned out one by one, since they are too many.
    package let isOfManyFigures: Bool
    /// Where the rules made it another: what the clause rests on by those under which it is the graver.
    package let evidence: [Evidence]
}

/// What came out otherwise for one consortium.
package struct ConsortiumChange: Sendable {
    package let consortium: Consortium
    package let year: ReportingYear
    /// The verdict first, then clauses in the order of the standard.
    package let outcomes: [ChangedOutcome]
}
