/// Reads the rows of a worksheet's part, one after the other.
struct WorksheetReader: ~Copyable {
    private(set) var row: Row

    private var xml: XMLReader
    private let contents: SheetContents
    private var rows = 0
    /// Whether the row being read says its number.
    private var hasRowNumber = false
    /// The formula of the cell being read.
    private var formula: [UInt8] = []
    /// Whether the sheet shows nothing for zero.
    private var hidesZeros = false

    init(_ xml: consuming XMLReader, _ contents: SheetContents) {
        self.xml = xml
        self.contents = contents
        row = Row(document: contents.strings.bytes)
    }

    /// Reads the next row that has a value into ``row``; false at the end of the part.
    mutating func nextRow() throws(OfficeFileError) -> Bool {
        while try xml.nextStart() {
            if xml.depth == 1 {
                guard xml.isAt(.spreadsheet, "worksheet") else { throw xml.error(.notAWorksheet) }
            } else if xml.isAt(.spreadsheet, "cols"), xml.depth == 2 {
                try readColumns()
            } else if xml.isAt(.spreadsheet, "sheetViews"), xml.depth == 2 {
                try readViews()
            } else if xml.isAt(.spreadsheet, "row"), xml.depth == 3 {
                try readRow()
                if row.count > 0 { return true }
            } else if !(xml.isAt(.spreadsheet, "sheetData") && xml.depth == 2) {
                try xml.skip()
            }
        }
        return false
    }

    private mutating func readColumns() throws(OfficeFileError) {
        let outside = xml.depth - 1
        var hidden: [Bool] = []
        while try xml.nextStart(above: outside) {
            guard xml.isAt(.spreadsheet, "col"), let columns = xml.hiddenColumns() else { continue }
            for column in columns.prefix(while: { $0 <= contents.limits.columns }) {
                while hidden.count < column { hidden.append(false) }
                hidden[column - 1] = true
            }
        }
        row.hide(columns: hidden)
    }

    private mutating func readViews() throws(OfficeFileError) {
        let outside = xml.depth - 1
        while try xml.nextStart(above: outside) {
            guard xml.isAt(.spreadsheet, "sheetView"), let shows = xml.attribute("showZeros") else { continue }
            hidesZeros = hidesZeros || ["0", "false", "off"].contains(shows)
        }
    }

    private mutating func readRow() throws(OfficeFileError) {
        let given = try givenRowNumber()
        hasRowNumber = given != nil
        let number = given ?? row.number + 1
        guard number > row.number else { throw xml.error(.outOfOrder(cell: "A\(number)")) }
        guard number <= CellAddress.last.row else { throw xml.error(.tooManyRows(limit: CellAddress.last.row)) }
        row.start(number: number, isHidden: xml.flag("hidden") || xml.isNothing("ht"))
        var column = 0
        let outside = xml.depth - 1
        while try xml.nextStart(above: outside) {
            if xml.isAt(.spreadsheet, "c") {
                try readCell(after: &column)
            } else {
                try xml.skip()
            }
        }
        guard row.count > 0 else { return }
        rows += 1
        guard rows <= contents.limits.rows else { throw xml.error(.tooManyRows(limit: contents.limits.rows)) }
    }

    /// The number that the row has; nil where it has none.
    private func givenRowNumber() throws(OfficeFileError) -> Int? {
        guard let text = xml.attribute("r") else { return nil }
        guard let number = Int(text), number > 0 else { throw xml.error(.badAddress(text)) }
        return number
    }

    /// Reads a cell, and makes `column`, that of the cell before, its own.
    private mutating func readCell(after column: inout Int) throws(OfficeFileError) {
        let address = try address(after: column)
        // A row without a number has that of its first cell.
        if address.row > row.number { row.start(number: address.row, isHidden: row.isHidden) }
        guard address.column > column else { throw xml.error(.outOfOrder(cell: address.description)) }
        column = address.column
        let style = xml.withAttribute("s") { Self.number($0) ?? 0 } ?? 0
        let kind = xml.withAttribute("t", StoredType.init) ?? .number

        if !formula.isEmpty { formula.removeAll(keepingCapacity: true) }
        var hasFormula = false
        var hasValue = false
        let start = row.spilled
        let limit = contents.limits.cellLength
        let outside = xml.depth - 1
        // A cell may hold both, of which its type says the one that is meant.
        while try xml.nextStart(above: outside) {
            if xml.isAt(.spreadsheet, "v"), kind != .inlineString, !hasValue {
                hasValue = true
                try xml.readText(into: &row.spill, limit: start + limit)
            } else if xml.isAt(.spreadsheet, "f"), !hasFormula {
                hasFormula = true
                try xml.readText(into: &formula, limit: limit)
            } else if xml.isAt(.spreadsheet, "is"), kind == .inlineString, !hasValue {
                hasValue = true
                try xml.readRichText(into: &row.spill, limit: start + limit)
            } else {
                try xml.skip()
            }
        }
        let value = start..<row.spilled
        guard max(value.count, formula.count) <= limit else {
            throw xml.error(.cellTooLong(cell: address.description, limit: limit))
        }
        // A text that a formula yields may be empty; any other value must be there.
        if hasFormula, !hasValue || value.isEmpty && kind != .formulaText {
            try makeRoom(for: address)
            row.spill(CollectionOfOne(UInt8(ascii: "=")))
            row.spill(formula)
            row.appendSpilled(from: start, type: .formula)
        } else if !value.isEmpty {
            try makeRoom(for: address)
            try append(value, kind, style, address)
        }
    }

