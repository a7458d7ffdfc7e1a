/// How a sheet is laid out beyond its cells.
package struct SheetLayout: Sendable, Hashable {
    /// Only the first cell of each is shown.
    package private(set) var mergedRanges: [CellRange] = []
    /// Columns from 1.
    package private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private static let mostMergedRanges = 100_000

    init(_ xml: consuming XMLReader) throws(OfficeFileError) {
        while try xml.nextStart() {
            if xml.isAt(.spreadsheet, "mergeCell"), let reference = xml.attribute("ref") {
                guard let range = CellRange(reference) else { throw xml.error(.badAddress(reference)) }
                guard mergedRanges.count < Self.mostMergedRanges else {
                    throw xml.error(.tooManyMergedRanges(limit: Self.mostMergedRanges))
                }
                mergedRanges.append(range)
            } else if xml.isAt(.spreadsheet, "col"), let columns = xml.hiddenColumns(),
                hiddenColumns.count < CellAddress.last.column
            {
                hiddenColumns.append(columns)
            }
        }
    }
}
