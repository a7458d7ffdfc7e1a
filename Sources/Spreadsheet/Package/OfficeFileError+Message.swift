extension OfficeFileError: CustomStringConvertible {
    /// What is wrong, where, and what to do, for whoever sent the file.
    package var message: String {
        let place = [part?.brief, position.map { "第 \($0.line) 行第 \($0.column) 字节" }].compactMap(\.self)
        return (place.isEmpty ? "" : place.joined(separator: " ") + "：") + problem.message
    }

    package var description: String { message }
}

extension OfficeFileError.Problem {
    private static let resave = "请用 WPS 或 Excel 打开，确认内容完整后另存为新文件再报送。"
    private static let damaged = "文件可能在传输中损坏，" + resave

    fileprivate var message: String {
        switch self {
        case .empty: "文件是空的（0 字节）。请重新发送。"
        case .notAPackage: "不是 Excel 或 Word 文件。请用 WPS 或 Excel 另存为 .xlsx（表格）或 .docx（文字）。"
        case .textInDisguise: "内容是网页或文本，不是工作簿。请用 WPS 或 Excel 打开，另存为 .xlsx。"
        case .oldFormat: "是旧的二进制格式（.xls、.doc、.et、.wps）。请用 WPS 或 Excel 打开，另存为 .xlsx 或 .docx。"
        case .encrypted: "文件设有打开密码。请打开后取消密码，另存为 .xlsx 或 .docx。"
        case .truncated: "文件不完整，结尾部分缺失。请重新发送。"
        case .damagedArchive: "压缩包的目录有矛盾。" + Self.damaged
        case .otherArchive: "是压缩包，但不是 Excel 或 Word 文件。请另存为 .xlsx 或 .docx，不要打包。"
        case .wrongKind(let expected, let found):
            switch expected {
            case .workbook: "不是 .xlsx 工作簿（内容类型 \(found.brief)）。请另存为 .xlsx。"
            case .document: "不是 .docx 文档（内容类型 \(found.brief)）。请另存为 .docx。"
            }
        case .tooManyParts(let limit): "压缩包里的文件超过 \(limit) 个，不予读取。" + Self.resave
        case .tooLarge(let limit): "解压后超过 \(limit.megabytes)，不予读取。请删去空白行列和图片后另存。"
        case .bomb(let ratio): "压缩比超过 \(ratio) 倍，疑似恶意文件，不予读取。" + Self.resave
        case .duplicatePart: "压缩包里有两个同名部件。" + Self.damaged
        case .overlappingParts: "压缩包里的部件相互重叠，疑似恶意文件，不予读取。" + Self.resave
        case .unsupportedCompression(let method): "压缩方法 \(method) 不受支持。" + Self.resave
        case .missingPart: "缺少这个部件。" + Self.damaged
        case .damagedPart: "部件损坏：解压失败，或校验和、长度不符。" + Self.damaged
        case .partTooLarge(let limit): "部件超过 \(limit.megabytes)，不予读取。" + Self.resave
        case .malformedXML(let problem): problem.message + Self.damaged
        case .noSheets: "工作簿里没有工作表。"
        case .tooManySheets(let limit): "工作表超过 \(limit) 张，不予读取。请拆成几个文件。"
        case .notAWorksheet: "部件不是工作表。" + Self.damaged
        case .notADocument: "部件不是文档正文。" + Self.damaged
        case .tooManyBlocks(let limit): "段落、表格和单元格超过 \(limit) 个，不予读取。请拆成几个文件。"
        case .missingRelationship(let id): "工作表的关系 \(id.brief) 不存在。" + Self.damaged
        case .tooManyStrings(let limit): "共享字符串超过 \(limit) 个，不予读取。请拆成几个文件。"
        case .tooMuchText(let limit): "文字总量超过 \(limit.megabytes)，不予读取。请拆成几个文件。"
        case .unknownString(let index, let cell): "单元格 \(cell) 引用的共享字符串 \(index) 不存在。" + Self.damaged
        case .badAddress(let address): "“\(address.brief)”不是单元格地址，或与所在行不符。" + Self.damaged
        case .outOfOrder(let cell): "单元格 \(cell) 的次序颠倒或重复。" + Self.damaged
        case .cellTooLong(let cell, let limit): "单元格 \(cell) 的内容超过 \(limit) 字节。请缩短后另存。"
        case .tooManyColumns(let cell, let limit): "单元格 \(cell) 超出第 \(limit) 列。请删去多余的列后另存。"
        case .tooManyRows(let limit): "工作表超过 \(limit) 行。请拆成几个文件。"
        case .tooManyMergedRanges(let limit): "合并单元格超过 \(limit) 处。请取消合并后另存。"
        }
    }
}

extension XMLProblem {
    fileprivate var message: String {
        switch self {
        case .unsupportedEncoding(let name): "编码 \(name.brief) 不受支持，应为 UTF-8 或 UTF-16。"
        case .invalidCharacter: "有不合法的字符。"
        case .documentType: "含有文档类型声明（DTD），可能夹带恶意实体，不予读取。"
        case .unknownEntity(let name): "实体 &\(name); 没有定义。"
        case .endsTooSoon: "内容中断。"
        case .noElement: "没有内容。"
        case .contentAfterEnd: "根元素之外还有内容。"
        case .syntax: "XML 语法错误。"
        case .mismatchedTag(let expected, let found): "标签不配对：应为 </\(expected.brief)>，读到 </\(found.brief)>。"
        case .duplicateAttribute(let name): "属性 \(name.brief) 重复。"
        case .undeclaredPrefix(let prefix): "命名空间前缀 \(prefix.brief) 没有声明。"
        case .tooDeep(let limit): "标签嵌套超过 \(limit) 层，不予读取。"
        case .tooManyNamespaces(let limit): "命名空间声明超过 \(limit) 个，不予读取。"
        case .tooManyAttributes(let limit): "一个标签的属性超过 \(limit) 个，不予读取。"
        case .markupTooLong(let limit): "一个标签或注释超过 \(limit.megabytes)，不予读取。"
        }
    }
}

extension String {
    /// The text as far as a message has room for it.
    fileprivate var brief: String { count > 80 ? prefix(80) + "…" : self }
}

extension Int {
    /// A size in bytes, in the unit that people know.
    fileprivate var megabytes: String { "\(self >> 20) MB" }
}
