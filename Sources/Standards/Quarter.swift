/// A quarter of a year.
package struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let year: ReportingYear
    /// 1…4
    package let number: Int

    package init?(_ year: ReportingYear, _ number: Int) {
        guard (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// Reads `2025Q1`, `2025-Q1`, `2025年一季度`, `2025年第1季度`; nil for anything else.
    package init?(text: some StringProtocol) {
        let letters = String(text.filter { !$0.isWhitespace }).uppercased()
        guard let year = ReportingYear(text: letters.prefix(4)) else { return nil }
        var rest = letters.dropFirst(4)
        for word in ["年度", "年"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        while let first = rest.first, "-—－/第".contains(first) { rest = rest.dropFirst() }
        let words: [[String]] = [
            ["Q1", "一季度", "1季度"], ["Q2", "二季度", "2季度"], ["Q3", "三季度", "3季度"], ["Q4", "四季度", "4季度"],
        ]
        let word = String(rest.map { $0.wholeNumberValue.map { Character(String($0 % 10)) } ?? $0 })
        let own = String(rest)
        guard let place = words.firstIndex(where: { $0.contains(word) || $0.contains(own) }) else { return nil }
        self.init(year, place + 1)
    }

    /// `2025Q1`
    package var description: String { "\(year)Q\(number)" }

    /// `2025年第一季度`
    package var title: String { "\(year)年第\(["一", "二", "三", "四"][number - 1])季度" }

    package static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
