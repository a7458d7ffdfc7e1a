internal import Standards

/// Faults of a single value.
extension FindingKind {
    static let cells: [FindingKind] = [
        notANumber, noneTyped, unitTyped, negativeNumber, percentRange, rankBelowOne, fractionInCount, badBoolean,
        badChoice, badDate, badWord,
        badMemberDate, badCreditCode,
    ]

    package static let notANumber = FindingKind(
        "not-a-number", .error, "不是数字", "应为数字，读到“{found}”。",
        "请只填数字；没有采集请留空。")

    package static let noneTyped = FindingKind(
        "none-typed", .error, "以文字表示没有", "应为数字，读到“{found}”，未采用。",
        "如确为零请填 0；没有统计请留空。")

    package static let unitTyped = FindingKind(
        "unit-typed", .error, "单位不同", "本项以{unit}计，读到“{found}”，未作换算，未采用。",
        "请换算成{unit}后只填数字。")

    package static let negativeNumber = FindingKind(
        "negative-number", .error, "负数", "本项不会是负数，读到“{found}”，未采用。",
        "请核对后重报；没有采集请留空。")

    package static let percentRange = FindingKind(
        "percent-range", .error, "百分比超出范围", "百分比应在0到100之间，读到“{found}”，未采用。",
        "请核对后重报；没有采集请留空。")

    package static let rankBelowOne = FindingKind(
        "rank-below-one", .error, "名次小于1", "名次从1起，读到“{found}”。",
        "请填名次；没有排名请留空。")

    package static let fractionInCount = FindingKind(
        "fraction-in-count", .warning, "个数有小数", "本项应为整数，读到“{found}”。",
        FindingKind.checkOrExplain)

    package static let badBoolean = FindingKind(
        "bad-boolean", .error, "不是“是”或“否”", "应填“是”或“否”，读到“{found}”。",
        "没有采集请留空。")

    package static let badChoice = FindingKind(
        "bad-choice", .error, "不在选项内", "应从{choices}中选填一项，读到“{found}”。",
        "没有采集请留空。")

    package static let badDate = FindingKind(
        "bad-date", .error, "不是日期", "应为日期（如2025-03-01），读到“{found}”。",
        "不清楚请留空。")

    package static let badWord = FindingKind(
        "bad-word", .error, "用词不在范围内", "“{column}”应填{choices}之一，读到“{found}”。",
        "请从中选填；不清楚请留空。")

    package static let badMemberDate = FindingKind(
        "bad-member-date", .warning, "日期不对", "“{column}”应为日期或四位年份（如2023），读到“{found}”，已按原样保存。",
        "请核对。")

    package static let badCreditCode = FindingKind(
        "bad-credit-code", .warning, "统一社会信用代码不对", "“{found}”不是有效的统一社会信用代码（18位，末位为校验码），已按原样保存。",
        "请对照营业执照或法人证书核对。")
}
