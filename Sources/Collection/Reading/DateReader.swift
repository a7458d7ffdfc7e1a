internal import FEEL

extension CalendarDate {
    /// The day that people type as 2025-03-01, 2025/3/1, 2025.3.1 or 2025年3月1日; nil for anything else.
    static func reading(_ text: String) -> CalendarDate? {
        let narrow = text.narrowed
        for (first, second, last) in [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日"), ("年", "月", "")] {
            guard narrow.hasSuffix(last) else { continue }
            let parts = narrow.dropLast(last.count).split(separator: first, maxSplits: 1)
            guard parts.count == 2 else { continue }
            let rest = parts[1].split(separator: second, maxSplits: 1)
            guard rest.count == 2, let year = number(parts[0], digits: 4...4), let month = number(rest[0], digits: 1...2),
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
