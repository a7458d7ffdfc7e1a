internal import Standards

/// Oddities of entries of work plans, tasks and evaluations: they are kept as they are, and what cannot be read of them
/// counts as unknown.
extension FindingKind {
    static let ledgers: [FindingKind] = [
        planUnknownPoint, planTargetUnclear, planCompletionUnclear, planDueElsewhere, taskStateUnclear,
        unknownEvaluationSource, badScore, targetElsewhere, badTargetValue, badTargetYear,
    ]

    package static let planUnknownPoint = FindingKind(
        "work-plan-unknown-point", .warning, "计划的观测点无法识别", "“{item}”所写的观测点“{found}”不在标准里，只按完成情况核定。",
        "请改正观测点编号；与观测点无关的，请将该列留空。")

    package static let planTargetUnclear = FindingKind(
        "work-plan-target-unclear", .warning, "计划目标无法与年报数比较",
        "“{item}”写明了观测点{point}（单位“{unit}”），目标“{found}”无法与年报数比较，只按完成情况核定。",
        "请把目标写成一个数，单位与观测点相同，如“不少于100”；不以年报数核定的，请将观测点一列留空。")

    package static let planCompletionUnclear = FindingKind(
        "work-plan-completion-unclear", .warning, "完成情况无法识别", "“{item}”的完成情况应为{choices}之一，读到“{found}”，按情况不明处理。",
        "请从{choices}中选一个，说明写在佐证材料中。")

    package static let planDueElsewhere = FindingKind(
        "work-plan-due-elsewhere", .warning, "完成时限不在计划年度", "“{item}”是{year}年度的计划，完成时限{found}不在当年。", "请核对年度和完成时限。")

    package static let taskStateUnclear = FindingKind(
        "task-state-unclear", .warning, "任务状态无法识别", "“{item}”的状态应为{choices}之一，读到“{found}”，按情况不明处理。", "请从{choices}中选一个。")

    package static let unknownEvaluationSource = FindingKind(
        "unknown-evaluation-source", .error, "评价渠道无法识别", "评价渠道应为{choices}之一，读到“{found}”，该行已收下，不计入评价。", "请改正评价渠道后重新报送该行。"
    )

    package static let badScore = FindingKind(
        "bad-score", .error, "评价得分无法识别", "得分应为0至100的数，读到“{found}”，该行已收下，不计入评价。", "请改正得分后重新报送该行。")

    package static let targetElsewhere = FindingKind(
        "target-elsewhere", .warning, "目标不是这个地区的", "“{target}”是{expected}的目标，地区一栏读到“{found}”，按目标编号计入。", "请核对地区和目标编号。")

    package static let badTargetValue = FindingKind(
        "bad-target-value", .error, "完成值无法识别", "“{target}”的完成值应为数（单位“{unit}”，只填数字），读到“{found}”，该行已收下，不计入进度。",
        "请改正完成值后重新报送该行。")

    package static let badTargetYear = FindingKind(
        "bad-target-year", .error, "目标的年度无法识别", "年度应为四位数，如2025，读到“{found}”，该行已收下，不计入进度。", "请改正年度后重新报送该行。")
}
