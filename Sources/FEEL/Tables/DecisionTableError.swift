/// What keeps a decision table from being compiled: a cell that is not FEEL, or a table of the wrong form.
public struct DecisionTableError: Error, Sendable, Hashable {
    /// What is wrong, in Chinese, without the place.
    public let message: String
    /// The row, from 1; nil for the heads of columns and the table as a whole.
    public let row: Int?
    /// The column, from 1, inputs before outputs; nil for the table as a whole.
    public let column: Int?
    /// The cell, with its place in the file.
    public let cell: DecisionTable.Cell?
    /// What is wrong within the cell; its places count from the cell's first character.
    public let cause: FEELError?

    init(
        _ message: String, row: Int? = nil, column: Int? = nil, cell: DecisionTable.Cell? = nil,
        cause: FEELError? = nil
    ) {
        self.message = message
        self.row = row
        self.column = column
        self.cell = cell
        self.cause = cause
    }
}

extension DecisionTableError: CustomStringConvertible {
    /// Place and message on one line.
    public var description: String {
        let place = [row.map { "规则 \($0)" }, column.map { "第 \($0) 栏" }].compactMap { $0 }.joined()
        return (place.isEmpty ? "" : "\(place)：") + (cause.map(\.description) ?? message)
    }
}
