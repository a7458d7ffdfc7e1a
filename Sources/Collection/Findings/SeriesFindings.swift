internal import Standards

/// Faults that show when figures are held against others: of the same year, of the year before, of what was reported
/// earlier; and against what the standard asks for with them.
extension FindingKind {
    static let series: [FindingKind] = [
        dueMissing, filledAgainstNo, jump, planLowered, corrected, restated, restatedWithReason, partLargerThanWhole,
        evidenceMissing,
    ]

    package static let dueMissing = FindingKind(
        "due-missing", .warning, "应填未填", "{condition}为“是”，{indicator}应填而未填。",
        "请补填。")

    package static let filledAgainstNo = FindingKind(
        "filled-against-no", .warning, "与“否”矛盾", "{condition}为“否”，{indicator}却填了“{found}”。",
        "请核对。")

    package static let jump = FindingKind(
        "jump", .warning, "较上年剧增", "{previousYear}年为{previous}，本年为{found}，相差{ratio}倍。",
        "{question}")

    package static let planLowered = FindingKind(
        "plan-lowered", .warning, "计划被调低", "{indicator}首次报送为{previous}，现报{found}，仍按首次报送的计划考核。",
        "确需调低的，请报主管部门认定同意调整。")

    package static let corrected = FindingKind(
        "corrected", .info, "更正当年数据", "此前报送为{previous}，更正为{found}。")

    package static let restated = FindingKind(
        "restated", .warning, "改报往年数据", "此前报送为{previous}，现报{found}，没有说明理由。",
        "请在“更正理由”一列说明。")

    package static let restatedWithReason = FindingKind(
        "restated-with-reason", .info, "改报并说明了理由", "此前报送为{previous}，现报{found}，理由：{reason}。")

    package static let partLargerThanWhole = FindingKind(
        "part-larger-than-whole", .warning, "部分大于总体", "{part}为{found}，大于{whole}的{total}。",
        "请核对。")

    /// One a consortium and year: a hundred would hide what is worse.
    package static let evidenceMissing = FindingKind(
        "evidence-missing", .info, "没有佐证材料", "{year}年有{count}项应附佐证材料而没有写明：{points}。",
        "请在“佐证材料”一列{adding}写明文件名。")
}
