import FEEL

/// Days as Chinese documents write them.
enum Dates {
    /// `2026年3月31日`
    static func chinese(_ date: CalendarDate) -> String {
        "\(date.year)年\(date.month)月\(date.day)日"
    }

    /// The same, or a dash.
    static func chinese(_ date: CalendarDate?) -> String {
        date.map { chinese($0) } ?? Figures.none
    }
}
