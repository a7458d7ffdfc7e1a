internal import Standards

/// Faults for which a determination decides nothing (DESIGN §5): its row is not taken in.
extension FindingKind {
    static let determinations: [FindingKind] = [
        unknownClause, determinationIncomplete, determinationInFuture, determinationBeforeIncident,
        determinationTooEarly, otherCase, notEntitled, outOfTurn, transitionNotEntitled,
    ]

    package static let unknownClause = FindingKind(
        "unknown-clause", .error, "没有这个条款", "标准中没有条款“{found}”，该认定未采用。",
        "请填如16.3的编号。")

    package static let determinationIncomplete = FindingKind(
        "determination-incomplete", .error, "认定要件不全", "认定应写明认定人、认定日期和理由，缺少{columns}，该认定未采用。",
        "请补填后重报。")

    package static let determinationInFuture = FindingKind(
        "determination-in-future", .error, "认定日期未到", "认定日期{found}在今天（{today}）之后，该认定未采用。",
        "请核对认定日期。")

    package static let determinationBeforeIncident = FindingKind(
        "determination-before-incident", .error, "认定早于事件", "认定日期{found}早于事件“{subject}”的发生日期{occurred}，该认定未采用。",
        "请核对事由和认定日期。")

    package static let determinationTooEarly = FindingKind(
        "determination-too-early", .error, "年度未结束", "条款{clause}须待{year}年结束后认定，认定日期为{found}，该认定未采用。",
        "请在{year}年12月31日之后认定。")

    /// Of a reviewer's workbook whose columns were moved against each other.
    package static let otherCase = FindingKind(
        "other-case", .error, "与案件不符", "本行的案件编号是“{found}”，联合体编号、条款和年度却是“{row}”，该认定未采用。",
        "请在原认定表上填写，不要移动、改动未留空的各列；表已改乱的，请用review sheet重新生成。")

    /// What the roles of those who decided do not allow (DESIGN §9).
    package static let notEntitled = FindingKind(
        "not-entitled", .error, "无权认定", "{by}对{clause}的“{decision}”：{reason}，该认定未采用。", "{remedy}")

    /// An appeal or an execution that comes too late, or before what it follows on (DESIGN §9).
    package static let outOfTurn = FindingKind(
        "out-of-turn", .error, "不合程序", "{by}对{clause}的“{decision}”：{reason}，未采用。", "{remedy}")

    package static let transitionNotEntitled = FindingKind(
        "transition-not-entitled", .error, "无权变更状态", "{by}将{consortium}转为“{to}”：{reason}，该状态变更未采用。", "{remedy}")
}
