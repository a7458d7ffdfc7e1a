package import FEEL

/// What makes figures doubtful: the numbers and pairs that data-credibility signals are looked for with.
package struct CredibilityRules: Sendable, Hashable {
    /// A figure that may not exceed another of the same year.
    package struct Part: Sendable, Hashable {
        package let part: IndicatorCode
        package let whole: IndicatorCode

        package init(part: IndicatorCode, whole: IndicatorCode) {
            self.part = part
            self.whole = whole
        }
    }

    /// From which ratio to the year before on a figure of some kind is doubted.
    package struct Jump: Sendable, Hashable {
        package let factor: Decimal128
        /// Figures below this in the year before grow and shrink by such ratios as a matter of course.
        package let from: Decimal128

        package init(factor: Decimal128, from: Decimal128 = .zero) {
            self.factor = factor
            self.from = from
        }
    }

    /// The most that figures of a unit can be.
    package struct Limit: Sendable, Hashable {
        package let unit: String
        package let most: Decimal128

        package init(unit: String, most: Decimal128) {
            self.unit = unit
            self.most = most
        }
    }

    /// A fund: what was received and planned in a year, and the total of a plan for several.
    package struct Fund: Sendable, Hashable {
        package let received: IndicatorCode
        package let planned: IndicatorCode
        package let total: IndicatorCode
        /// How many years the total is for.
        package let years: Int

        package init(received: IndicatorCode, planned: IndicatorCode, total: IndicatorCode, years: Int) {
            self.received = received
            self.planned = planned
            self.total = total
            self.years = years
        }
    }

    /// A prior figure restated by more than this share of what stood before needs a reason.
    package let restatementTolerance: Decimal128
    /// How many points two consortia may share in a year before it is noticed.
    package let sharedPoints: Int
    /// Shorter figures agree by chance; they do not count.
    package let significantDigits: Int
    /// A figure so many times the one before, or so small a part of it, looks like 元 written for 万元; of a percentage,
    /// like a fraction.
    package let jumps: [IndicatorKind: Jump]
    /// Figures unchanged over that many reported years are noticed.
    package let frozenYears: Int
    /// Points whose evidence cannot serve two years: money received, activities held.
    package let nonRepeating: Set<IndicatorCode>
    package let parts: [Part]
    package let limits: [Limit]
    package let funds: [Fund]
    /// Receipts above their plans in so many rows, and in all, are noticed; 0 for never.
    package let rowsAbovePlan: Int
    /// What a sender may answer to a doubt.
    package let explanations: [ExplanationCode]

    package init(
        restatementTolerance: Decimal128, sharedPoints: Int, significantDigits: Int, jumps: [IndicatorKind: Jump],
        frozenYears: Int, nonRepeating: Set<IndicatorCode>, parts: [Part], limits: [Limit] = [], funds: [Fund] = [],
        rowsAbovePlan: Int = 0, explanations: [ExplanationCode] = []
    ) {
        self.restatementTolerance = restatementTolerance
        self.sharedPoints = sharedPoints
        self.significantDigits = significantDigits
        self.jumps = jumps
        self.frozenYears = frozenYears
        self.nonRepeating = nonRepeating
        self.parts = parts
        self.limits = limits
        self.funds = funds
        self.rowsAbovePlan = rowsAbovePlan
        self.explanations = explanations
    }
}
