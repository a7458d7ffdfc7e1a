internal import Standards

/// Faults for which a file, or the rest of it, cannot be read.
extension FindingKind {
    static let files: [FindingKind] = [
        unreadableFile, fileTooLarge, badEncoding, truncatedText, unterminatedQuote, textAfterQuote, nulByte, tooLarge,
        formatNotRead, oldFormat, encryptedFile, openLastLine, earlierVersion, stillChanging,
    ]

    package static let unreadableFile = FindingKind(
        "unreadable-file", .error, "文件无法读取", "文件无法读取：{reason}。", "{remedy}")

    package static let fileTooLarge = FindingKind(
        "file-too-large", .error, "文件过大", "文件有{size}，超过{limit}的上限。",
        "请拆分后重报。")

    package static let badEncoding = FindingKind(
        "bad-encoding", .error, "编码无法识别", "文字的编码无法识别，或文件已损坏。",
        "请在WPS或Excel中打开，另存为.xlsx后重新报送。（技术信息：按{encoding}读取，第{offset}字节）")

    package static let truncatedText = FindingKind(
        "truncated-text", .error, "文件不完整", "文件在一个汉字中间结束，可能没有传完。",
        "请重新发送。（技术信息：第{offset}字节）")

    package static let unterminatedQuote = FindingKind(
        "unterminated-quote", .error, "引号没有结束", "从这里开始的引号到文件末尾没有结束，其后的内容无法读取。",
        "请在WPS或Excel中打开核对，另存为.xlsx后重新报送；可能没有传完的，请重新发送。")

    package static let textAfterQuote = FindingKind(
        "text-after-quote", .error, "引号之后有文字", "结束的引号之后应为逗号或换行。",
        "请在WPS或Excel中打开核对，另存为.xlsx后重新报送。")

    package static let nulByte = FindingKind(
        "nul-byte", .error, "不是文本表格", "文件不是可以读取的表格，也认不出是哪一种文件。",
        "请在WPS或Excel中打开，另存为.xlsx后重新报送；单位装有文件加密软件的，请先解密。（技术信息：文件中有零字节）")

    package static let tooLarge = FindingKind(
        "too-large", .error, "表格过大", "{what}超过上限{limit}。",
        "请拆分后重报。")

    package static let formatNotRead = FindingKind(
        "format-not-read", .error, "格式不能读取", "{what}，不能直接读取。",
        "{remedy}{detail}")

    package static let oldFormat = FindingKind(
        "old-format", .error, "旧版格式", "{what}，不能直接读取。",
        "{remedy}{detail}")

    package static let encryptedFile = FindingKind(
        "encrypted-file", .error, "设有密码", "{what}，不能读取。",
        "{remedy}{detail}")

    package static let openLastLine = FindingKind(
        "open-last-line", .info, "末行没有换行", "文件的最后一行没有换行，可能没有传完。",
        "请核对最后一行是否完整；不完整的请重新发送。")

    package static let earlierVersion = FindingKind(
        "earlier-version", .warning, "与较早的版本相同",
        "文件与{day}收到的第{revision}版完全相同，而{laterDay}已收下第{laterRevision}版，库中仍以第{laterRevision}版为准。",
        "如要改回，请在备注中写明原因后重新报送。")

    package static let stillChanging = FindingKind(
        "still-changing", .error, "文件还在写入", "文件还在写入，没有传完，本次没有收取。",
        "下次收取时再读，不必重新发送。")
}
