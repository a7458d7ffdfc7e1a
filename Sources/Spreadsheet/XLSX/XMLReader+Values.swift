extension XMLReader {
    /// Whether an attribute of the tag last read is on.
    func flag(_ local: StaticString) -> Bool {
        ["1", "true", "on"].contains(attribute(local))
    }

    /// The columns that the `col` whose start was read last hides, those of no width among them; nil where it hides none.
    func hiddenColumns() -> ClosedRange<Int>? {
        guard flag("hidden") || isNothing("width"), let first = attribute("min").flatMap({ Int($0) }),
            let last = attribute("max").flatMap({ Int($0) }), first > 0, first <= last,
            first <= CellAddress.last.column
        else { return nil }
        return first...min(last, CellAddress.last.column)
    }

    /// Whether an attribute of the tag last read is a number and zero.
    func isNothing(_ local: StaticString) -> Bool { attribute(local).flatMap { Double($0) } == 0 }

    /// Adds the text of the string whose start was read last, plain or in runs with formats of their own, to `target`,
    /// and leaves it. How it is pronounced is not part of it.
    mutating func readRichText(into target: inout [UInt8], limit: Int) throws(OfficeFileError) {
        let outside = depth - 1
        let start = target.count
        while try nextStart(above: outside) {
            if isAt(.spreadsheet, "t") {
                try readText(into: &target, limit: limit)
            } else if !isAt(.spreadsheet, "r") {
                try skip()
            }
        }
        EscapedText.unescape(&target, from: start)
    }
}
