extension XMLReader {
    /// Whether an attribute of the tag last read is on.
    func flag(_ local: StaticString) -> Bool {
        ["1", "true", "on"].contains(attribute(local))
    }

    /// Adds the text of the string whose start was read last, plain or in runs with formats of their own, to `target`,
    /// and leaves it. How it is pronounced is not part of it.
    mutating func readRichText(into target: inout [UInt8], limit: Int) throws(OfficeFileError) {
        let outside = depth - 1
        let start = target.count
        while depth > outside, let event = try next() {
            guard event == .start else { continue }
            if isAt(.spreadsheet, "t") {
                try readText(into: &target, limit: limit)
            } else if !isAt(.spreadsheet, "r") {
                try skip()
            }
        }
        EscapedText.unescape(&target, from: start)
    }
}
