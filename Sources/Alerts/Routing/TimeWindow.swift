package import FEEL
package import Foundation
package import Standards

/// A span of the day on the days that it names, by China's clock and calendar: `time_intervals` of `alerts.yml`.
package struct TimeWindow: Sendable, Hashable {
    package let name: String
    /// Minutes of the day; the end is the first that is no longer within.
    package let minutes: Range<Int>
    /// Whether only working days count: weekends and holidays off, make-up days on.
    package let onWorkdaysOnly: Bool
    /// The days that count, both ends included; empty for all.
    package let days: [ClosedRange<CalendarDate>]

    package init(
        name: String, minutes: Range<Int> = 0..<1_440, onWorkdaysOnly: Bool = false,
        days: [ClosedRange<CalendarDate>] = []
    ) {
        self.name = name
        self.minutes = minutes
        self.onWorkdaysOnly = onWorkdaysOnly
        self.days = days
    }

    func contains(_ instant: Date, _ workdays: Workdays) -> Bool {
        let day = ChinaTime.day(of: instant)
        let minute = Int(instant.timeIntervalSince(ChinaTime.start(of: day)) / 60)
        return minutes.contains(minute) && (days.isEmpty || days.contains { $0.contains(day) })
            && (!onWorkdaysOnly || workdays.isWorking(day))
    }
}

/// When a receiver is told: within one of the active windows, where there are any, and within none of the mute ones.
package struct Hours: Sendable, Hashable {
    package let active: [TimeWindow]
    package let mute: [TimeWindow]

    package init(active: [TimeWindow], mute: [TimeWindow] = []) {
        self.active = active
        self.mute = mute
    }

    package func isActive(at instant: Date, _ workdays: Workdays) -> Bool {
        (active.isEmpty || active.contains { $0.contains(instant, workdays) })
            && !mute.contains { $0.contains(instant, workdays) }
    }

    /// The next moment at which the receiver can be told; nil where there is none within a year.
    package func opening(after now: Date, _ workdays: Workdays) -> Date? {
        // Nothing changes but at the edge of a window or of a day.
        let edges = Set((active + mute).flatMap { [$0.minutes.lowerBound, $0.minutes.upperBound] } + [0]).sorted()
        let today = ChinaTime.day(of: now)
        for distance in 0...366 {
            guard let day = CalendarDate(epochDay: today.epochDay + distance) else { return nil }
            let start = ChinaTime.start(of: day)
            for edge in edges where edge < 1_440 {
                let instant = start.addingTimeInterval(Double(edge) * 60)
                if instant > now, isActive(at: instant, workdays) { return instant }
            }
        }
        return nil
    }
}
