package import Standards

/// How an observation point stands that people rate: what is known of it to everybody.
///
/// What the two found does not stand here before both are through (``RatingBook``), so that nobody can show it.
package struct PointRating: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// Two people have not both rated every point.
        case open
        /// They find the same.
        case agreed
        /// They do not, and nobody has adjudicated.
        case disputed
        case adjudicated

        package var title: String {
            switch self {
            case .open: "评议中"
            case .agreed: "一致"
            case .disputed: "不一致，待裁定"
            case .adjudicated: "已裁定"
            }
        }
    }

    package let point: RatingScheme.Point
    package let state: State
    /// How many of the two have rated it.
    package let received: Int
    /// What the two found, in the order of ``RatingBook/reviewers``; empty while ``State/open``.
    package let ratings: [Rating]
    package let adjudication: Rating?

    package init(
        point: RatingScheme.Point, state: State, received: Int, ratings: [Rating] = [], adjudication: Rating? = nil
    ) {
        self.point = point
        self.state = state
        self.received = received
        self.ratings = ratings
        self.adjudication = adjudication
    }

    /// What holds; nil where nothing does yet.
    package var grade: RatingGrade? {
        switch state {
        case .open, .disputed: nil
        case .agreed: ratings.first?.grade
        case .adjudicated: adjudication?.grade
        }
    }

    /// One sentence for people.
    package var text: String {
        switch state {
        case .open: "已收到\(received)份评定，双方评完以前不公布"
        case .agreed: "两人均评为\(grade?.title ?? "")"
        case .disputed: "\(words)，不一致，待第三人裁定"
        case .adjudicated:
            "\(words)；\(adjudication.map { "\($0.by)裁定为\($0.grade.title)：\($0.ground)" } ?? "")"
        }
    }

    private var words: String { ratings.map { "\($0.by)评为\($0.grade.title)" }.joined(separator: "，") }
}
