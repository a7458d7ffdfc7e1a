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

    /// A prior figure restated by more than this share of what stood before needs a reason.
    package let restatementTolerance: Decimal128
    /// How many points two consortia may share in a year before it is noticed.
    package let sharedPoints: Int
    /// Shorter figures agree by chance; they do not count.
    package let significantDigits: Int
    /// A figure that many times the one before looks like 元 written for 万元.
    package let jumpFactor: Decimal128
    /// Figures unchanged over that many reported years are noticed.
    package let frozenYears: Int
    /// Points whose evidence cannot serve two years: money received, activities held.
    package let nonRepeating: Set<IndicatorCode>
    package let parts: [Part]

    package init(
        restatementTolerance: Decimal128, sharedPoints: Int, significantDigits: Int, jumpFactor: Decimal128,
        frozenYears: Int, nonRepeating: Set<IndicatorCode>, parts: [Part]
    ) {
        self.restatementTolerance = restatementTolerance
        self.sharedPoints = sharedPoints
        self.significantDigits = significantDigits
        self.jumpFactor = jumpFactor
        self.frozenYears = frozenYears
        self.nonRepeating = nonRepeating
        self.parts = parts
    }
}
