/// The table of a CSV file: RFC 4180 with the liberties that programs take. Cells are separated by commas, semicolons
/// or tabs, lines by CR LF, LF or CR; a cell in quotes may hold separators, line breaks and doubled quotes; a quote
/// within a cell that does not start with one is a character like any other. Empty lines are passed over.
package struct CSVSheet: Sheet {
    package var name: String? { nil }
    package let separator: UInt8

    private let text: DecodedText
    private let limits: SheetLimits

    /// - Parameter separator: nil to tell it from the first lines.
    package init(_ text: DecodedText, separator: UInt8? = nil, limits: SheetLimits = SheetLimits()) {
        self.text = text
        self.separator = separator ?? Self.separator(of: text)
        self.limits = limits
    }

    package func forEachRow(limit: Int, _ body: (borrowing Row) throws -> Void) throws {
        var parser = CSVParser(separator: separator, start: text.start, limits: limits)
        var row = Row(document: text.bytes)
        var rows = 0
        while rows < limit, try parser.nextRow(of: text.bytes.span, into: &row) {
            try body(row)
            rows += 1
        }
    }
}

extension CSVSheet {
    /// The separator that the first lines have most of outside quotes; a comma where they have none.
    static func separator(of text: DecodedText) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var lines = 0
        for byte in text.bytes[text.start...].prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { lines += 1 }
            if lines == 20 { break }
            if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
        }
        let most = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) } ?? 0
        return candidates[most]
    }
}
