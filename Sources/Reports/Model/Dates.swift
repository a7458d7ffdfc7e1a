import FEEL
import Standards

/// Days as Chinese documents write them.
enum Dates {
    /// `2026年3月31日`
    static func chinese(_ date: CalendarDate) -> String {
        date.inChinese
    }

    /// The same, or a dash.
    static func chinese(_ date: CalendarDate?) -> String {
        date.map { chinese($0) } ?? Figures.none
    }
}
