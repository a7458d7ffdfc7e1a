/// A time of day as programs write it behind a day: `0:00`, `00:00:00.000`, `下午2:30`, `9时30分`, `16:00:00Z`,
/// `08:00+08:00`.
struct ClockTime {
    private let minutes: Int
    /// East of Greenwich, in minutes; nil where no zone is written, which means China's.
    private let zone: Int?

    private static let china = 8 * 60

    private enum Half { case morning, afternoon }
    private static let halves: [(String, Half)] = [
        ("上午", .morning), ("下午", .afternoon), ("AM", .morning), ("PM", .afternoon), ("am", .morning),
        ("pm", .afternoon),
    ]

    /// By how many days the day in China is later than the one that the time was written with.
    var daysLaterInChina: Int {
        guard let zone else { return 0 }
        return Int((Double(minutes - zone + Self.china) / 1440).rounded(.down))
    }

    /// Nil where `text`, which is narrowed, is no time of day.
    init?(_ text: String) {
        var text = text.filter { !$0.isWhitespace }
        var half: Half?
        for (word, meaning) in Self.halves where text.hasPrefix(word) || text.hasSuffix(word) {
            text = text.hasPrefix(word) ? String(text.dropFirst(word.count)) : String(text.dropLast(word.count))
            half = meaning
            break
        }
        var zone: Int?
        if let last = text.last, last == "Z" || last == "z" {
            zone = 0
            text.removeLast()
        } else if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let parts = text[text.index(after: sign)...].filter(\.isDigit)
            guard parts.count == 4 || parts.count == 2, let hours = Int(parts.prefix(2)),
                let minutes = Int(parts.count == 4 ? parts.suffix(2) : "0"), hours <= 14, minutes < 60
            else { return nil }
            zone = (hours * 60 + minutes) * (text[sign] == "-" ? -1 : 1)
            text = String(text[..<sign])
        }
        let parts = text.split { ":时分秒点".contains($0) }
        let numbers = parts.map { Int($0.prefix { $0 != "." }) ?? -1 }
        guard (1...3).contains(parts.count), text.first?.isDigit == true, parts.count > 1 || text.last == "时",
            (0...24).contains(numbers[0]), numbers.dropFirst().allSatisfy({ (0..<60).contains($0) }),
            text.allSatisfy({ $0.isDigit || ":.时分秒点".contains($0) })
        else { return nil }
        var hours = numbers[0]
        if half == .afternoon, hours < 12 { hours += 12 }
        if half == .morning, hours == 12 { hours = 0 }
        minutes = hours * 60 + (numbers.count > 1 ? numbers[1] : 0)
        self.zone = zone
    }
}
