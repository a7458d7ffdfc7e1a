package import FEEL

/// Which days are worked in China: Monday to Friday, but for the days off and the days worked in return that the State
/// Council gives for each year.
///
/// A year for which nothing is listed counts Monday to Friday; ``isListed(_:)`` says so, and so must whoever counts.
package struct Workdays: Sendable, Hashable {
    /// A stretch of days of a notice, off or worked.
    package struct Stretch: Sendable, Hashable {
        /// The year that the notice is for: the days may begin in the December before.
        package let year: Int
        package let days: ClosedRange<CalendarDate>
        /// Whether they are worked (调休上班) or off (放假).
        package let isWorking: Bool
        /// 春节
        package let occasion: String
        /// 国办发明电〔2025〕7号
        package let document: String

        package init(
            year: Int, days: ClosedRange<CalendarDate>, isWorking: Bool, occasion: String, document: String
        ) {
            self.year = year
            self.days = days
            self.isWorking = isWorking
            self.occasion = occasion
            self.document = document
        }
    }

    package let stretches: [Stretch]
    private let listedYears: Set<Int>
    private let exceptions: [CalendarDate: Stretch]

    /// Monday to Friday of every year.
    package static let weekdaysOnly = Workdays([])

    /// Of two stretches that hold the same day the first counts; the loader takes no such list.
    package init(_ stretches: [Stretch]) {
        self.stretches = stretches
        listedYears = Set(stretches.map(\.year))
        exceptions = Dictionary(
            stretches.flatMap { stretch in stretch.days.each.map { ($0, stretch) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether the notice for a year is listed.
    package func isListed(_ year: Int) -> Bool { listedYears.contains(year) }

    /// The years from that of `first` through that of `last` that have no list.
    package func unlistedYears(from first: CalendarDate, through last: CalendarDate) -> [Int] {
        first.year <= last.year ? (first.year...last.year).filter { !isListed($0) } : []
    }

    package func isWorking(_ day: CalendarDate) -> Bool {
        exceptions[day]?.isWorking ?? (day.weekday <= 5)
    }

    /// Why a day is other than its day of the week has it; nil where nothing is listed for it.
    package func exception(on day: CalendarDate) -> Stretch? { exceptions[day] }

    /// The first working day that is not before `day`.
    package func next(onOrAfter day: CalendarDate) -> CalendarDate {
        isWorking(day) ? day : self.day(1, after: day)
    }

    /// The `count`th working day after `day`, 1 for the next one; `day` itself for 0.
    package func day(_ count: Int, after day: CalendarDate) -> CalendarDate { step(count, from: day, by: 1) }

    /// The `count`th working day before `day`, 1 for the last one; `day` itself for 0.
    package func day(_ count: Int, before day: CalendarDate) -> CalendarDate { step(count, from: day, by: -1) }

    /// How many working days lie after `first`, up to and with `last`; negative where `last` is the earlier, as many as
    /// lie after `last`, up to and with `first`.
    package func count(after first: CalendarDate, through last: CalendarDate) -> Int {
        guard first <= last else { return -count(after: last, through: first) }
        return (first...last).each.dropFirst().count(where: isWorking)
    }

    /// What is said of a year without a list.
    package static func unlisted(_ year: Int) -> String {
        "\(year)年的放假和调休安排没有列入 data/reference/workdays.csv，按周一至周五为工作日计算；请照国务院办公厅的通知补上"
    }

    private func step(_ count: Int, from start: CalendarDate, by direction: Int) -> CalendarDate {
        precondition(count >= 0)
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: direction)
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}

extension CalendarDate {
    /// The day so many days later, or earlier.
    package func adding(days: Int) -> CalendarDate {
        guard let day = CalendarDate(epochDay: epochDay + days) else { preconditionFailure("outside FEEL's years") }
        return day
    }

    /// 周一 … 周日
    package var weekdayTitle: String { ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday - 1] }
}

extension ClosedRange<CalendarDate> {
    /// The days one by one.
    package var each: [CalendarDate] {
        (lowerBound.epochDay...upperBound.epochDay).compactMap { CalendarDate(epochDay: $0) }
    }
}
