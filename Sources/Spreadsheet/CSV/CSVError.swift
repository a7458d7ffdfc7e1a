/// What makes a CSV file unreadable from some place on.
package struct CSVError: Error, Hashable {
    package enum Problem: Hashable, Sendable {
        /// The file ends within quotes; the address is that of the opening quote.
        case unterminatedQuote
        /// Something other than a separator follows a closing quote, so where the cell ends is anybody's guess.
        case textAfterQuote
        /// A byte 0.
        case nul
        case cellTooLong(limit: Int)
        case tooManyColumns(limit: Int)
        case tooManyRows(limit: Int)
    }

    package let problem: Problem
    /// The line of the file, from 1, and the column of the sheet, from 1.
    package let address: CellAddress
}
