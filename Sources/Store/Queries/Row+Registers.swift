internal import FEEL
internal import GRDB
internal import Standards

extension Row {
    /// Where a register entry was read, of the columns file, sha256, sheet, row and column.
    var source: CellSource {
        CellSource(
            file: self["file"], sha256: self["sha256"], sheet: self["sheet"], row: self["row"],
            column: self["column"])
    }

    /// The consortium that says an entry itself: a secretariat's, or in the first edition whose workbook it stood in.
    /// Nil for an authority's entry; empty where nothing tells which secretariat sent it.
    var reportedBy: String? {
        let consortium: String = self["sender_consortium"]
        return consortium.isEmpty && self["authority"] == Authority.authority.rawValue ? nil : consortium
    }

    /// The same, once in memory however many entries say it.
    func reportedBy(_ repeated: RepeatedWords) -> String? { reportedBy.map(repeated.word) }

    /// Whether a column holds what its register wrote that could not be read as a day.
    func isNoDay(_ column: String) -> Bool { (self[column] as String?) != nil && date(column) == nil }

    func date(_ column: String) -> CalendarDate? {
        (self[column] as String?).flatMap { CalendarDate($0) }
    }

    func optionalChoice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice? {
        guard let text: String = self[column] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column): \(text)")
        }
        return choice
    }

    func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let choice: Choice = try optionalChoice(column) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column): NULL")
        }
        return choice
    }
}
