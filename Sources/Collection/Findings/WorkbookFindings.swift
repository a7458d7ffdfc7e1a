internal import Standards

/// Faults of a workbook, and of a yearly workbook against the standard.
extension FindingKind {
    static let workbooks: [FindingKind] = [
        unreadableWorkbook, formulaWithoutValue, hiddenSheet, hiddenRows, mergedFigure, badCoverYear, otherEdition,
        otherTemplate, otherYear, fundsDiffer,
    ]

    package static let unreadableWorkbook = FindingKind(
        "unreadable-workbook", .error, "工作簿无法读取", "{reason}", "{remedy}{detail}")

    package static let formulaWithoutValue = FindingKind(
        "formula-without-value", .error, "公式没有结果", "公式“{found}”没有保存计算结果，未采用。",
        "请用WPS或Excel打开并保存一次，或直接填写数字。")

    package static let hiddenSheet = FindingKind(
        "hidden-sheet", .warning, "隐藏的工作表", "工作表是隐藏的，其中的数据已读取。",
        "请核对，不用的请删去。")

    package static let hiddenRows = FindingKind(
        "hidden-rows", .warning, "隐藏的行", "从这里起有{count}行是隐藏的，其中的数据已读取。",
        "请核对，不用的请删去。")

    package static let mergedFigure = FindingKind(
        "merged-figure", .warning, "数值格被合并", "{first}至{last}被合并，数值只计在第一行。",
        "请取消合并，逐行填写。")

    package static let badCoverYear = FindingKind(
        "bad-cover-year", .warning, "封面年度不对", "“报告年度”应为四位年份（如2025），读到“{found}”，已按表头的年份读取。",
        "请改正封面。")

    package static let otherEdition = FindingKind(
        "other-edition", .warning, "标准版本不同", "本表按“{found}”编制，现行为“{expected}”，已按观测点编号对应读取。",
        "请核对，以后请用新下发的表。")

    package static let otherTemplate = FindingKind(
        "other-template", .warning, "模板版本不同", "模板版本为“{found}”，现行为“{expected}”，已按表头对应读取。",
        "以后请用新下发的表。")

    package static let otherYear = FindingKind(
        "other-year", .warning, "年度不一致", "封面的报告年度为{found}，填报列为{column}年，已按列的年份读取。",
        "请用{found}年度的表重报。")

    package static let fundsDiffer = FindingKind(
        "funds-differ", .warning, "与经费表不符", "填报{found}，“经费”表各来源合计{total}，采用前者。",
        FindingKind.checkOrExplain)
}
