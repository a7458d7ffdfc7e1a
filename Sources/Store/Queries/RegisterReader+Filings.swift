internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every sending that the register of documents tells of and nobody took back, in the order of receipt. A later entry
    /// of the same document does not take the place of an earlier one: that it was sent anew does not undo that it was
    /// sent.
    func filings() throws -> [Filing] {
        let rows = try entries(
            "register_entry", .documents, id: "entry",
            with: "code, sheet, date(submission.received_at, '+8 hours') AS received_on",
            Self.part + " " + Self.consortium, where: "AND form = :form",
            ["form": RegisterEntry.Form.documents.rawValue])
        return try rows.compactMap { row in
            guard let receivedOn = row.date("received_on") else { return nil }
            let entry = RegisterEntry(
                form: .documents, consortium: row["code"], key: row["entry"],
                values: try [String: String](storeJSON: row["values"]), source: row.source)
            return Filing(entry, receivedOn: receivedOn, reportedBy: row.reportedBy)
        }
    }
}
