internal import Standards

/// Faults for which an entry of the register of ratings counts for nothing: its row is not taken in. None of them says
/// what was found, which nobody may read before both have rated.
extension FindingKind {
    static let ratings: [FindingKind] = [
        unknownRatedPoint, badRatingWord, badRatingRound, ratingIncomplete, ratingInFuture, ratingOfSeveral, ratingVoid,
        ratingNotEntitled,
    ]

    package static let unknownRatedPoint = FindingKind(
        "unknown-rated-point", .error, "没有这个评议观测点", "评议的观测点编号应为{first}至{last}之一，读到“{found}”，该评定未采用。",
        "请改正编号后重报该行。")

    package static let badRatingWord = FindingKind(
        "bad-rating-word", .error, "评定无法识别", "{point}的评定应为{choices}之一，读到“{found}”，该评定未采用。", "请改正后重报该行。")

    package static let badRatingRound = FindingKind(
        "bad-rating-round", .error, "轮次无法识别", "{point}的轮次应为“初评”或“裁定”，读到“{found}”，该评定未采用。",
        "请改正后重报该行；空着的作初评。")

    package static let ratingIncomplete = FindingKind(
        "rating-incomplete", .error, "评定要件不全", "{point}的评定应写明评定人、日期和理由，缺少{columns}，该评定未采用。", "请补填后重报该行。")

    package static let ratingInFuture = FindingKind(
        "rating-in-future", .error, "评定日期未到", "{point}的评定日期{found}在今天（{today}）之后，该评定未采用。", "请核对日期。")

    package static let ratingOfSeveral = FindingKind(
        "rating-of-several", .error, "评定人不止一个", "{point}的评定人应为一人，读到“{found}”，该评定未采用。", "请一人一行，各评各的。")

    /// What comes out of turn: see ``Assessment/RatingBook``.
    package static let ratingVoid = FindingKind(
        "rating-void", .error, "评定不计", "{by}对{point}的{round}：{reason}，该评定未采用。", "{remedy}")

    /// What the roles of those who rated do not allow (DESIGN §9).
    package static let ratingNotEntitled = FindingKind(
        "rating-not-entitled", .error, "无权评定", "{by}对{point}的{round}：{reason}，该评定未采用。", "{remedy}")
}
