internal import GRDB

/// Writes what a form was filled in with, inside the transaction of its submission.
struct FormFieldWriter {
    let db: Database
    let submission: Int64

    func write(_ fields: [FormFieldRecord], parts: inout SourceParts) throws {
        for field in fields {
            try db.run(
                sql: """
                    INSERT INTO form_field
                      (submission, part, row, column, form, consortium, field, label, unit, year, value, indicator)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try parts.id(ofSheet: field.sheet), field.row, field.column, field.form,
                    field.consortium, field.field, field.label, field.unit, field.year, field.value, field.indicator,
                ])
        }
    }
}
