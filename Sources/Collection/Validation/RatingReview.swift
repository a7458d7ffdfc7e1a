package import FEEL
package import Standards

/// Tells what is wrong with an entry of the register of ratings in itself, held against the points that are rated.
package struct RatingReview: Sendable {
    private let scheme: RatingScheme
    private let today: CalendarDate

    package init(_ scheme: RatingScheme, today: CalendarDate) {
        self.scheme = scheme
        self.today = today
    }

    /// Why an entry is not taken in; nil where it may be.
    package func objection(to entry: RegisterEntry) -> Finding? {
        func value(_ key: String) -> String { entry.values[key] ?? "" }
        func finding(_ kind: FindingKind, _ values: [String: String] = [:]) -> Finding {
            Finding(
                kind, at: entry.source, consortium: entry.consortium,
                values.merging(["point": value("point")]) { own, _ in own })
        }
        guard scheme.point(value("point")) != nil else {
            let codes = scheme.points.map(\.code)
            return finding(
                .unknownRatedPoint,
                ["found": value("point"), "first": codes.first ?? "", "last": codes.last ?? ""])
        }
        guard RatingGrade(text: value("rating")) != nil else {
            let choices = RatingGrade.allCases.map { "“\($0.title)”" }.joined()
            return finding(.badRatingWord, ["found": value("rating"), "choices": choices])
        }
        guard RatingRound(text: value("round")) != nil else {
            return finding(.badRatingRound, ["found": value("round")])
        }
        let missing = [("by", "评定人"), ("on", "日期"), ("ground", "理由")].filter { value($0.0).isEmpty }.map(\.1)
        guard missing.isEmpty, let on = CalendarDate(value("on")) else {
            let columns = missing.isEmpty ? ["日期"] : missing
            return finding(.ratingIncomplete, ["columns": columns.map { "“\($0)”" }.joined()])
        }
        guard on <= today else {
            return finding(.ratingInFuture, ["found": on.description, "today": today.description])
        }
        guard !value("by").contains(where: { "、,，;；".contains($0) }) else {
            return finding(.ratingOfSeveral, ["found": value("by")])
        }
        return nil
    }
}
