package import Standards

/// What one cell of a form was filled in with, kept as it was, whether or not a standard asks for the same.
package struct FormField: Sendable, Hashable {
    /// Id of the form: `hunan-recommendation-2024`.
    package let form: String
    /// Id of the consortium; its name as the document has it, where none is registered under that name.
    package let consortium: String
    /// Id of the field in the form; nil for a cell that the form does not have.
    package let id: String?
    /// What the form calls the field.
    package let label: String
    /// Empty where there is none.
    package let unit: String
    package let year: ReportingYear?
    /// What was filled in, without the hint printed there; empty for a blank cell.
    package let value: String
    /// The observation point that the value was taken for.
    package let indicator: IndicatorCode?
    /// The sheet is the table (`表2`), or `正文` with the number of the paragraph for its row.
    package let source: CellSource
}
