internal import Assessment
internal import Collection
internal import FEEL
internal import Standards

/// Holds entries of the register of ratings against the points that are rated and against what was rated before: what is
/// incomplete or comes out of turn is not taken in.
struct RatingDesk {
    private let scheme: RatingScheme
    private let review: RatingReview
    /// What was taken in, by consortium and in the order of receipt.
    private var known: [String: [Rating]]

    init(_ scheme: RatingScheme, known: [Rating], today: CalendarDate) {
        self.scheme = scheme
        self.known = Dictionary(grouping: known, by: \.consortium)
        review = RatingReview(scheme, today: today)
    }

    /// Takes out of a submission what does not count, and learns what it says for those that follow.
    mutating func examine(_ submission: inout Submission) -> [Finding] {
        submission.withhold(entriesOf: .ratings) { entry in
            if let finding = review.objection(to: entry) { return finding }
            guard let rating = Rating(entry) else { return nil }
            let book = RatingBook(scheme, known[rating.consortium, default: []], for: rating.year)
            // An adjudication may come with what it adjudicates on, in a file that is read later.
            if rating.round == .first || book.isDisclosed,
                let reason = book.objection(to: rating.round, of: rating.point, by: rating.by)
            {
                return Finding(
                    .ratingVoid, at: entry.source, consortium: entry.consortium,
                    [
                        "by": rating.by, "point": rating.point, "round": rating.round.title, "reason": reason,
                        "remedy": "请核对轮次和评定人；评定有误的，请报部级审定裁定。",
                    ])
            }
            known[rating.consortium, default: []].append(rating)
            return nil
        }
    }
}
