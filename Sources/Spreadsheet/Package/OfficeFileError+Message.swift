extension OfficeFileError: CustomStringConvertible {
    /// What is wrong, what to do, and last what only a technician can use, for whoever sent the file.
    package var message: String { problemText + remedy + detail }

    /// What is wrong, in a sentence that needs no knowledge of what is inside the file.
    package var problemText: String { problem.text }

    /// What to do, in a sentence.
    package var remedy: String { problem.remedy }

    /// `（技术信息：xl/worksheets/sheet1.xml，第 2 行第 344 字节，标签不配对：应为 </v>，读到 </c>）`; empty where there is
    /// nothing more to say.
    package var detail: String {
        let place = position.map { "第 \($0.line) 行第 \($0.column) 字节" }
        let parts = [part?.brief, place, problem.detail].compactMap(\.self)
        return parts.isEmpty ? "" : "（技术信息：\(parts.joined(separator: "，"))）"
    }

    package var description: String { message }
}

extension OfficeFileError.Problem {
    fileprivate var text: String {
        switch self {
        case .otherFormat(let format): "\(format.phrase)，不能直接读取。"
        case .truncated: "文件不完整，结尾部分缺失。"
        case .bomb, .overlappingParts: "文件的压缩方式异常，疑似恶意文件，不予读取。"
        case .malformedXML(.documentType), .malformedXML(.unknownEntity): "文件含有不应有的声明，疑似恶意文件，不予读取。"
        case .malformedXML(.tooDeep), .malformedXML(.tooManyNamespaces), .malformedXML(.tooManyAttributes),
            .malformedXML(.markupTooLong), .tooManyParts, .partTooLarge:
            "文件内部结构过于庞大，不予读取。"
        case .tooLarge(let limit): "文件内容过大，展开后超过 \(limit.megabytes)，不予读取。"
        case .tooMuchText(let limit): "各单元格的文字合计超过 \(limit.megabytes)，不予读取。"
        case .tooManyStrings(let limit): "各单元格的文字超过 \(limit) 条，不予读取。"
        case .noSheets: "工作簿里没有可读的工作表。"
        case .tooManySheets(let limit): "工作表超过 \(limit) 张，不予读取。"
        case .tooManyBlocks(let limit): "段落、表格和单元格超过 \(limit) 个，不予读取。"
        case .tooManyRows(let limit): "工作表超过 \(limit) 行，不予读取。"
        case .tooManyColumns(let cell, let limit): "单元格 \(cell.brief) 超出第 \(limit) 列，不予读取。"
        case .tooManyMergedRanges(let limit): "合并单元格超过 \(limit) 处，不予读取。"
        case .cellTooLong(let cell, let limit): "单元格 \(cell.brief) 的内容超过 \(limit.characters)，不予读取。"
        case .stringTooLong(_, let limit): "有单元格的内容超过 \(limit.characters)，不予读取。"
        case .damagedArchive, .duplicatePart, .unsupportedCompression, .missingPart, .damagedPart, .malformedXML,
            .notAWorksheet, .notADocument, .missingRelationship, .unknownString, .badAddress, .outOfOrder:
            "文件已损坏，或不是由 WPS、Excel 保存的，无法读取。"
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .otherFormat(let format): format.remedy
        case .truncated: "可能没有传完，请重新发送。"
        case .tooLarge: "请删去空白行列和图片，另存后重新报送。"
        case .tooManySheets, .tooManyBlocks, .tooManyRows, .tooMuchText, .tooManyStrings: "请拆成几个文件报送。"
        case .tooManyColumns: "请删去表格右侧用不到的列，另存后重新报送。"
        case .tooManyMergedRanges: "请取消合并单元格，另存后重新报送。"
        case .cellTooLong, .stringTooLong: "请缩短文字，另存后重新报送。"
        case .noSheets: "请使用下发的表格填报。"
        default: "请用 WPS 或 Excel 打开，确认内容完整后另存为新文件，重新报送。"
        }
    }

    /// What only a technician can use.
    fileprivate var detail: String? {
        switch self {
        case .damagedArchive: "压缩包的目录有矛盾"
        case .tooManyParts(let limit): "部件超过 \(limit) 个"
        case .bomb(let ratio): "压缩比超过 \(ratio) 倍"
        case .duplicatePart: "有两个同名部件"
        case .overlappingParts: "部件相互重叠"
        case .unsupportedCompression(let method): "压缩方法 \(method) 不受支持"
        case .missingPart: "缺少这个部件"
        case .damagedPart: "解压失败，或校验和、长度不符"
        case .partTooLarge(let limit): "部件超过 \(limit.megabytes)"
        case .malformedXML(let problem): problem.detail
        case .notAWorksheet: "部件不是工作表"
        case .notADocument: "部件不是文档正文"
        case .missingRelationship(let id): "关系 \(id.brief) 不存在"
        case .unknownString(let index, let cell): "单元格 \(cell.brief) 引用的共享字符串 \(index.brief) 不存在"
        case .badAddress(let address): "“\(address.brief)”不是单元格地址，或与所在行不符"
        case .outOfOrder(let cell): "单元格 \(cell.brief) 的次序颠倒或重复"
        case .stringTooLong(let index, _): "共享字符串第 \(index + 1) 条"
        case .otherFormat, .truncated, .tooLarge, .noSheets, .tooManySheets, .tooManyBlocks, .tooManyStrings,
            .cellTooLong, .tooManyColumns, .tooManyRows, .tooMuchText, .tooManyMergedRanges:
            nil
        }
    }
}

extension XMLProblem {
    fileprivate var detail: String {
        switch self {
        case .unsupportedEncoding(let name): "编码 \(name.brief) 不受支持，应为 UTF-8 或 UTF-16"
        case .invalidCharacter: "有不合法的字符"
        case .documentType: "文档类型声明（DTD）"
        case .unknownEntity(let name): "实体 &\(name.brief); 没有定义"
        case .endsTooSoon: "内容中断"
        case .noElement: "没有内容"
        case .contentAfterEnd: "根元素之外还有内容"
        case .syntax: "XML 语法错误"
        case .mismatchedTag(let expected, let found): "标签不配对：应为 </\(expected.brief)>，读到 </\(found.brief)>"
        case .duplicateAttribute(let name): "属性 \(name.brief) 重复"
        case .undeclaredPrefix(let prefix): "命名空间前缀 \(prefix.brief) 没有声明"
        case .tooDeep(let limit): "标签嵌套超过 \(limit) 层"
        case .tooManyNamespaces(let limit): "命名空间声明超过 \(limit) 个"
        case .tooManyAttributes(let limit): "一个标签的属性超过 \(limit) 个"
        case .markupTooLong(let limit): "一个标签或注释超过 \(limit.megabytes)"
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

    /// A length in bytes, in the characters of three bytes that people type.
    fileprivate var characters: String { "\(self / 3) 个汉字" }
}
