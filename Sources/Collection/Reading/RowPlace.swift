/// Where a row stands, or a figure in it, and whether people see it.
struct RowPlace: Sendable, Hashable {
    var sheet: String?
    var row = 0
    /// Of the figure; 0 for the row as a whole.
    var column = 0
    /// With its sheet, by itself or, of a figure, with its column.
    var isHidden = false
}

extension Draft {
    /// Says that two rows of the file are about the same thing, of which one counts: with their sheets, where they stand
    /// in two of them. The finding stands at the later row or, where a hidden one was outranked, at that.
    mutating func reportTwins(kept: RowPlace, dropped: RowPlace, isSame: Bool, about key: ObservationKey? = nil) {
        let isOutranked = dropped.isHidden && !kept.isHidden && !isSame
        let order = sheetOrder
        func position(_ place: RowPlace) -> (Int, Int) {
            (place.sheet.flatMap { order.firstIndex(of: $0) } ?? 0, place.row)
        }
        let keptIsLater = position(kept) > position(dropped)
        let (place, other) = isOutranked || !keptIsLater ? (dropped, kept) : (kept, dropped)
        var values = ["other": String(other.row), "kept": String(kept.row), "hidden": String(dropped.row)]
        if isOutranked || kept.sheet != dropped.sheet {
            for (name, place) in [("otherSheet", other), ("keptSheet", kept), ("hiddenSheet", dropped)] {
                values[name] = place.sheet.map { "“\($0)”" }
            }
        }
        let current = sheet
        sheet = place.sheet
        let kind: FindingKind = isOutranked ? .outrankedHidden : isSame ? .duplicateRow : .conflictingRow
        report(
            kind, row: place.row, column: place.column, consortium: key?.consortium, indicator: key?.indicator,
            year: key?.year, values)
        sheet = current
    }
}
