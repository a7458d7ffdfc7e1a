/// The strings that the cells of a workbook refer to by number, one after the other in one array.
struct SharedStrings: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each string starts, and where the last one ends.
    private var starts: [UInt32] = [0]

    init() {}

    init(_ xml: consuming XMLReader, cellLength: Int, _ limits: PackageLimits) throws(OfficeFileError) {
        while let event = try xml.next() {
            guard event == .start, xml.isAt(.spreadsheet, "si") else { continue }
            guard starts.count <= limits.sharedStrings else {
                throw xml.error(.tooManyStrings(limit: limits.sharedStrings))
            }
            let start = bytes.count
            try xml.readRichText(into: &bytes, limit: start + cellLength)
            guard bytes.count - start <= cellLength else {
                throw xml.error(.stringTooLong(index: starts.count - 1, limit: cellLength))
            }
            guard bytes.count <= limits.sharedText else { throw xml.error(.tooMuchText(limit: limits.sharedText)) }
            starts.append(UInt32(bytes.count))
        }
    }

    /// Where the string of an index is in ``bytes``; nil where there is none.
    @inline(__always)
    func range(of index: Int) -> Range<Int>? {
        guard index >= 0, index < starts.count - 1 else { return nil }
        return Int(starts[index])..<Int(starts[index + 1])
    }
}
