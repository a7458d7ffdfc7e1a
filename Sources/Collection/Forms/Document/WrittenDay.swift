internal import FEEL

/// A day as people write it under a signature: 2024年2月20日, 二〇二四年二月二十日, 2024-02-20; or as the form prints it to be
/// filled in: 年 月 日.
struct WrittenDay: Equatable {
    enum Reading: Equatable {
        case day(CalendarDate)
        case blank
        /// Something was written, and no day: 2024年2月30日, 2024年2月.
        case unreadable
    }

    let reading: Reading
    /// Where it stands.
    let range: Range<Int>

    /// The last one in a text whose signs are narrow; nil where there is none. An opinion may speak of other days
    /// before the one of its signature.
    static func last(in text: [Character]) -> WrittenDay? {
        for index in text.indices.reversed() {
            if text[index] == "年", let day = day(aroundYear: index, text) { return day }
            if let day = day(from: index, text) { return day }
        }
        return nil
    }

    /// With 年, 月 and 日.
    private static func day(aroundYear position: Int, _ text: [Character]) -> WrittenDay? {
        var start = position
        while start > 0, isFilling(text[start - 1]) || numerals[text[start - 1]] != nil { start -= 1 }
        guard let month = end(of: "月", after: position, text) else { return nil }
        let last = end(of: "日号", after: month, text)
        let year = written(text[start..<position])
        let monthText = written(text[(position + 1)..<month])
        let dayText = last.map { written(text[(month + 1)..<$0]) } ?? []
        let range = start..<(last ?? month) + 1
        if year.isEmpty, monthText.isEmpty, dayText.isEmpty {
            return last == nil ? nil : WrittenDay(reading: .blank, range: range)
        }
        guard let year = yearNumber(year), let month = number(monthText), let day = number(dayText),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return WrittenDay(reading: .unreadable, range: range) }
        return WrittenDay(reading: .day(date), range: range)
    }

    /// Where one of the signs stands after a number or room for one.
    private static func end(of signs: String, after position: Int, _ text: [Character]) -> Int? {
        let end = text[(position + 1)...].firstIndex { !isFilling($0) && numerals[$0] == nil }
        return end.flatMap { signs.contains(text[$0]) ? $0 : nil }
    }

    /// With lines or points between: the year has four digits.
    private static func day(from start: Int, _ text: [Character]) -> WrittenDay? {
        guard text[start].isDigit, start == 0 || !text[start - 1].isDigit else { return nil }
        var parts: [[Character]] = [[]]
        var position = start
        while position < text.count {
            if text[position].isDigit {
                parts[parts.count - 1].append(text[position])
            } else if "-./".contains(text[position]), parts.count < 3 {
                parts.append([])
            } else if !text[position].isWhitespace || parts.count == 3 && !(parts.last ?? []).isEmpty {
                break
            }
            position += 1
        }
        guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }) else {
            return nil
        }
        let numbers = parts.compactMap { Int(String($0)) }
        let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        return WrittenDay(reading: date.map(Reading.day) ?? .unreadable, range: start..<position)
    }

    // MARK: - Numbers

    private static func isFilling(_ sign: Character) -> Bool { sign.isWhitespace || sign == "_" }

    private static func written(_ text: ArraySlice<Character>) -> [Character] { text.filter { !isFilling($0) } }

    /// By their values; tens apart.
    private static let numerals: [Character: Int] = {
        var numerals: [Character: Int] = ["十": 10, "廿": 20, "卅": 30, "元": 1]
        for (value, signs) in ["0〇○零Oo", "1一", "2二", "3三", "4四", "5五", "6六", "7七", "8八", "9九"].enumerated() {
            for sign in signs { numerals[sign] = value }
        }
        return numerals
    }()

    /// 2024, 二〇二四.
    private static func yearNumber(_ signs: [Character]) -> Int? {
        let digits = signs.compactMap { numerals[$0] }
        guard digits.count == 4, digits.allSatisfy({ $0 < 10 }) else { return nil }
        return digits.reduce(0) { 10 * $0 + $1 }
    }

    /// A month or a day: 5, 05, 五, 十二, 二十, 廿三.
    private static func number(_ signs: [Character]) -> Int? {
        let values = signs.compactMap { numerals[$0] }
        return switch values.count {
        case 1: values[0]
        case 2 where values[0] >= 10: values[1] < 10 ? values[0] + values[1] : nil
        case 2 where values[1] == 10: values[0] * 10
        case 2 where values[1] < 10: values[0] * 10 + values[1]
        case 3 where values[1] == 10 && values[0] < 10 && values[2] < 10: values[0] * 10 + values[2]
        default: nil
        }
    }
}
