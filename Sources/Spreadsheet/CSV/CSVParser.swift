/// Takes a CSV text apart, row after row, in one pass over its bytes.
struct CSVParser {
    private(set) var row: Row

    private let bytes: [UInt8]
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

    init(_ text: DecodedText, separator: UInt8, limits: SheetLimits) {
        bytes = text.bytes
        position = text.start
        row = Row(document: text.bytes)
        self.limits = limits
        self.separator = separator
        isSpecial = [256 of Bool] { byte in
            byte == 0 || byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
        }
    }

    /// Reads the next row into ``row``; false at the end.
    mutating func nextRow() throws(CSVError) -> Bool {
        skipEmptyLines()
        guard position < bytes.count else { return false }
        guard rows < limits.rows else { throw error(.tooManyRows(limit: limits.rows)) }
        rows += 1
        row.start(number: line)
        while true {
            try readCell()
            guard position < bytes.count else { return true }
            let byte = bytes[position]
            position += 1
            if byte == separator {
                guard row.count < limits.columns else { throw error(.tooManyColumns(limit: limits.columns)) }
                continue
            }
            if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            line += 1
            return true
        }
    }

    /// Reads a cell up to the separator, the line break or the end that closes it.
    private mutating func readCell() throws(CSVError) {
        let start = position
        if start < bytes.count, bytes[start] == Self.quote { return try readQuotedCell() }
        let end = endOfPlainRun(from: start)
        position = end
        row.append(start..<end)
        if end < bytes.count, bytes[end] == 0 { throw error(.nul, column: row.count) }
        if end - start > limits.cellLength { throw error(.cellTooLong(limit: limits.cellLength), column: row.count) }
    }

    private func endOfPlainRun(from start: Int) -> Int {
        let span = bytes.span
        var end = start
        while end < span.count, !isSpecial[Int(span[end])] { end += 1 }
        return end
    }

    private mutating func readQuotedCell() throws(CSVError) {
        let column = row.count + 1
        let opening = CellAddress(row: line, column: column)
        position += 1
        let spilled = row.spilled
        var start = position
        var hasDoubledQuote = false
        while position < bytes.count {
            switch bytes[position] {
            case Self.quote:
                let end = position
                position += 1
                if position < bytes.count, bytes[position] == Self.quote {
                    // Of two quotes the first is kept.
                    row.spill(start..<position)
                    position += 1
                    start = position
                    hasDoubledQuote = true
                    continue
                }
                if hasDoubledQuote {
                    row.spill(start..<end)
                    row.appendSpilled(from: spilled)
                } else {
                    row.append(start..<end)
                }
                if position - start > limits.cellLength || row.spilled - spilled > limits.cellLength {
                    throw error(.cellTooLong(limit: limits.cellLength), column: column)
                }
                if position < bytes.count, !isSpecial[Int(bytes[position])] || bytes[position] == 0 {
                    throw error(bytes[position] == 0 ? .nul : .textAfterQuote, column: column)
                }
                return
            case 0:
                throw error(.nul, column: column)
            case Self.lineFeed:
                line += 1
            case Self.carriageReturn where position + 1 == bytes.count || bytes[position + 1] != Self.lineFeed:
                line += 1
            default:
                break
            }
            position += 1
        }
        throw CSVError(problem: .unterminatedQuote, address: opening)
    }

    private mutating func skipEmptyLines() {
        while position < bytes.count {
            switch bytes[position] {
            case Self.carriageReturn:
                position += 1
                if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            case Self.lineFeed:
                position += 1
            default:
                return
            }
            line += 1
        }
    }

    private func error(_ problem: CSVError.Problem, column: Int? = nil) -> CSVError {
        CSVError(problem: problem, address: CellAddress(row: line, column: column ?? row.count + 1))
    }
}
