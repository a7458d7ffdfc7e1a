internal import Standards

/// Faults of a table's header.
extension FindingKind {
    static let forms: [FindingKind] = [unknownColumn, missingColumn, duplicateColumn, headerNotFound, emptyFile]

    package static let unknownColumn = FindingKind(
        "unknown-column", .info, "多余的列", "“{form}”没有“{found}”这一列，未读取。",
        "{suggestion}自用的列可以保留。")

    package static let missingColumn = FindingKind(
        "missing-column", .error, "缺少列", "像是“{form}”，但表头缺少{columns}。",
        "列名改动过的，请改回下发表格的列名；确实没有的，请补上后重新报送。")

    package static let duplicateColumn = FindingKind(
        "duplicate-column", .warning, "重复的列", "“{found}”这一列出现了两次，只读取靠左的一列。",
        "请只保留填有内容的一列。")

    package static let headerNotFound = FindingKind(
        "header-not-found", .error, "找不到表头", "前{rows}行中没有可以识别的表头。",
        "请使用下发的表格，保留表头一行。")

    package static let emptyFile = FindingKind(
        "empty-file", .error, "空文件", "文件中没有内容。",
        "请核对后重新发送。")
}
