internal import GRDB
internal import Standards

/// What tens of thousands of a register's rows have in common, each once in memory.
final class RepeatedWords {
    private var words: Set<String> = []
    private var parts: [Int64: SourcePart] = [:]

    /// An equal text. What fits into a string itself needs no other place.
    func word(_ text: String) -> String {
        text.utf8.count < 16 ? text : words.insert(text).memberAfterInsert
    }

    /// Where a row of the columns part, file, sha256, sheet, row and column was read.
    func source(of row: Row) -> CellSource {
        let id: Int64 = row["part"]
        let part = parts[id] ?? SourcePart(file: row["file"], sha256: row["sha256"], sheet: row["sheet"])
        parts[id] = part
        return CellSource(part: part, row: row["row"], column: row["column"])
    }
}
