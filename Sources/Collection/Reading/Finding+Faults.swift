internal import Spreadsheet
internal import Standards

// What people are told of a file that cannot be read.

extension Finding {
    init(_ error: SourceFileError, at source: CellSource) {
        switch error {
        case .notFound: self.init(.unreadableFile, at: source, ["reason": "没有这个文件"])
        case .symbolicLink: self.init(.unreadableFile, at: source, ["reason": "是符号链接，不予跟随"])
        case .notAPlainFile: self.init(.unreadableFile, at: source, ["reason": "不是普通文件"])
        case .changedWhileReading: self.init(.unreadableFile, at: source, ["reason": "读取时文件正在变化，请稍后再试"])
        case .unreadable(let reason): self.init(.unreadableFile, at: source, ["reason": reason])
        case .tooLarge(let size, let limit):
            self.init(.fileTooLarge, at: source, ["size": String(size), "limit": String(limit)])
        }
    }

    init(_ error: TextDecodingError, at source: CellSource) {
        let values = ["offset": String(error.offset + 1), "encoding": error.encoding.rawValue]
        switch error.problem {
        case .nul: self.init(.nulByte, at: source)
        case .truncated: self.init(.truncatedText, at: source, values)
        case .invalid: self.init(.badEncoding, at: source, values)
        case .unsupported:
            self.init(.unreadableFile, at: source, ["reason": "系统没有\(error.encoding.rawValue)的转换程序"])
        }
    }

    init(_ error: CSVError, at source: CellSource) {
        switch error.problem {
        case .unterminatedQuote: self.init(.unterminatedQuote, at: source)
        case .textAfterQuote: self.init(.textAfterQuote, at: source)
        case .nul: self.init(.nulByte, at: source)
        case .cellTooLong(let limit):
            self.init(.tooLarge, at: source, ["what": "一格的长度", "limit": "\(limit)字节"])
        case .tooManyColumns(let limit): self.init(.tooLarge, at: source, ["what": "列数", "limit": String(limit)])
        case .tooManyRows(let limit): self.init(.tooLarge, at: source, ["what": "行数", "limit": String(limit)])
        }
    }
}
