internal import Standards

/// Faults for which a file, or the rest of it, cannot be read.
extension FindingKind {
    static let files: [FindingKind] = [
        unreadableFile, fileTooLarge, badEncoding, truncatedText, unterminatedQuote, textAfterQuote, nulByte, tooLarge,
        formatNotRead, oldFormat, earlierVersion,
    ]

    package static let unreadableFile = FindingKind(
        "unreadable-file", .error, "文件无法读取", "文件无法读取：{reason}。")

    package static let fileTooLarge = FindingKind(
        "file-too-large", .error, "文件过大", "文件有{size}字节，超过{limit}字节的上限。",
        "请拆分后重报。")

    package static let badEncoding = FindingKind(
        "bad-encoding", .error, "编码无法识别", "按{encoding}读取，第{offset}个字节处无法识别。",
        "请用WPS或Excel另存为“CSV UTF-8”后重报。")

    package static let truncatedText = FindingKind(
        "truncated-text", .error, "文件不完整", "文件在一个汉字中间结束（第{offset}个字节），可能没有传完。",
        "请重新发送。")

    package static let unterminatedQuote = FindingKind(
        "unterminated-quote", .error, "引号没有结束", "从这里开始的引号到文件末尾没有结束，其后的内容无法读取。",
        "请补上引号，或重新发送完整的文件。")

    package static let textAfterQuote = FindingKind(
        "text-after-quote", .error, "引号之后有文字", "结束的引号之后应为逗号或换行。",
        "格中的引号请写成两个。")

    package static let nulByte = FindingKind(
        "nul-byte", .error, "不是文本文件", "文件中有不可见的零字节，不是文本表格。",
        "请另存为CSV或xlsx后重报。")

    package static let tooLarge = FindingKind(
        "too-large", .error, "表格过大", "{what}超过上限{limit}。",
        "请拆分后重报。")

    package static let formatNotRead = FindingKind(
        "format-not-read", .error, "格式尚不能读取", "{format}文件目前还不能读取，文件已保存。",
        "请另存为CSV后重报。")

    package static let oldFormat = FindingKind(
        "old-format", .error, "旧版格式", "{format}是旧版格式，不能读取。",
        "请另存为.xlsx或CSV后重报。")

    package static let earlierVersion = FindingKind(
        "earlier-version", .warning, "与较早的版本相同",
        "文件与{day}收到的第{revision}版完全相同，而{laterDay}已收下第{laterRevision}版，库中仍以第{laterRevision}版为准。",
        "如要改回，请在备注中写明原因后重新报送。")
}
