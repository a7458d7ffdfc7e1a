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
    /// A value that its format shows otherwise than by its digits or its text. The text is what is shown, with all
    /// digits that are stored: `120万元`, `C001`; empty where the format shows nothing. ``Row/formatted(at:)`` tells what
    /// is stored.
    case formatted
    /// A formula that no program has computed since it was written, so that it has no value. The text is the formula
    /// with its `=`.
    case formula
}

/// A cell that was taken out of its row.
package struct Cell: Sendable, Hashable {
    package let address: CellAddress
    package let type: CellType
    package let text: String
    /// Of a cell of type ``CellType/formatted``: what is stored, and which unit the text carries.
    package let formatted: FormattedValue?

    package init(address: CellAddress, type: CellType, text: String, formatted: FormattedValue? = nil) {
        self.address = address
        self.type = type
        self.text = text
        self.formatted = formatted
    }
}
