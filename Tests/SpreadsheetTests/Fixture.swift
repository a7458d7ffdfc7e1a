import Foundation
import Spreadsheet

/// A file beside the tests, named for its defect.
func fixture(_ name: String) throws -> SourceFile {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try SourceFile(path: folder.appending(path: name).path, name: name)
}

extension DecodedText {
    init(_ text: String) {
        self.init(encoding: .utf8, bytes: Array(text.utf8))
    }

    var string: String { String(decoding: bytes[start...], as: UTF8.self) }
}

extension CSVSheet {
    /// Every cell's text, row by row.
    func texts() throws -> [[String]] {
        var rows: [[String]] = []
        try forEachRow { rows.append($0.cells.map(\.text)) }
        return rows
    }
}
