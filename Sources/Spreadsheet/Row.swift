/// One row of a sheet, as its reader shows it: views of the cells' bytes, so that a cell costs nothing until somebody
/// asks for its text. Positions count from 0; the columns of ``CellAddress`` from 1.
package struct Row: Sendable {
    /// The row of the sheet, or the line of the file on which the row starts; from 1.
    package private(set) var number = 0
    /// Whether the program that shows the sheet passes over the row.
    package private(set) var isHidden = false
    /// Whether the columns of the sheet are hidden, by position; shorter than the row where none is from there on.
    private var hiddenColumns: [Bool] = []
    /// What is stored in cells of type ``CellType/formatted``, by position. They are few.
    private var formatted: [Int: FormattedValue] = [:]

    /// The bytes that most cells are views of.
    private let document: [UInt8]
    /// The bytes of cells whose text is not written as such in the document, as of one with doubled quotes.
    var spill: [UInt8] = []
    private var spans: [CellSpan] = []

    private struct CellSpan {
        let start: UInt32
        let end: UInt32
        let type: CellType
        let isSpilled: Bool
    }

    /// An empty row over `document`, UTF-8 of less than 4 GiB.
    init(document: [UInt8]) {
        self.document = document
    }

    /// How many cells the row has, blank ones among them.
    package var count: Int { spans.count }

    package func type(at position: Int) -> CellType { spans[position].type }

    /// What is stored in a cell that its format shows otherwise; nil for any other cell.
    package func formatted(at position: Int) -> FormattedValue? { formatted[position] }

    /// Whether a cell is passed over by the program that shows the sheet, with its row or its column.
    package func isHidden(at position: Int) -> Bool { isHidden || isColumnHidden(at: position) }

    package func isColumnHidden(at position: Int) -> Bool {
        hiddenColumns.indices.contains(position) && hiddenColumns[position]
    }

    /// Shows the UTF-8 of a cell to `body`.
    @inline(__always)
    package func withText<Result>(at position: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let cell = spans[position]
        let bytes = cell.isSpilled ? spill.span : document.span
        return body(bytes.extracting(Int(cell.start)..<Int(cell.end)))
    }

    /// The text of a cell, empty past the end of the row.
    package func text(at position: Int) -> String {
        guard position < count else { return "" }
        let cell = spans[position]
        return String(decoding: (cell.isSpilled ? spill : document)[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
    }

    /// In bytes of UTF-8, all cells together.
    package var size: Int { spans.reduce(0) { $0 + Int($1.end - $1.start) } }

    /// In bytes of UTF-8, of one cell.
    package func size(at position: Int) -> Int { Int(spans[position].end - spans[position].start) }

    package func cell(at position: Int) -> Cell {
        Cell(
            address: CellAddress(row: number, column: position + 1), type: type(at: position),
            text: text(at: position), formatted: formatted(at: position))
    }

    package var cells: [Cell] { (0..<count).map(cell(at:)) }

    /// Whether every cell is empty or white space.
    package var isBlank: Bool {
        (0..<count).allSatisfy { text(at: $0).allSatisfy(\.isWhitespace) }
    }
}

extension Row {
    /// Empties the row, for the next one of the sheet to take its place.
    mutating func start(number: Int, isHidden: Bool = false) {
        self.number = number
        self.isHidden = isHidden
        spans.removeAll(keepingCapacity: true)
        spill.removeAll(keepingCapacity: true)
        if !formatted.isEmpty { formatted.removeAll() }
    }

    /// Says which columns of the sheet are hidden, by position.
    mutating func hide(columns: [Bool]) { hiddenColumns = columns }

    /// Adds a cell whose text stands in the document as it is.
    @inline(__always)
    mutating func append(_ range: Range<Int>, type: CellType = .text) {
        spans.append(
            CellSpan(
                start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound),
                type: type, isSpilled: false))
    }

    /// Adds a cell whose text is all that was spilled since `start`.
    mutating func appendSpilled(from start: Int, type: CellType = .text) {
        appendSpilled(start..<spill.count, type: type)
    }

    /// Adds a cell whose text was spilled to `range`.
    mutating func appendSpilled(_ range: Range<Int>, type: CellType = .text) {
        spans.append(
            CellSpan(
                start: UInt32(range.lowerBound), end: UInt32(range.upperBound), type: type, isSpilled: true))
    }

    /// Adds a cell of which `text` is shown.
    mutating func append(_ text: String, of value: FormattedValue) {
        formatted[spans.count] = value
        let start = spilled
        spill(text.utf8)
        appendSpilled(from: start, type: .formatted)
    }

    /// The columns of the sheet that are hidden, for a row that takes this one's place.
    var hidden: [Bool] { hiddenColumns }

    var spilled: Int { spill.count }

    /// Adds bytes to the text of the next spilled cell.
    mutating func spill(_ bytes: some Collection<UInt8>) {
        spill.append(contentsOf: bytes)
    }

    /// Adds bytes of the document to the text of the next spilled cell.
    mutating func spill(_ range: Range<Int>) {
        spill.append(contentsOf: document[range])
    }
}
