package import FEEL
package import Standards

/// A row of a reviewer's workbook: a case, or one incident or signal that it rests on.
package struct ReviewRow: Sendable {
    package let consortium: Consortium
    /// Code and words of the clause.
    package let clause: Clause
    package let year: ReportingYear
    /// The id of the incident or signal that is decided on; nil for the case as a whole.
    package let subject: String?
    /// What the decision will be called (认定编号).
    package let id: String
    /// What the case rests on now, by its digest (案卷摘要): a decision is bound to it.
    package let caseDigest: String?
    package let outcome: String
    package let state: String
    package let due: CalendarDate?
    /// What raised it and on which figures, a line each.
    package let facts: [String]
    /// What people said of it before, a line each.
    package let said: [String]
    /// What would change the outcome, a line each.
    package let reasons: [String]
    /// What the reviewer may decide, in the words of the register.
    package let decisions: [String]

    package init(
        consortium: Consortium, clause: Clause, year: ReportingYear, subject: String? = nil, id: String,
        caseDigest: String?, outcome: String, state: String, due: CalendarDate? = nil, facts: [String],
        said: [String] = [], reasons: [String] = [], decisions: [String]
    ) {
        self.consortium = consortium
        self.clause = clause
        self.year = year
        self.subject = subject
        self.id = id
        self.caseDigest = caseDigest
        self.outcome = outcome
        self.state = state
        self.due = due
        self.facts = facts
        self.said = said
        self.reasons = reasons
        self.decisions = decisions
    }

    /// `C001/16.3/2025`
    var name: String { "\(consortium.id)/\(clause.code)/\(year)" }

    /// All that is told of it, a line each.
    var told: [String] { facts + reasons + said.map { "此前：\($0)" } }

    /// The first day on which it can be decided; nil where that is any day.
    var earliest: CalendarDate? {
        clause.trigger == .determination ? CalendarDate(year: year.value + 1, month: 1, day: 1) : nil
    }
}
