internal import FEEL
internal import Standards

/// What a cell says of a day.
enum DateReading: Equatable {
    case day(CalendarDate)
    /// A day whose year is not written, or with two digits only: 3月1号, 25.3.1.
    case withoutYear(month: Int, day: Int)
    case none

    /// Reads a day as people and programs write it: 2025-03-01, 2025/3/1, 2025.3.1, 20250301, 2025年3月1日 (号),
    /// 二〇二五年三月一日, each with a time of day or a day of the week behind it or without. A time with a zone is told in
    /// China's.
    init(_ text: String) {
        if let day = CalendarDate(plain: text) {
            self = .day(day)
        } else {
            var scanner = DateScanner(text.narrowed)
            self = scanner.read()
        }
    }
}

extension CalendarDate {
    /// The day that `text` says; nil for anything else, and for one without its year.
    static func reading(_ text: String) -> CalendarDate? {
        if case .day(let day) = DateReading(text) { day } else { nil }
    }

    /// Years that something may have happened in; others were mistyped.
    static let plausibleYears = 1949...2099

    /// A day as programs write it, 2025-03-01, in which nothing has to be looked for; nil for any other text.
    fileprivate init?(plain text: String) {
        let bytes = text.utf8
        guard bytes.count == 10 else { return nil }
        var numbers = [0, 0, 0]
        var part = 0
        for (place, byte) in bytes.enumerated() {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): part += 1
            case (4, _), (7, _): return nil
            case (_, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers[part] = numbers[part] * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard Self.plausibleYears.contains(numbers[0]) else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}

/// Goes through the characters of a day.
private struct DateScanner {
    private var rest: [Character]

    private static let numerals: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]

    /// - Parameter text: narrowed.
    init(_ text: String) {
        rest = []
        let characters = text.map { $0.unicodeScalars.first?.isDash == true ? "-" : $0 }
        for (position, character) in characters.enumerated() {
            guard character.isWhitespace else {
                rest.append(character)
                continue
            }
            // A space beside 年, 月 or a sign means nothing; one behind the day comes before a time.
            let next = characters[position...].first { !$0.isWhitespace }
            let isIdle = rest.last.map { "年月-/. ".contains($0) } ?? true
            if !isIdle, !(next.map { "年月日号-/.".contains($0) } ?? true) { rest.append(" ") }
        }
    }

    mutating func read() -> DateReading {
        guard let day = readDay(), let daysLater = readRest() else { return .none }
        guard case .day(let date) = day, daysLater != 0 else { return day }
        return CalendarDate(epochDay: date.epochDay + daysLater).map(DateReading.day) ?? .none
    }

    private mutating func readDay() -> DateReading? {
        let digits = prefix { $0.isDigit }
        if digits.count == 8, let number = Int(digits) {
            rest.removeFirst(8)
            return day(number / 10000, number / 100 % 100, number % 100)
        }
        guard let first = readNumber(), let sign = rest.first else { return nil }
        switch sign {
        case "年":
            rest.removeFirst()
            return readMonth(year: first, after: "月")
        case "月":
            return readMonth(year: nil, month: first, after: "月")
        case "-", "/", ".":
            rest.removeFirst()
            return readMonth(year: first, after: sign)
        default:
            return nil
        }
    }

    /// What comes after the year.
    private mutating func readMonth(
        year: (value: Int, width: Int)?, month: (value: Int, width: Int)? = nil, after sign: Character
    ) -> DateReading? {
        guard let month = month ?? readNumber(), month.width <= 2, rest.first == sign else { return nil }
        rest.removeFirst()
        guard let last = readNumber(), last.width <= 2 else { return nil }
        if sign == "月", let unit = rest.first, "日号".contains(unit) { rest.removeFirst() }
        switch year?.width {
        case 4?: return day(year?.value ?? 0, month.value, last.value)
        // A leap year has every day that a year may have.
        case nil, 2?:
            guard CalendarDate(year: 2000, month: month.value, day: last.value) != nil else { return nil }
            return .withoutYear(month: month.value, day: last.value)
        default: return nil
        }
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> DateReading? {
        guard CalendarDate.plausibleYears.contains(year) else { return nil }
        return CalendarDate(year: year, month: month, day: day).map(DateReading.day)
    }

    /// A number in digits or in Chinese numerals, with how many digits it has.
    private mutating func readNumber() -> (value: Int, width: Int)? {
        let digits = prefix { $0.isDigit }
        if !digits.isEmpty {
            rest.removeFirst(digits.count)
            return digits.count <= 4 ? Int(digits).map { ($0, digits.count) } : nil
        }
        let numerals = prefix { Self.numerals[$0] != nil }
        let values = numerals.compactMap { Self.numerals[$0] }
        guard !values.isEmpty, values.count <= 4 else { return nil }
        rest.removeFirst(values.count)
        guard let ten = values.firstIndex(of: 10) else {
            let isYear = values.count == 4 || values.count == 2
            return isYear || values.count == 1 ? (values.reduce(0) { $0 * 10 + $1 }, values.count) : nil
        }
        // 十, 十五, 二十, 二十五.
        guard ten <= 1, values.count - ten <= 2, !values[(ten + 1)...].contains(10) else { return nil }
        return ((ten == 0 ? 1 : values[0]) * 10 + (values.count - ten == 2 ? values[ten + 1] : 0), 2)
    }

    /// What comes after the day: nothing, a day of the week, a time. Returns by how many days a time with a zone is later
    /// in China; nil where something else comes.
    private mutating func readRest() -> Int? {
        skip { $0 == " " || $0 == "(" }
        if ["星期", "周", "礼拜"].contains(where: { String(rest).hasPrefix($0) }) {
            skip { "星期周礼拜一二三四五六日天".contains($0) }
        }
        skip { $0 == " " || $0 == ")" }
        if rest.isEmpty { return 0 }
        if rest.first == "T" || rest.first == "t" { rest.removeFirst() }
        return ClockTime(String(rest))?.daysLaterInChina
    }

    private mutating func skip(_ isSkipped: (Character) -> Bool) {
        rest = Array(rest.drop(while: isSkipped))
    }

    private func prefix(_ isWanted: (Character) -> Bool) -> String { String(rest.prefix(while: isWanted)) }
}
