package import FEEL

extension CalendarDate {
    /// The day as Chinese documents write it in a sentence: `2026年3月31日`.
    package var inChinese: String { "\(year)年\(month)月\(day)日" }

    /// The same of a day that is written as a source writes it: `2023-04-18` is `2023年4月18日`; what is no day stays.
    package static func inChinese(_ text: String) -> String { CalendarDate(text)?.inChinese ?? text }
}
