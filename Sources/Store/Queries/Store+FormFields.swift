internal import GRDB
package import Standards

extension Store {
    /// What forms about a consortium were filled in with, in the order in which they came and were read.
    /// - Parameter consortium: its id, or the name by which a form waits for it to be registered.
    package func formFields(of consortium: String) throws -> [FormFieldRecord] {
        try read { try Self.fields($0, where: "form_field.consortium = ?", [consortium]) }
    }

    /// What the last form of one kind that was taken in says of a consortium: that of the latest year up to `year`, and
    /// of that year the one received last.
    package func lastFormFields(
        of consortium: String, form: String, upTo year: ReportingYear
    ) throws -> [FormFieldRecord] {
        try read { db in
            let takenBack = try Withdrawals(db, within: .open).submissions
            // A form of the latest year first, and of one year the one received last.
            let last = try Int64.fetchAll(
                db,
                sql: """
                    SELECT submission.id FROM form_field JOIN submission ON submission.id = submission
                    WHERE form_field.consortium = ? AND form = ? AND status = 'accepted' AND ifnull(year, ?) <= ?
                    GROUP BY submission.id ORDER BY max(year), \(Horizon.order)
                    """, arguments: [consortium, form, year.value, year.value]
            ).last { !takenBack.contains($0) }
            return try Self.fields(
                db, where: "form_field.consortium = ? AND form = ? AND form_field.submission = ?",
                [consortium, form, last])
        }
    }

    private static func fields(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [FormFieldRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT form, consortium, field, label, unit, year, value, indicator, sheet, row, column
                FROM form_field JOIN source_part ON source_part.id = part
                WHERE \(condition) ORDER BY form_field.id
                """, arguments: arguments
        ).map { row in
            FormFieldRecord(
                form: row[0], consortium: row[1], field: row[2], label: row[3], unit: row[4], year: row[5],
                value: row[6], indicator: row[7], sheet: row[8], row: row[9], column: row[10])
        }
    }
}
