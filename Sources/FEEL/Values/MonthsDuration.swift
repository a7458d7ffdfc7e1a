/// A length of time in years and months: FEEL's `years and months duration`.
public struct MonthsDuration: Sendable, Hashable, Comparable {
    /// The length in months, negative backward.
    public let months: Int

    /// A length of `months`.
    public init(months: Int) {
        self.months = months
    }

    /// The whole years, 0 toward zero.
    public var years: Int { months / 12 }
    /// The months beyond the whole years, −11…11.
    public var monthsOfYear: Int { months % 12 }

    /// Shorter first.
    public static func < (left: MonthsDuration, right: MonthsDuration) -> Bool { left.months < right.months }
}

// MARK: - Text

extension MonthsDuration: CustomStringConvertible {
    /// Reads `P1Y2M`, `P26M`, `-P3Y`.
    public init?(_ text: some StringProtocol) {
        var scanner = TemporalScanner(text)
        let isNegative = scanner.take("-")
        guard scanner.take("P"), !scanner.isAtEnd, var number = scanner.number(digits: 1...18) else { return nil }
        var months = 0
        if scanner.take("Y") {
            let (product, overflow) = number.multipliedReportingOverflow(by: 12)
            guard !overflow else { return nil }
            months = product
            number = 0
            if !scanner.isAtEnd {
                guard let rest = scanner.number(digits: 1...18), scanner.take("M") else { return nil }
                number = rest
            }
        } else {
            guard scanner.take("M") else { return nil }
        }
        let (total, overflow) = months.addingReportingOverflow(number)
        guard scanner.isAtEnd, !overflow else { return nil }
        self.init(months: isNegative ? -total : total)
    }

    /// `P1Y2M`; `P0M` for none.
    public var description: String {
        guard months != 0 else { return "P0M" }
        let years = years == 0 ? "" : "\(years.magnitude)Y"
        let rest = monthsOfYear == 0 ? "" : "\(monthsOfYear.magnitude)M"
        return (months < 0 ? "-P" : "P") + years + rest
    }
}

// MARK: - Arithmetic

extension MonthsDuration {
    /// The opposite length.
    public static prefix func - (duration: MonthsDuration) -> MonthsDuration {
        MonthsDuration(months: 0 &- duration.months)
    }

    /// The length without its sign.
    public var magnitude: MonthsDuration { months < 0 ? -self : self }

    /// The sum; nil where it cannot be counted.
    public func adding(_ other: MonthsDuration) -> MonthsDuration? {
        let (sum, overflow) = months.addingReportingOverflow(other.months)
        return overflow ? nil : MonthsDuration(months: sum)
    }

    /// The product in whole months, toward zero; nil where it cannot be counted.
    public func multiplied(by factor: Decimal128) -> MonthsDuration? {
        (Decimal128(months) * factor).rounded(.down).intValue.map(MonthsDuration.init(months:))
    }

    /// The quotient in whole months, toward zero; nil where `divisor` is zero.
    public func divided(by divisor: Decimal128) -> MonthsDuration? {
        (Decimal128(months) / divisor).rounded(.down).intValue.map(MonthsDuration.init(months:))
    }

    /// How many times `other` goes into this length; nil where `other` is zero.
    public func divided(by other: MonthsDuration) -> Decimal128? {
        other.months == 0 ? nil : Decimal128(months) / Decimal128(other.months)
    }
}
