internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Everything that was said of work plans and nobody took back, in the order of receipt. A later entry of an item does
    /// not take the place of an earlier one: what was promised first counts, and a blank leaves what was said before.
    func workPlans() throws -> [WorkPlanEntry] {
        let rows = try entries(
            "register_entry", .workplans, id: "entry",
            with: "code, sheet, date(submission.received_at, '+8 hours') AS received_on",
            Self.part + " " + Self.consortium, where: "AND form = :form",
            ["form": RegisterEntry.Form.workplans.rawValue])
        return try rows.compactMap { row in
            guard let receivedOn = row.date("received_on") else { return nil }
            let entry = RegisterEntry(
                form: .workplans, consortium: row["code"], key: row["entry"],
                values: try [String: String](storeJSON: row["values"]), source: row.source)
            return WorkPlanEntry(entry, receivedOn: receivedOn, reportedBy: row.reportedBy)
        }
    }
}
