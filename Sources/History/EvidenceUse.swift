package import FEEL
package import Standards

/// One use of a document as evidence: the hash that a submission names beside a figure.
package struct EvidenceUse: Sendable, Hashable {
    package let hash: String
    package let consortium: String
    package let indicator: Int
    package let year: ReportingYear
    package let source: CellSource
    /// The part of a file that names it, by its id, in the order in which parts were recorded.
    package let part: Int

    package init(
        hash: String, consortium: String, indicator: Int, year: ReportingYear, source: CellSource, part: Int = 0
    ) {
        self.hash = hash
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.source = source
        self.part = part
    }
}

/// A figure of a past year that a later year's submission gives differently.
package struct Restatement: Sendable, Hashable {
    package let consortium: String
    package let indicator: Int
    package let year: ReportingYear
    package let before: Decimal128
    package let after: Decimal128
    package let reason: String?
    package let beforeSource: CellSource
    package let afterSource: CellSource
    /// Whether it is the word that counts in its cell: not where the other voice's stands.
    package let counts: Bool

    package init(
        consortium: String, indicator: Int, year: ReportingYear, before: Decimal128, after: Decimal128,
        reason: String?, beforeSource: CellSource, afterSource: CellSource, counts: Bool = true
    ) {
        self.consortium = consortium
        self.indicator = indicator
        self.year = year
        self.before = before
        self.after = after
        self.reason = reason
        self.beforeSource = beforeSource
        self.afterSource = afterSource
        self.counts = counts
    }
}
