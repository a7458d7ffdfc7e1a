package import Safekeeping

/// What a verification holds the log against beside what the store says itself.
package struct LogWitness: Sendable {
    /// A head that left the machine.
    package struct Head: Sendable, Hashable {
        /// As messages name where it was kept.
        package let place: String
        package let head: PrintedHead

        package init(place: String, head: PrintedHead) {
            self.place = place
            self.head = head
        }
    }

    package var heads: [Head]
    /// The public key of the log; nil where nobody tells, and signatures are not looked at.
    package var key: NoteKey?

    package init(heads: [Head] = [], key: NoteKey? = nil) {
        self.heads = heads
        self.key = key
    }
}
