import FEEL

extension Sample {
    /// A day as `2026-04-30`.
    static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
        return day
    }
}
