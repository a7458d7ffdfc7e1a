internal import Assessment
internal import Reports
internal import Safekeeping
internal import Standards

/// The rating of a consortium for a terminal: who rated, what came out as far as it is disclosed, what can be said.
package enum RatingText {
    package static func rendered(_ file: RatingFile) -> String {
        let (rating, book) = (file.rating, file.rating.book)
        var text = "评议 \(file.consortium.id) \(file.consortium.name)（\(file.year)年度）\n".printableLines
        text += "依据：《\(rating.edition.title)》\(rating.edition.version)\n结论：\(file.verdict)\n\n"
        for group in rating.edition.ratings?.groups ?? [] where !group.points.isEmpty {
            text += "\(group.code) \(group.title)\n"
            let codes = Set(group.points.map(\.code))
            for rated in book.points where codes.contains(rated.point.code) { text += lines(of: rated) }
        }
        for check in rating.deductions {
            text += "第\(check.clause.code)项 \(check.outcome.title)：\(check.text.printable)\n"
        }
        return text + "\n可作：\(next(book))\n"
    }

    private static func lines(of rated: PointRating) -> String {
        let made = rated.ratings + (rated.adjudication.map { [$0] } ?? [])
        let head = "  \(rated.point.code)  \(rated.grade?.title ?? rated.state.title)"
        guard !made.isEmpty else { return "\(head)（已收到\(rated.received)/2）\n" }
        let said = made.map { rating in
            "      \(rating.by) \(rating.on) \(rating.round.title)：\(rating.grade.title)，\(rating.ground)".printable
                + "\n"
        }
        return head + "\n" + said.joined()
    }

    private static func next(_ book: RatingBook) -> String {
        guard book.isDisclosed else {
            return "评定（review rate 联合体 观测点 符合|基本符合|不符合），由部级专家两人各自作出"
        }
        let disputed = book.points.filter { $0.state == .disputed }.map(\.point.code)
        return disputed.isEmpty
            ? "没有须裁定的观测点" : "裁定（review rate），由部级审定作出：\(disputed.joined(separator: "、"))"
    }
}

extension String {
    fileprivate var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
    }
}
