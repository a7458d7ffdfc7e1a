/// A day of the proleptic Gregorian calendar, without a time or a zone: FEEL's `date`.
public struct CalendarDate: Sendable, Hashable, Comparable {
    private let storedYear: Int32
    private let storedMonth: UInt8
    private let storedDay: UInt8

    /// The year, −999,999,999…999,999,999; the year before 1 is 0.
    public var year: Int { Int(storedYear) }
    /// The month, 1…12.
    public var month: Int { Int(storedMonth) }
    /// The day of the month, 1…31.
    public var day: Int { Int(storedDay) }

    /// The years a date may have.
    public static let years = -999_999_999...999_999_999

    /// A day by its parts; nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        storedYear = Int32(year)
        storedMonth = UInt8(month)
        storedDay = UInt8(day)
    }

    /// The order of the calendar.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.storedYear, left.storedMonth, left.storedDay) < (right.storedYear, right.storedMonth, right.storedDay)
    }

    /// How many days a month has.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether February has 29 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

// MARK: - Text

extension CalendarDate: CustomStringConvertible {
    /// Reads `2025-12-31`; years of more than four digits and negative ones are allowed, signs and zones are not.
    public init?(_ text: some StringProtocol) {
        var scanner = TemporalScanner(text)
        guard let date = CalendarDate(&scanner), scanner.isAtEnd else { return nil }
        self = date
    }

    init?(_ scanner: inout TemporalScanner) {
        guard let year = scanner.year(), scanner.take("-"), let month = scanner.number(digits: 2...2),
            scanner.take("-"), let day = scanner.number(digits: 2...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2025-12-31`
    public var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

// MARK: - Days counted

extension CalendarDate {
    /// The days since 1970-01-01.
    public var epochDay: Int {
        // The year begins in March here, so that the leap day is its last; 400 years have 146,097 days.
        let shifted = month > 2 ? year : year - 1
        let (era, yearOfEra) = shifted.flooredQuotientAndRemainder(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day `epochDay` days after 1970-01-01; nil outside ``years``.
    public init?(epochDay: Int) {
        guard (-400_000_000_000...400_000_000_000).contains(epochDay) else { return nil }
        let (era, dayOfEra) = (epochDay + 719_468).flooredQuotientAndRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month, day: day)
    }

    /// The day of the week by ISO 8601: Monday is 1, Sunday 7.
    public var weekday: Int {
        (epochDay + 3).flooredQuotientAndRemainder(by: 7).remainder + 1
    }

    /// The day of the year, 1…366.
    public var dayOfYear: Int {
        let daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
        return daysBeforeMonth + day + (month > 2 && Self.isLeap(year) ? 1 : 0)
    }

    /// The week of the year by ISO 8601, 1…53: the week of a year's first Thursday is its first.
    public var weekOfYear: Int {
        let week = (dayOfYear - weekday + 10) / 7
        if week < 1 { return Self.weeks(in: year - 1) }
        return week > Self.weeks(in: year) ? 1 : week
    }

    /// 53 for years that begin or end on a Thursday, otherwise 52.
    private static func weeks(in year: Int) -> Int {
        func lastWeekday(_ year: Int) -> Int {
            let days =
                year + year.flooredQuotientAndRemainder(by: 4).quotient
                - year.flooredQuotientAndRemainder(by: 100).quotient
                + year.flooredQuotientAndRemainder(by: 400).quotient
            return days.flooredQuotientAndRemainder(by: 7).remainder
        }
        return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
    }
}

// MARK: - Arithmetic

extension CalendarDate {
    /// The day this many months later, on the last day of the month where it has no such day; nil outside ``years``.
    public func adding(_ duration: MonthsDuration) -> CalendarDate? {
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(duration.months)
        guard !overflow else { return nil }
        let (year, month) = total.flooredQuotientAndRemainder(by: 12)
        guard Self.years.contains(year) else { return nil }
        return CalendarDate(
            year: year, month: month + 1, day: min(day, Self.days(inMonth: month + 1, of: year)))
    }

    /// The day that holds midnight of this day plus `duration`; nil outside ``years``.
    public func adding(_ duration: SecondsDuration) -> CalendarDate? {
        let days = duration.wholeSeconds.flooredQuotientAndRemainder(by: SecondsDuration.secondsPerDay).quotient
        return CalendarDate(epochDay: epochDay + days)
    }

    /// The whole months from `start` to this day, negative where it is earlier: FEEL's `years and months duration`.
    public func months(since start: CalendarDate) -> MonthsDuration {
        var months = (year - start.year) * 12 + month - start.month
        if months > 0, day < start.day { months -= 1 }
        if months < 0, day > start.day { months += 1 }
        return MonthsDuration(months: months)
    }
}
