package import FEEL
package import Standards

/// The outcome of one clause for one consortium and year, with what it rests on.
package struct ClauseCheck: Sendable {
    /// What is still to be done for the outcome to change.
    package struct Remedy: Sendable, Hashable {
        package let amount: Decimal128
        package let unit: String
        package let text: String

        package init(amount: Decimal128, unit: String, text: String) {
            self.amount = amount
            self.unit = unit
            self.text = text
        }
    }

    package let clause: Clause
    package let outcome: ClauseOutcome
    /// The determination that made the outcome what it is: it confirmed, or it dismissed a suspicion.
    package let decidedBy: Determination?
    /// A waiver of a trigger; the outcome stays `triggered`, and the verdict shows both.
    package let waivedBy: Determination?
    /// One sentence for people.
    package let text: String
    package let because: [Evidence]
    /// What is missing and would decide an undetermined outcome.
    package let wouldDecide: [Evidence]
    package let remedy: Remedy?

    package init(
        clause: Clause, outcome: ClauseOutcome, decidedBy: Determination?, waivedBy: Determination?, text: String,
        because: [Evidence], wouldDecide: [Evidence], remedy: Remedy?
    ) {
        self.clause = clause
        self.outcome = outcome
        self.decidedBy = decidedBy
        self.waivedBy = waivedBy
        self.text = text
        self.because = because
        self.wouldDecide = wouldDecide
        self.remedy = remedy
    }
}
