package enum SheetVisibility: String, Sendable {
    case visible
    case hidden
    /// Hidden by a program, not to be shown from the menu.
    case veryHidden
}

/// A sheet of a workbook. Every reading inflates it anew and holds no more of it than a window of some kilobytes and
/// one row, unless the sheet is ``held()``.
///
/// Rows and cells without a value are passed over at the end of the sheet and of the row; a cell without a value
/// between others is empty. So the count of a row is the column of its last value.
package struct WorkbookSheet: Sheet {
    /// The name on the tab.
    package let title: String
    package let visibility: SheetVisibility

    let part: String
    let package: OfficePackage
    let contents: SheetContents

    package var name: String? { title }

    init(
        name: String, visibility: SheetVisibility, part: String, package: OfficePackage, contents: SheetContents
    ) {
        title = name
        self.visibility = visibility
        self.part = part
        self.package = package
        self.contents = contents
    }

    /// The same sheet held in memory where it is small, for one that is gone through several times.
    package func held() -> WorkbookSheet {
        WorkbookSheet(
            name: title, visibility: visibility, part: part, package: package.holding(part, upTo: Self.small),
            contents: contents)
    }

    /// In bytes, inflated.
    private static let small = 1 << 20

    /// - Throws: what `body` throws; ``OfficeFileError``.
    package func forEachRow(limit: Int, _ body: (borrowing Row) throws -> Void) throws {
        var reader = WorksheetReader(try package.open(part), contents)
        var rows = 0
        while rows < limit, try reader.nextRow() {
            try body(reader.row)
            rows += 1
        }
    }

    /// Ranges that are shown as one cell, of which only the first has a value. They stand after all rows, so the whole
    /// sheet is gone through.
    package func mergedRanges() throws(OfficeFileError) -> [CellRange] {
        try package.mayHold("mergeCell", in: part) ? layout().mergedRanges : []
    }

    /// What is merged and what is hidden, for which the whole sheet is read.
    package func layout() throws(OfficeFileError) -> SheetLayout {
        try SheetLayout(package.open(part))
    }

    /// The widths of columns, in the width of a digit, as the sheet sets them: they stand before its rows.
    package func columnWidths() throws(OfficeFileError) -> [(columns: ClosedRange<Int>, width: Double)] {
        var xml = try package.open(part)
        var widths: [(columns: ClosedRange<Int>, width: Double)] = []
        while let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.spreadsheet, "sheetData") { break }
            if xml.isAt(.spreadsheet, "col"), !xml.flag("hidden"),
                let first = xml.attribute("min").flatMap({ Int($0) }), first > 0,
                let last = xml.attribute("max").flatMap({ Int($0) }), first <= last,
                let width = xml.attribute("width").flatMap({ Double($0) }), width > 0, width <= 255,
                widths.count < CellAddress.last.column
            {
                widths.append((first...min(last, CellAddress.last.column), width))
            }
        }
        return widths
    }
}