    /// Fills the row up to the column before `address` with empty cells.
    private mutating func makeRoom(for address: CellAddress) throws(OfficeFileError) {
        guard address.column <= contents.limits.columns else {
            throw xml.error(.tooManyColumns(cell: address.description, limit: contents.limits.columns))
        }
        while row.count < address.column - 1 { row.append(0..<0) }
    }

    /// Adds the cell whose value, as it is stored, was spilled to `value`. What the cell shows instead is spilled after
    /// it; the next row takes the place of both.
    private mutating func append(
        _ value: Range<Int>, _ kind: StoredType, _ style: Int, _ address: CellAddress
    ) throws(OfficeFileError) {
        let value = kind.isText ? value : trimmed(value)
        let start = row.spilled
        switch kind {
        case .sharedString:
            guard let range = Self.number(row.spill.span.extracting(value)).flatMap(contents.strings.range) else {
                let index = String(decoding: row.spill[value].prefix(20), as: UTF8.self)
                throw xml.error(.unknownString(index: index, cell: address.description))
            }
            guard contents.styles.showsTexts(style) else {
                return appendText(String(decoding: contents.strings.bytes[range], as: UTF8.self), style)
            }
            row.append(range)
        case .number:
            appendNumber(value, style)
        case .boolean:
            let isTrue = ["1", "true"].contains(String(decoding: row.spill[value], as: UTF8.self))
            row.spill((isTrue ? "true" : "false").utf8)
            row.appendSpilled(from: start, type: .boolean)
        case .date:
            row.spill(Self.date(row.spill[value]))
            row.appendSpilled(from: start, type: .date)
        case .formulaText:
            EscapedText.unescape(&row.spill, from: value.lowerBound)
            appendText(value.lowerBound..<row.spilled, style)
        case .text, .inlineString:
            appendText(value, style)
        case .error:
            row.appendSpilled(value, type: .error)
        }
    }

    /// Without the white space around it.
    @inline(__always)
    private func trimmed(_ value: Range<Int>) -> Range<Int> {
        var (start, end) = (value.lowerBound, value.upperBound)
        while start < end, XMLReader.isSpace(row.spill[start]) { start += 1 }
        while start < end, XMLReader.isSpace(row.spill[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Adds a text that was spilled to `value`, as its format shows it.
    @inline(__always)
    private mutating func appendText(_ value: Range<Int>, _ style: Int) {
        if contents.styles.showsTexts(style) { return row.appendSpilled(value) }
        appendText(String(decoding: row.spill[value], as: UTF8.self), style)
    }

    /// Adds a text as a format shows it that does not show texts as they are.
    private mutating func appendText(_ text: String, _ style: Int) {
        guard let (shown, value) = contents.styles[style]?.shown(text) else { return }
        row.append(shown, of: value)
    }

    /// Adds a number as its format shows it; as text where it is none.
    @inline(__always)
    private mutating func appendNumber(_ value: Range<Int>, _ style: Int) {
        if contents.styles.showsPlainly(style), !hidesZeros, DecimalText.isPlain(row.spill.span.extracting(value)) {
            return row.appendSpilled(value, type: .number)
        }
        guard let number = DecimalText(row.spill.span.extracting(value)) else {
            return row.appendSpilled(value)
        }
        if hidesZeros, number.isZero {
            return row.append("", of: FormattedValue(stored: number.plain))
        }
        let start = row.spilled
        switch contents.styles[style]?.shown(number, startsIn1904: contents.startsIn1904) ?? .number {
        case .number:
            number.append(to: &row.spill)
            row.appendSpilled(from: start, type: .number)
        case .percent(let percent):
            percent.append(to: &row.spill)
            row.appendSpilled(from: start, type: .percent)
        case .date(let date):
            row.spill(date.utf8)
            row.appendSpilled(from: start, type: .date)
        case .formatted(let shown, let value):
            row.append(shown, of: value)
        }
    }

    /// The date of a cell that stores it as text, `2025-03-01T00:00:00`: without a time that says nothing.
    private static func date(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let midnight = "T00:00:00".utf8
        return value.dropFirst(10).starts(with: midnight) ? value.prefix(10) : value
    }

    /// The address that the cell has, or the one after the cell before.
    @inline(__always)
    private func address(after column: Int) throws(OfficeFileError) -> CellAddress {
        let given = xml.withAttribute("r") { CellAddress($0) }
        guard let given else { return CellAddress(row: row.number, column: column + 1) }
        let isOfRow = given.map { !hasRowNumber && column == 0 ? $0.row >= row.number : $0.row == row.number }
        guard let given, isOfRow == true else {
            throw xml.error(.badAddress(xml.attribute("r") ?? ""))
        }
        return given
    }

    /// The number that `text` is in digits; nil where it is none or a very large one.
    @inline(__always)
    private static func number(_ text: Span<UInt8>) -> Int? {
        guard (1...9).contains(text.count) else { return nil }
        var number = 0
        for index in text.indices {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            number = number * 10 + Int(text[index]) - 0x30
        }
        return number
    }
}
