package import Foundation
internal import GRDB
package import Safekeeping

/// A head of the log that was given out.
package struct LogHead: Sendable, Hashable, Identifiable {
    package let id: Int
    package let size: Int
    package let root: TreeHash
    package let at: Date
    /// The run that it was made in; nil outside of runs.
    package let run: Int?
    /// The checkpoint with all signatures; it ends with the blank line where nobody signed it.
    package let note: String

    /// On one line, with the log's own signature where it has one.
    package var printed: PrintedHead {
        PrintedHead(size: size, root: root, signature: SignedNote(note)?.signatures.first)
    }
}

extension LogHead {
    init(_ row: Row, cosignatures: [String] = []) throws {
        guard let root = TreeHash(row["root"] as Data) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "log_head.root")
        }
        self.init(
            id: row["id"], size: row["size"], root: root, at: try Date(storeText: row["at"]), run: row["run"],
            note: row["note"] + cosignatures.map { $0 + "\n" }.joined())
    }
}
