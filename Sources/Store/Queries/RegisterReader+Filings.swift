internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every sending that the register of documents tells of and nobody took back, in the order of receipt. A later entry
    /// of the same document does not take the place of an earlier one: that it was sent anew does not undo that it was
    /// sent.
    ///
    /// Those that `plans` show follow. A nation sends hundreds of thousands, so they are gathered in one piece.
    func filings(and plans: [WorkPlanEntry]) throws -> [Filing] {
        let shown = plans.filings
        let told =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM register_entry WHERE form = ?",
                arguments: [SubmissionForm.documents.rawValue]) ?? 0
        var filings: [Filing] = []
        filings.reserveCapacity(told + shown.count)
        try visitEntries(.documents) { entry, row in
            guard let day = row.date("received_on") else { return }
            filings.append(Filing(entry, receivedOn: day, reportedBy: row.reportedBy(repeated)))
        }
        filings += shown
        return filings
    }
}
