package import Safekeeping

/// What shows somebody who has a head that a leaf is in the log, and where a cell is asked for, that it is in the leaf.
package struct LogProof: Sendable, Hashable {
    package let head: LogHead
    package let name: LogLeafName
    package let index: Int
    /// What is hashed: JSON.
    package let entry: [UInt8]
    package let path: [TreeHash]
    package let cells: [Cell]

    /// A row of a submission, shown without the others.
    package struct Cell: Sendable, Hashable {
        /// As ``RowEncoder`` writes it.
        package let row: [UInt8]
        package let salt: TreeHash
        /// In the tree of its group.
        package let index: Int
        package let size: Int
        package let path: [TreeHash]
        /// The consortium whose rows these are; empty for all that is no figure.
        package let group: String
        /// In the tree of the groups.
        package let groupIndex: Int
        package let groupCount: Int
        package let groupPath: [TreeHash]
    }

    /// Why there is none.
    package enum Fault: Error, Sendable, Hashable {
        /// No head was given out yet.
        case noHead
        /// The log has no such leaf up to its last head.
        case unknown
        /// What the tables say now is not what was hashed.
        case changed
        /// The leaves do not make the last head.
        case otherHead
        /// The submission has no figure in that cell.
        case noCell
    }
}

/// A cell as people name it.
package struct LogCell: Sendable, Hashable {
    /// Nil in a file that has no sheets.
    package let sheet: String?
    package let row: Int
    package let column: Int

    package init(sheet: String?, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}
