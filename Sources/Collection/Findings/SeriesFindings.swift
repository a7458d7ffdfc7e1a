internal import Standards

/// Faults that show when figures are held against others: of the same year, of the year before, of what was reported
/// earlier; and against what the standard asks for with them.
extension FindingKind {
    static let series: [FindingKind] = [
        dueMissing, filledAgainstNo, jump, drop, fractionForPercent, fractionBefore, cumulativeFalls, aboveMost,
        yearNotOver, differsFromRegister, planLowered, corrected, restated, restatedWithReason, overtaken,
        partLargerThanWhole, evidenceMissing,
    ]

    package static let dueMissing = FindingKind(
        "due-missing", .warning, "应填未填", "{condition}为“是”，{indicator}应填而未填。",
        "请补填；确实没有的，请在“说明”一列写明。")

    package static let filledAgainstNo = FindingKind(
        "filled-against-no", .warning, "与“否”矛盾", "{condition}为“否”，{indicator}却填了“{found}”。",
        FindingKind.checkOrExplain)

    package static let jump = FindingKind(
        "jump", .warning, "较上年剧增", "{previousYear}年为{previous}，本年为{found}，为上年的{ratio}倍。",
        "{question}属实的，请在“说明”一列写明。")

    package static let drop = FindingKind(
        "drop", .warning, "较上年剧减", "{previousYear}年为{previous}，本年为{found}，上年为本年的{ratio}倍。",
        "{question}属实的，请在“说明”一列写明。")

    package static let fractionForPercent = FindingKind(
        "fraction-for-percent", .warning, "百分比疑似填成小数", "{previousYear}年为{previous}，本年为{found}。",
        "应填百分数，如39%填39，不填0.39；属实的，请在“说明”一列写明。")

    package static let fractionBefore = FindingKind(
        "fraction-before", .warning, "上年百分比疑似填成小数", "{previousYear}年为{previous}，本年为{found}。",
        "请核对；上年填成小数的，请更正上年；属实的，请在“说明”一列写明。")

    package static let cumulativeFalls = FindingKind(
        "cumulative-falls", .warning, "累计数减少", "本项为历年累计，{previousYear}年为{previous}，本年为{found}。",
        FindingKind.checkOrExplain)

    package static let aboveMost = FindingKind(
        "above-most", .warning, "超出可能的范围", "本项不超过{most}，读到{found}。",
        FindingKind.checkOrExplain)

    /// One a consortium.
    package static let yearNotOver = FindingKind(
        "year-not-over", .warning, "年度尚未结束", "{year}年尚未结束（收到日期{day}），已报该年实际数{count}项。",
        "请在年度结束后报全年的数。")

    package static let differsFromRegister = FindingKind(
        "differs-from-register", .warning, "与登记表不一致", "填报为“{found}”，登记表为“{registered}”。",
        "请核对；登记表有误的，请报主管部门更正，并在“说明”一列写明。")

    package static let planLowered = FindingKind(
        "plan-lowered", .warning, "计划被调低", "{indicator}首次报送为{previous}，现报{found}，仍按首次报送的计划考核。",
        "确需调低的，请报主管部门认定同意调整，并在“说明”一列写明。")

    package static let corrected = FindingKind(
        "corrected", .info, "更正当年数据", "此前报送为{previous}，更正为{found}。")

    package static let restated = FindingKind(
        "restated", .warning, "改报往年数据", "此前报送为{previous}，现报{found}，没有说明理由。",
        "请在“更正理由”一列写明理由。")

    package static let restatedWithReason = FindingKind(
        "restated-with-reason", .info, "改报并说明了理由", "此前报送为{previous}，现报{found}，理由：{reason}。")

    package static let overtaken = FindingKind(
        "overtaken", .info, "收到在先，不作更改", "本文件收到在先，其后收到的报送为{previous}；本次所报{found}不作更改。",
        "应以本次为准的，请重新报送。")

    package static let partLargerThanWhole = FindingKind(
        "part-larger-than-whole", .warning, "部分大于总体", "{part}为{found}，大于{whole}的{total}。",
        FindingKind.checkOrExplain)

    /// One a consortium and year: a hundred would hide what is worse.
    package static let evidenceMissing = FindingKind(
        "evidence-missing", .info, "没有佐证材料", "{year}年有{count}项应附佐证材料而没有写明：{points}。",
        "请在“佐证材料”一列{adding}写明文件名。")
}
