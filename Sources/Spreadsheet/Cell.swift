/// What a cell says of its own type. A CSV file knows text only; a workbook keeps numbers, dates and truths apart.
package enum CellType: UInt8, Sendable {
    case text
    /// The text is the number in plain decimals: `0.3`, `120`.
    case number
    /// A number shown as a percentage. The text is the number shown, without the sign: `30` where 0.3 is shown as 30%.
    case percent
    /// The text is `2025-03-01`, with a time after a `T` where there is one; `08:30:00` for a time without a date.
    case date
    /// The text is `true` or `false`.
    case boolean
    /// The text is the error as the program shows it: `#DIV/0!`.
    case error
    /// A formula that no program has computed since it was written, so that it has no value. The text is the formula
    /// with its `=`.
    case formula
}

/// A cell that was taken out of its row.
package struct Cell: Sendable, Hashable {
    package let address: CellAddress
    package let type: CellType
    package let text: String

    package init(address: CellAddress, type: CellType, text: String) {
        self.address = address
        self.type = type
        self.text = text
    }
}
