internal import Standards

/// Faults of a row among the rows of its file.
extension FindingKind {
    static let rows: [FindingKind] = [
        duplicateRow, conflictingRow, shortRow, longRow, otherEditionRows, tooManyFindings,
        outrankedHidden,
    ]

    package static let duplicateRow = FindingKind(
        "duplicate-row", .info, "重复的行", "与{otherSheet}第{other}行重复，内容相同，只计一次。",
        "请删去一行。")

    package static let conflictingRow = FindingKind(
        "conflicting-row", .error, "重复而不一致的行", "与{otherSheet}第{other}行同为一项，内容不同，采用{keptSheet}第{kept}行。",
        "请核对后只留一行。")

    package static let shortRow = FindingKind(
        "ragged-row-short", .warning, "列数不足", "本行有{count}列，表头有{expected}列，缺少的列按空白处理。",
        "请核对该行。")

    package static let longRow = FindingKind(
        "ragged-row-long", .error, "列数过多", "本行有{count}列，表头有{expected}列，无法确定各列的含义，数值未采用。",
        "数值中的逗号请去掉（如1,200写作1200），或在WPS或Excel中改好后另存为.xlsx报送。")

    /// One a sheet and edition.
    package static let otherEditionRows = FindingKind(
        "other-edition-rows", .info, "其他标准的行", "从这里起有{count}行是标准“{found}”的，现按“{expected}”收取，这些行未读取。")

    package static let tooManyFindings = FindingKind(
        "too-many-findings", .warning, "问题过多", "本文件的问题超过{limit}条，其余{count}条不再逐条列出。")

    /// The sheets are named with their quotes.
    package static let outrankedHidden = FindingKind(
        "outranked-hidden", .warning, "隐藏的内容未采用",
        "{hiddenSheet}第{hidden}行的内容是隐藏的，与{keptSheet}第{kept}行同为一项而不同，采用显示出来的{keptSheet}第{kept}行。",
        "请核对，隐藏的不用时请删去。")
}
