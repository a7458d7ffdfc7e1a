internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every entry of the register of ratings that nobody took back, in the order of receipt, those that a later one of the
    /// same person and point replaces included: which of them counts hangs on what was known when they came.
    func ratings() throws -> [Rating] {
        let rows = try entries(
            "register_entry", .ratings, id: "entry", with: "code, sheet", Self.part + " " + Self.consortium,
            where: Self.ofAuthorities + " AND form = :form", ["form": RegisterEntry.Form.ratings.rawValue])
        return try rows.compactMap { row in
            Rating(
                RegisterEntry(
                    form: .ratings, consortium: row["code"], key: row["entry"],
                    values: try [String: String](storeJSON: row["values"]), source: row.source))
        }
    }
}
