package import FEEL
package import Standards

/// The outcome of one clause for one consortium and year, with what it rests on.
package struct ClauseCheck: Sendable {
    /// What would have cleared the assessed year.
    package struct Remedy: Sendable, Hashable {
        package let year: ReportingYear
        package let amount: Decimal128
        package let unit: String
        package let text: String
        /// The close of the year's window, until which it helps: what a close recommended stays open until somebody decides.
        /// Nil where the calendar sets none.
        package let by: CalendarDate?
        /// Whether that day is over.
        package let isLate: Bool

        package init(
            year: ReportingYear, amount: Decimal128, unit: String, text: String, by: CalendarDate? = nil,
            isLate: Bool = false
        ) {
            self.year = year
            self.amount = amount
            self.unit = unit
            self.text = text
            self.by = by
            self.isLate = isLate
        }

        /// With the day: `2025年度缺口80万元（2026年4月30日前更正的，改变本年度结果）`
        package var sentence: String {
            guard let by else { return text }
            return isLate
                ? "\(text)（报送期\(by.inChinese)已截止，此后更正的，截止时的案件仍须处理）" : "\(text)（\(by.inChinese)前更正的，改变本年度结果）"
        }
    }

    /// What keeps the next year from triggering.
    package struct Protection: Sendable, Hashable {
        package let year: ReportingYear
        /// The last day.
        package let by: CalendarDate
        package let text: String

        package init(year: ReportingYear, by: CalendarDate, text: String) {
            self.year = year
            self.by = by
            self.text = text
        }
    }

    package let clause: Clause
    package let outcome: ClauseOutcome
    /// What may yet hold: `triggered` beside a suspicion, `warning` beside `clear`; nil where nothing may.
    package let pending: ClauseOutcome?
    /// The determination that made the outcome what it is: it confirmed, or it dismissed a suspicion.
    package let decidedBy: Determination?
    /// A waiver of a trigger; the outcome stays `triggered`, and the verdict shows both.
    package let waivedBy: Determination?
    /// Determinations of one role and day that contradict each other, and so decide nothing.
    package let contradictory: [Determination]
    /// Determinations that were made on facts that have changed since, and decide nothing until somebody decides anew.
    package let reopened: [Determination]
    /// One sentence for people.
    package let text: String
    package let because: [Evidence]
    /// What is missing and would decide an undetermined outcome, or what is pending.
    package let wouldDecide: [Evidence]
    package let remedy: Remedy?
    package let protection: Protection?
    /// The case that this outcome raises: where it is triggered or suspected.
    package let raised: OpenCase?
    /// The cases of earlier years that are still open, and of the assessed one where it was triggered at the close of its
    /// window and is no longer, oldest first.
    package let openCases: [OpenCase]
    /// Why the outcome is what it is, from the evaluation that decided; nil where nobody asked.
    package let explanation: Explanation?

    package init(
        clause: Clause, outcome: ClauseOutcome, pending: ClauseOutcome? = nil, decidedBy: Determination? = nil,
        waivedBy: Determination? = nil, contradictory: [Determination] = [], reopened: [Determination] = [],
        text: String, because: [Evidence] = [],
        wouldDecide: [Evidence] = [], remedy: Remedy? = nil, protection: Protection? = nil, raised: OpenCase? = nil,
        openCases: [OpenCase] = [], explanation: Explanation? = nil
    ) {
        self.clause = clause
        self.outcome = outcome
        self.pending = pending
        self.decidedBy = decidedBy
        self.waivedBy = waivedBy
        self.contradictory = contradictory
        self.reopened = reopened
        self.text = text
        self.because = because
        self.wouldDecide = wouldDecide
        self.remedy = remedy
        self.protection = protection
        self.raised = raised
        self.openCases = openCases
        self.explanation = explanation
    }
}
