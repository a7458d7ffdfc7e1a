internal import Standards

/// Faults that show when plans of funds are held against their totals and against what was received (DESIGN §5, 16.3).
extension FindingKind {
    static let plans: [FindingKind] = [planEqualsTotal, planTotalDiffers, planLate, receiptsAbovePlan]

    package static let planEqualsTotal = FindingKind(
        "plan-equals-total", .warning, "当年计划等于总额", "当年计划为{found}，与{total}相同。",
        "请核对是否把{years}年的总额填作一年的计划；属实的，请在“说明”一列写明。")

    package static let planTotalDiffers = FindingKind(
        "plan-total-differs", .warning, "分年计划与总额不符", "{span}的计划合计{found}，与{total}的{amount}不符。",
        FindingKind.checkOrExplain)

    /// One a consortium and fund.
    package static let planLate = FindingKind(
        "plan-late", .warning, "计划与到位数一并首报", "{span}的计划此前没有报送，与到位数一并报来。",
        "计划应在年度开始前报送；此前已有计划的，请在“说明”一列写明文件名称和文号。")

    /// One a consortium.
    package static let receiptsAbovePlan = FindingKind(
        "receipts-above-plan", .warning, "到位数都大于计划数", "所报{count}项（{points}）的到位数都大于计划数。",
        "请核对两列是否填反、单位是否一致；属实的，请在“说明”一列写明。")
}
