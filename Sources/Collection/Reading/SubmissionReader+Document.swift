internal import Spreadsheet
internal import Standards

extension SubmissionReader {
    /// Reads a document that is one of the forms known; returns what makes it unreadable, or why it has to wait, if
    /// anything does.
    func fill(_ draft: inout Draft, fromDocument file: SourceFile) -> Finding? {
        do {
            let document = try WordDocument(file.bytes)
            return DocumentReader(crosswalks: crosswalks, consortia: consortia, edition: edition).read(
                document, into: &draft)
        } catch {
            return Finding(error, at: draft.source())
        }
    }
}
