/// A table of a document that formulas look things up in, kept as CSV in `data/reference/`.
package struct ReferenceTable: Sendable, Hashable {
    /// A table that the document prints across: a row a kind, a column a place, a mark in each cell.
    package struct Grid: Sendable, Hashable {
        /// The names of the columns before those of the places.
        package let keys: [String]
        /// The places.
        package let heads: [String]
        /// Of each row its keys and its marks, blank where there is none.
        package let rows: [Row]

        package struct Row: Sendable, Hashable {
            package let keys: [String]
            package let marks: [String]
        }
    }

    /// As formulas call it.
    package let name: String
    package let title: String
    package let reference: Duty.Reference
    package let columns: [String]
    /// A text for each column; of a ``grid`` a row for each mark.
    package let rows: [[String]]
    /// Nil for a table that is as long as it is printed.
    package let grid: Grid?
    /// What the marks of ``grid`` mean.
    package let marks: [String: String]
}
