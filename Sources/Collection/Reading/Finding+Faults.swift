internal import Spreadsheet
internal import Standards

// What people are told of a file that cannot be read.

extension Finding {
    init(_ error: SourceFileError, at source: CellSource) {
        let remedy =
            switch error {
            case .notFound: "请核对文件是否还在。"
            case .symbolicLink, .notAPlainFile: "请放入文件本身。"
            case .changedWhileReading, .unreadable, .tooLarge: "请检查文件的权限和所在的盘，然后重新收取。"
            }
        switch error {
        case .tooLarge(let size, let limit):
            self.init(.fileTooLarge, at: source, ["size": size.sizeText, "limit": limit.sizeText])
        case .changedWhileReading: self.init(.stillChanging, at: source)
        default: self.init(.unreadableFile, at: source, ["reason": error.reason, "remedy": remedy])
        }
    }

    /// That a file is of a format that is not read.
    /// - Parameter detail: what only a technician can use, in brackets.
    init(_ format: FileFormat, at source: CellSource, detail: String = "") {
        let values = ["what": format.phrase, "remedy": format.remedy, "detail": detail]
        switch format {
        case .empty: self.init(.emptyFile, at: source)
        case .encrypted: self.init(.encryptedFile, at: source, values)
        case .oldWorkbook, .oldDocument, .oldPresentation, .oldOffice: self.init(.oldFormat, at: source, values)
        default: self.init(.formatNotRead, at: source, values)
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
            self.init(.tooLarge, at: source, ["what": "一格的文字", "limit": "\(limit / 3)个汉字"])
        case .tooManyColumns(let limit): self.init(.tooLarge, at: source, ["what": "列数", "limit": String(limit)])
        case .tooManyRows(let limit): self.init(.tooLarge, at: source, ["what": "行数", "limit": String(limit)])
        }
    }
}
