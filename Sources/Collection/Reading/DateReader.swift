internal import FEEL

extension CalendarDate {
    /// What stands after the year, the month and the day.
    private static let styles = [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日"), ("年", "月", "")]

    /// The day that people type as 2025-03-01, 2025/3/1, 2025.3.1 or 2025年3月1日; nil for anything else.
    static func reading(_ text: String) -> CalendarDate? {
        let narrow = text.narrowed
        for (afterYear, afterMonth, afterDay) in styles where narrow.hasSuffix(afterDay) {
            let parts = narrow.dropLast(afterDay.count).split(separator: afterYear, maxSplits: 1)
            guard parts.count == 2, let year = number(parts[0], digits: 4...4) else { continue }
            let rest = parts[1].split(separator: afterMonth, maxSplits: 1)
            guard rest.count == 2, let month = number(rest[0], digits: 1...2),
                let day = number(rest[1], digits: 1...2)
            else { continue }
            return CalendarDate(year: year, month: month, day: day)
        }
        return nil
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
