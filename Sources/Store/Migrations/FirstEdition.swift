internal import GRDB
internal import Standards

/// What the first edition wrote as text, taken apart for what the second keeps of it.
enum FirstEdition {
    /// The sentence of a finding without the place that it begins with: `file › place：sentence`, where the names of
    /// files and sheets may hold a “：” of their own. A message that begins with another file's name stays whole, for
    /// then its place stands nowhere else.
    static func sentence(of message: String, file: String, sheet: String?, row: Int?, column: Int?) -> String {
        guard message.hasPrefix(file) else { return message }
        let rest = message.dropFirst(file.count)
        let place = place(sheet: sheet, row: row ?? 0, column: column ?? 0) + "："
        if rest.hasPrefix(place) { return String(rest.dropFirst(place.count)) }
        // The name was written otherwise: what could not be printed stood in it.
        guard rest.hasPrefix(" › "), let colon = rest.firstIndex(of: "：") else { return message }
        return String(rest[rest.index(after: colon)...])
    }

    private static func place(sheet: String?, row: Int, column: Int) -> String {
        switch (row, column, sheet) {
        case (0, _, nil): ""
        case (0, _, let sheet?): " › \(sheet)"
        case (_, 0, nil): " › 第\(row)行"
        case (_, 0, let sheet?): " › \(sheet)!第\(row)行"
        case (_, _, nil): " › 第\(row)行第\(column)列"
        case (_, _, let sheet?): " › \(sheet)!\(CellSource.letters(column))\(row)"
        }
    }

    /// `edition/consortium/clause/year` of the first edition's `consortium/year/clause`; a consortium's id may hold
    /// slashes, year and clause do not. Anything else stays as it is.
    static func fingerprint(renewing text: String) -> String {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return text }
        let consortium = parts.dropLast(2).joined(separator: "/")
        return "\(Migration.firstEditionID)/\(consortium)/\(parts[parts.count - 1])/\(parts[parts.count - 2])"
    }

    /// `被 fingerprint 抑制` with the new fingerprint; any other text stays as it is.
    static func detail(renewing text: String) -> String {
        let (start, end) = ("被 ", " 抑制")
        guard text.hasPrefix(start), text.hasSuffix(end) else { return text }
        return start + fingerprint(renewing: String(text.dropFirst(start.count).dropLast(end.count))) + end
    }
}

// MARK: - As functions of SQL

extension FirstEdition {
    static var sentence: DatabaseFunction {
        DatabaseFunction("first_edition_sentence", argumentCount: 5, pure: true) { arguments in
            sentence(
                of: String.fromDatabaseValue(arguments[0]) ?? "", file: String.fromDatabaseValue(arguments[1]) ?? "",
                sheet: String.fromDatabaseValue(arguments[2]), row: Int.fromDatabaseValue(arguments[3]),
                column: Int.fromDatabaseValue(arguments[4]))
        }
    }

    static var fingerprint: DatabaseFunction {
        DatabaseFunction("second_edition_fingerprint", argumentCount: 1, pure: true) { arguments in
            String.fromDatabaseValue(arguments[0]).map(fingerprint(renewing:))
        }
    }

    static var detail: DatabaseFunction {
        DatabaseFunction("second_edition_detail", argumentCount: 1, pure: true) { arguments in
            String.fromDatabaseValue(arguments[0]).map(detail(renewing:))
        }
    }
}
