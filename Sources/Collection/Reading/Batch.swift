package import Spreadsheet
internal import Standards

/// The files of one collection in the order in which they are to be read: manifests, registers of consortia, then the
/// others by the day they were received (unknown days last), and those of one subject as they were sent.
package struct Batch: Sendable {
    /// A file to read.
    package struct Item: Sendable {
        /// As the system has it.
        package let location: FilePath
        /// The same for people.
        package let path: String
        /// Its path within the folder collected, or its name where the file itself was named.
        package let name: String
        /// What was there when the folder was looked through.
        package let seen: FilePath.Status
        let glimpse: FileGlimpse
        var arrival: Arrival
        /// Whether somebody named the file itself, and not a folder that it is in.
        let isNamed: Bool
        /// The files from which its order cannot be told; nil where there are none.
        var contest: Contest?
        /// A text whose bytes tell the order of files that were received on one day, whatever batch they came in.
        package internal(set) var order = ""
        /// What the batch as a whole shows to be wrong with the file.
        var findings: [Finding] = []

        /// In bytes.
        package var size: Int { seen.size }

        /// The form that its first rows show; nil where they show none. The reading decides.
        package var form: FormKind? { glimpse.form }

        /// By its first bytes; nil where they cannot be read.
        package var format: FileFormat? { glimpse.format }
    }

    /// A path that is left alone.
    package struct Skipped: Sendable, Hashable {
        package enum Gravity: Sendable {
            /// Nothing is lost by it.
            case told
            /// Somebody may have meant it to be taken in.
            case untaken
            /// It is still being written: the next collection takes it.
            case unfinished
            /// It was asked for by name and is not there, or it cannot be opened.
            case absent
        }

        package let name: String
        /// A phrase for people, without a full stop.
        package let reason: String
        /// A sentence.
        package let remedy: String
        package let gravity: Gravity
    }

    package let items: [Item]
    /// Files that are no tables: evidence where a row names them, else nothing that is taken in.
    package let others: [Item]
    package let skipped: [Skipped]
}

extension Batch.Item {
    /// The same file with what it is now.
    func lookedAtAnew(_ status: FilePath.Status) -> Batch.Item {
        Batch.Item(
            location: location, path: path, name: name, seen: status, glimpse: FileGlimpse(of: location),
            arrival: arrival, isNamed: isNamed)
    }
}
