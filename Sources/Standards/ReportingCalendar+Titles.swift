extension ReportingCalendar {
    /// What people call the days of `pipelines/calendar.yml`, by their keys.
    private static let titles = [
        "opens": "报送开始日", "closes": "报送截止日", "supplementsUntil": "补报期限", "rectifiesUntil": "整改期限",
    ]

    /// What people call a day of the calendar; the key itself where it is none of ours.
    package static func title(of key: String) -> String { titles[key] ?? key }
}
