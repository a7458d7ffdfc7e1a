package enum SheetVisibility: String, Sendable {
    case visible
    case hidden
    /// Hidden by a program, not to be shown from the menu.
    case veryHidden
}

/// A sheet of a workbook. Every reading inflates it anew and holds no more of it than a window of some kilobytes and
/// one row.
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

    /// - Throws: what `body` throws; ``OfficeFileError``.
    package func forEachRow(limit: Int, _ body: (borrowing Row) throws -> Void) throws {
        var reader = WorksheetReader(try package.open(part), contents)
        var rows = 0
        while rows < limit, try reader.nextRow() {
            try body(reader.row)
            rows += 1
        }
    }

    /// What is merged and what is hidden, for which the whole sheet is read.
    package func layout() throws(OfficeFileError) -> SheetLayout {
        try SheetLayout(package.open(part))
    }
}
