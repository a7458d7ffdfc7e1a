/// A date as workbooks store it: days from an epoch, the time of day as a fraction.
struct SerialDate {
    /// Whole days, as they are stored.
    private let span: Int
    /// Days from the epoch of 1900, whichever the workbook counts from.
    private let days: Int
    private let seconds: Int

    private static let secondsOfDay = 86_400
    /// 9999-12-31, the last day that programs know.
    private static let lastDay = 2_958_465
    /// 1904-01-01 counted in the other system.
    private static let daysTo1904 = 1_462
    /// The 29th of February 1900, which was none but which programs count for the sake of an older one.
    private static let missingDay = 60

    /// Nil for a number that stands for no date or time.
    init?(_ number: Double, startsIn1904: Bool) {
        guard number >= 0, number < Double(Self.lastDay + 1) else { return nil }
        let whole = Int(number)
        let seconds = Int(((number - Double(whole)) * Double(Self.secondsOfDay)).rounded())
        span = whole + seconds / Self.secondsOfDay
        days = span + (startsIn1904 ? Self.daysTo1904 : 0)
        self.seconds = seconds % Self.secondsOfDay
    }

    /// The date and time as a cell of the shape says them: `2025-03-01`, `2025-03-01T08:30:00`, `08:30:00`; nil for a
    /// day that is none.
    func text(as shape: NumberShape) -> String? {
        switch shape {
        case .plain, .percent: nil
        case .date: date
        // A time of day is one in every year, and so is a span: only dates count from an epoch.
        case .time where span == 0: time(hours: 0)
        case .dateTime, .time: days == 0 ? time(hours: 0) : date.map { seconds == 0 ? $0 : $0 + "T" + time(hours: 0) }
        case .elapsed: time(hours: span * 24)
        }
    }

    private var date: String? {
        guard days > 0, days != Self.missingDay, days <= Self.lastDay else { return nil }
        let (year, month, day) = Self.civil(days - (days > Self.missingDay ? 25_569 : 25_568))
        return "\(year)-\(Self.padded(month))-\(Self.padded(day))"
    }

    private func time(hours: Int) -> String {
        let parts = [hours + seconds / 3600, seconds / 60 % 60, seconds % 60]
        return parts.map(Self.padded).joined(separator: ":")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// The day of the Gregorian calendar that is `days` after 1970-01-01; by Howard Hinnant's `civil_from_days`.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        // Years start in March here, so that the leap day is their last; 400 of them are an era.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
