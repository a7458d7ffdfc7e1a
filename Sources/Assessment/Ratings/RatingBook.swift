package import FEEL
package import Standards

/// What people rated of one consortium for one year, as far as it counts.
///
/// The first two who rate any point are its reviewers; of each the latest rating of a point holds. When both have rated
/// every point, what they found is disclosed, and from then on neither can change it. On points where they disagree a
/// third adjudicates; of several adjudications the latest holds, and none before the disclosure. Whatever comes otherwise
/// counts for nothing: a third person's first rating, an adjudication of one of the two.
package struct RatingBook: Sendable, Hashable {
    /// In the order in which they began; at most two.
    package let reviewers: [String]
    /// Whether both have rated every point.
    package let isDisclosed: Bool
    /// In the order of the scheme.
    package let points: [PointRating]
    /// How far the two agree; nil before the disclosure.
    package let agreement: Agreement?
    /// How many points each of ``reviewers`` has rated.
    package let progress: [Int]

    /// - Parameters:
    ///   - ratings: of one consortium, in the order of receipt.
    ///   - today: what is dated later is not known yet; nil where nobody asks.
    package init(_ scheme: RatingScheme, _ ratings: [Rating], for year: ReportingYear, today: CalendarDate? = nil) {
        let codes = scheme.points.map(\.code)
        var tally = Tally(points: codes)
        let known = Set(codes)
        let counting = ratings.filter { rating in
            rating.year == year && known.contains(rating.point) && (today.map { rating.on <= $0 } ?? true)
        }
        // Files of one day have no order among them.
        for round in RatingRound.allCases { for rating in counting where rating.round == round { tally.take(rating) } }
        let (reviewers, isDisclosed) = (tally.reviewers, tally.isDisclosed)
        self.reviewers = reviewers
        self.isDisclosed = isDisclosed
        points = scheme.points.map { point in
            let found = reviewers.compactMap { tally.first[point.code]?[$0] }
            guard isDisclosed else { return PointRating(point: point, state: .open, received: found.count) }
            let adjudication = tally.adjudications[point.code]
            let state: PointRating.State =
                found.allSatisfy { $0.grade == found.first?.grade }
                ? .agreed : adjudication == nil ? .disputed : .adjudicated
            return PointRating(
                point: point, state: state, received: found.count, ratings: found, adjudication: adjudication)
        }
        progress = reviewers.map { reviewer in codes.count { tally.first[$0]?[reviewer] != nil } }
        agreement =
            isDisclosed ? Agreement(points.map { ($0.ratings[0].grade, $0.ratings[1].grade) }) : nil
    }

    /// Why what somebody is about to say would count for nothing, a sentence without its full stop; nil where it counts.
    package func objection(to round: RatingRound, of point: String, by name: String) -> String? {
        switch round {
        case .first where isDisclosed: return "两人的评定已经公布，不能再改"
        case .first where reviewers.count == 2 && !reviewers.contains(name):
            return "已由\(reviewers.joined(separator: "、"))评定，每家由两人评定"
        case .first: return nil
        case .adjudication:
            guard isDisclosed else { return "两人尚未评完，不能裁定" }
            if reviewers.contains(name) { return "\(name)是评定人之一，不能裁定自己的评定" }
            let state = points.first { $0.point.code == point }?.state
            return state == .agreed ? "两人评定一致，不须裁定" : nil
        }
    }

    /// Takes ratings in one after another.
    private struct Tally {
        let points: [String]
        var reviewers: [String] = []
        /// By point, then by who rated it.
        var first: [String: [String: Rating]] = [:]
        var adjudications: [String: Rating] = [:]
        var isDisclosed = false

        init(points: [String]) {
            self.points = points
        }

        mutating func take(_ rating: Rating) {
            switch rating.round {
            case .first:
                guard !isDisclosed, reviewers.contains(rating.by) || reviewers.count < 2 else { return }
                if !reviewers.contains(rating.by) { reviewers.append(rating.by) }
                first[rating.point, default: [:]][rating.by] = rating
                isDisclosed = points.allSatisfy { first[$0]?.count == 2 }
            case .adjudication:
                guard isDisclosed, !reviewers.contains(rating.by),
                    Set((first[rating.point] ?? [:]).values.map(\.grade)).count > 1
                else { return }
                adjudications[rating.point] = rating
            }
        }
    }
}
