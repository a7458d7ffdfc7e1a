/// How a sheet is laid out beyond its cells.
package struct SheetLayout: Sendable, Hashable {
    /// Only the first cell of each has a value.
    package private(set) var mergedRanges: [CellRange] = []
    /// Columns from 1.
    package private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private static let mostMergedRanges = 100_000

    init(_ xml: consuming XMLReader) throws(OfficeFileError) {
        while let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.spreadsheet, "mergeCell"), let reference = xml.attribute("ref") {
                guard let range = CellRange(reference) else { throw xml.error(.badAddress(reference)) }
                guard mergedRanges.count < Self.mostMergedRanges else {
                    throw xml.error(.tooManyMergedRanges(limit: Self.mostMergedRanges))
                }
                mergedRanges.append(range)
            } else if xml.isAt(.spreadsheet, "col"), xml.flag("hidden"),
                let first = xml.attribute("min").flatMap({ Int($0) }),
                let last = xml.attribute("max").flatMap({ Int($0) }), first > 0, first <= last
            {
                guard last <= CellAddress.last.column, hiddenColumns.last?.contains(first) != true,
                    hiddenColumns.count < CellAddress.last.column
                else { throw xml.error(.badAddress("\(first)–\(last)")) }
                hiddenColumns.append(first...last)
            }
        }
    }
}
