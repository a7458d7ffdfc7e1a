internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every sending that the register of documents tells of and nobody took back, in the order of receipt. A later entry
    /// of the same document does not take the place of an earlier one: that it was sent anew does not undo that it was
    /// sent.
    func filings() throws -> [Filing] {
        try entries(.documents) { entry, row in
            row.date("received_on").map { Filing(entry, receivedOn: $0, reportedBy: row.reportedBy(repeated)) }
        }
    }
}
