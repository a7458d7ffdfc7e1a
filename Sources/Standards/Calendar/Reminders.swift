package import Configuration

/// When people are reminded of a day: so many working days before it and after it, each list without doubles and nearest
/// to the day last and first: `before` 30, 7, 1, `after` 1, 7, 30.
package struct Reminders: Sendable, Hashable {
    package let before: [Int]
    package let after: [Int]

    package init(before: [Int], after: [Int]) {
        self.before = Set(before).sorted(by: >)
        self.after = Set(after).sorted()
    }

    /// What holds where `calendar.yml` says nothing.
    package static let usual = Reminders(before: [30, 7, 1], after: [1, 7, 30])

    /// A year has fewer working days; a reminder farther off would be one of another year's day.
    private static let farthest = 240

    /// `{before: [30, 7, 1], after: [1, 7, 30]}`; what is left out is as in `fallback`, an empty list means none.
    package init(_ entry: YAMLEntry, fallback: Reminders) {
        let fields = YAMLFields(entry, ["before", "after"])
        func days(_ entry: YAMLEntry?) -> [Int]? {
            entry?.items.map { item in
                let count = item.integer
                if item.rawText.flatMap({ Int($0) }) != nil, !(1...Self.farthest).contains(count) {
                    item.report(expected: "应为 1 至 \(Self.farthest) 个工作日", remedy: "请改正")
                }
                return count
            }
        }
        self.init(
            before: days(fields.optional("before")) ?? fallback.before,
            after: days(fields.optional("after")) ?? fallback.after)
    }
}
