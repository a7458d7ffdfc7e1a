/// A calendar year that consortia report on, such as 2025.
package struct ReportingYear: Hashable, Sendable, Comparable, Strideable, CustomStringConvertible {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    /// Reads a year as people type it (`2025`, `２０２５`, `2025年`, `2025年度`); nil where it is not one of 2000…2099.
    package init?(text: some StringProtocol) {
        let trimmed = text.drop { $0.isWhitespace }
        let digits = trimmed.prefix(4).compactMap(\.wholeNumberValue).filter { $0 < 10 }
        let rest = String(trimmed.dropFirst(4).filter { !$0.isWhitespace })
        guard digits.count == 4, rest.isEmpty || rest == "年" || rest == "年度" else { return nil }
        let value = digits.reduce(0) { $0 * 10 + $1 }
        guard (2000...2099).contains(value) else { return nil }
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: ReportingYear, right: ReportingYear) -> Bool { left.value < right.value }
    package func advanced(by years: Int) -> ReportingYear { ReportingYear(value + years) }
    package func distance(to other: ReportingYear) -> Int { other.value - value }
}
