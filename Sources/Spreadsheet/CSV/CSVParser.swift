/// Takes a CSV text apart, row after row, in one pass over its bytes.
struct CSVParser {
    private let limits: SheetLimits
    private let separator: UInt8
    /// Whether a byte ends the plain run of a cell.
    private let isSpecial: [256 of Bool]
    private var position: Int
    private var line = 1
    private var rows = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// A parser of a text that starts at `start` of its bytes.
    init(separator: UInt8, start: Int, limits: SheetLimits) {
        self.limits = limits
        self.separator = separator
        position = start
        isSpecial = [256 of Bool] { byte in
            byte == 0 || byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
        }
    }

    /// Reads the next row of `text`, always the same text, into `row`; false at the end.
    mutating func nextRow(of text: Span<UInt8>, into row: inout Row) throws(CSVError) -> Bool {
        skipEmptyLines(of: text)
        guard position < text.count else { return false }
        row.start(number: line)
        guard rows < limits.rows else { throw error(.tooManyRows(limit: limits.rows), column: 1) }
        rows += 1
        while true {
            if position < text.count, text[position] == Self.quote {
                try readQuotedCell(of: text, into: &row)
            } else {
                try readPlainCell(of: text, into: &row)
            }
            guard position < text.count else { return true }
            let end = text[position]
            if end != separator {
                skipLineBreak(of: text)
                return true
            }
            position += 1
            guard row.count < limits.columns else {
                throw error(.tooManyColumns(limit: limits.columns), column: row.count + 1)
            }
        }
    }

    /// Reads a cell up to the separator, the line break or the end that closes it.
    @inline(__always)
    private mutating func readPlainCell(of text: Span<UInt8>, into row: inout Row) throws(CSVError) {
        let start = position
        var end = start
        while end < text.count, !isSpecial[Int(text[end])] { end += 1 }
        position = end
        row.append(start..<end)
        try check(text, length: end - start, column: row.count)
    }

    private mutating func readQuotedCell(of text: Span<UInt8>, into row: inout Row) throws(CSVError) {
        let column = row.count + 1
        let opening = CellAddress(row: line, column: column)
        let spilled = row.spilled
        position += 1
        var start = position
        while true {
            try skipToQuote(of: text, opening, column)
            let end = position
            position += 1
            guard position < text.count, text[position] == Self.quote else {
                try close(start..<end, spilled: spilled, into: &row)
                try check(text, length: max(end - start, row.spilled - spilled), column: column)
                if position < text.count, !isSpecial[Int(text[position])] {
                    throw error(.textAfterQuote, column: column)
                }
                return
            }
            // Of two quotes the first is kept.
            row.spill(start..<position)
            position += 1
            start = position
        }
    }

    /// Goes to the next quote within quotes, counting lines.
    private mutating func skipToQuote(
        of text: Span<UInt8>, _ opening: CellAddress, _ column: Int
    ) throws(CSVError) {
        while position < text.count {
            switch text[position] {
            case Self.quote: return
            case 0: throw error(.nul, column: column)
            case Self.lineFeed, Self.carriageReturn: skipLineBreak(of: text)
            default: position += 1
            }
        }
        throw CSVError(problem: .unterminatedQuote, address: opening)
    }

    /// Adds a quoted cell that ends with `range`; what stood before doubled quotes was spilled from `spilled` on.
    private func close(_ range: Range<Int>, spilled: Int, into row: inout Row) throws(CSVError) {
        if row.spilled == spilled { return row.append(range) }
        row.spill(range)
        row.appendSpilled(from: spilled)
    }

    /// Refuses a cell that is too long or ended by a byte 0.
    @inline(__always)
    private func check(_ text: Span<UInt8>, length: Int, column: Int) throws(CSVError) {
        if length > limits.cellLength { throw error(.cellTooLong(limit: limits.cellLength), column: column) }
        if position < text.count, text[position] == 0 { throw error(.nul, column: column) }
    }

    private mutating func skipEmptyLines(of text: Span<UInt8>) {
        while position < text.count, text[position] == Self.lineFeed || text[position] == Self.carriageReturn {
            skipLineBreak(of: text)
        }
    }

    /// Goes past CR LF, LF or CR.
    @inline(__always)
    private mutating func skipLineBreak(of text: Span<UInt8>) {
        let isReturn = text[position] == Self.carriageReturn
        position += 1
        if isReturn, position < text.count, text[position] == Self.lineFeed { position += 1 }
        line += 1
    }

    private func error(_ problem: CSVError.Problem, column: Int) -> CSVError {
        CSVError(problem: problem, address: CellAddress(row: line, column: column))
    }
}
