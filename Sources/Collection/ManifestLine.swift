package import FEEL
package import Standards

/// A line of a manifest: when a file of the batch was received, from whom, and whose it is.
package struct ManifestLine: Sendable, Hashable {
    /// Path of the file, from the manifest's folder.
    package let file: String
    package let receivedOn: CalendarDate?
    package let sender: String?
    /// The consortium whose secretariat the file comes from; nil where the line does not say.
    package let consortium: String?
    /// Where the manifest says so.
    package let source: CellSource

    /// Whether another line says the same of a file.
    func agrees(with other: ManifestLine) -> Bool {
        receivedOn == other.receivedOn && sender == other.sender && consortium == other.consortium
    }
}
