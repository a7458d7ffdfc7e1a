internal import Standards

/// Faults of a row among the rows of its file.
extension FindingKind {
    static let rows: [FindingKind] = [
        duplicateRow, conflictingRow, shortRow, longRow, otherEditionRows, tooManyFindings,
    ]

    package static let duplicateRow = FindingKind(
        "duplicate-row", .info, "重复的行", "与第{other}行重复，内容相同，只计一次。",
        "请删去一行。")

    package static let conflictingRow = FindingKind(
        "conflicting-row", .error, "重复而不一致的行", "与第{other}行同为一项，内容不同，采用第{kept}行。",
        "请核对后只留一行。")

    package static let shortRow = FindingKind(
        "ragged-row-short", .warning, "列数不足", "本行有{count}列，表头有{expected}列，缺少的列按空白处理。",
        "请核对该行。")

    package static let longRow = FindingKind(
        "ragged-row-long", .error, "列数过多", "本行有{count}列，表头有{expected}列，无法确定各列的含义，数值未采用。",
        "数值中的逗号请去掉（如 1,200 写作 1200），或在 WPS 或 Excel 中改好后另存为 .xlsx 报送。")

    /// One a sheet and edition.
    package static let otherEditionRows = FindingKind(
        "other-edition-rows", .info, "其他标准的行", "从这里起有{count}行是标准“{found}”的，现按“{expected}”收取，这些行未读取。")

    package static let tooManyFindings = FindingKind(
        "too-many-findings", .warning, "问题过多", "本文件的问题超过{limit}条，其余{count}条不再逐条列出。")
}
