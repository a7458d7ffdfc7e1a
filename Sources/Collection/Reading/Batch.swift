internal import FEEL
internal import Spreadsheet

/// The files of one collection in the order in which they are to be read: manifests, registers of consortia, then the
/// others by the day they were received (unknown days last) and by path.
package struct Batch: Sendable {
    /// A file to read.
    package struct Item: Sendable {
        /// As the system has it.
        let location: FilePath
        /// The same for people.
        package let path: String
        /// Its path within the folder collected, or its name where the file itself was named.
        package let name: String
        /// In bytes, when the folder was looked through.
        package let size: Int
        /// The form that its first rows show; nil where they show none. The reading decides.
        package let form: FormKind?
        package internal(set) var receipt: Receipt?
        /// What the batch as a whole shows to be wrong with the file.
        var findings: [Finding] = []
    }

    /// A path that is left alone.
    package struct Skipped: Sendable, Hashable {
        package let name: String
        /// In words for people.
        package let reason: String
        /// Whether the path was asked for by name and is not there, or cannot be opened.
        package let isError: Bool
    }

    package let items: [Item]
    package let skipped: [Skipped]

    /// In bytes.
    package var size: Int { items.reduce(0) { $0 + $1.size } }
}

extension Batch.Item {
    /// Whether the file is to be read before `other`.
    func precedes(_ other: Batch.Item) -> Bool {
        if rank != other.rank { return rank < other.rank }
        switch (receipt?.receivedOn, other.receipt?.receivedOn) {
        case (let day?, let otherDay?) where day != otherDay: return day < otherDay
        case (.some, nil): return true
        case (nil, .some): return false
        default: return name.utf8.lexicographicallyPrecedes(other.name.utf8)
        }
    }

    private var rank: Int {
        switch form {
        case .submissions: 0
        case .consortia: 1
        default: 2
        }
    }
}
