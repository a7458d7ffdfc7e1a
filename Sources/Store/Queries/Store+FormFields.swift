internal import GRDB

extension Store {
    /// What forms about a consortium were filled in with, in the order in which they came and were read.
    /// - Parameter consortium: its id, or the name by which a form waits for it to be registered.
    package func formFields(of consortium: String) throws -> [FormFieldRecord] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT form, consortium, field, label, unit, year, value, indicator, sheet, row, column
                    FROM form_field JOIN source_part ON source_part.id = part
                    WHERE consortium = ? ORDER BY form_field.id
                    """, arguments: [consortium])
            return rows.map { row in
                FormFieldRecord(
                    form: row[0], consortium: row[1], field: row[2], label: row[3], unit: row[4], year: row[5],
                    value: row[6], indicator: row[7], sheet: row[8], row: row[9], column: row[10])
            }
        }
    }
}
