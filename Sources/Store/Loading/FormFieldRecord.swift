/// What one cell of a form was filled in with, as the store keeps it.
package struct FormFieldRecord: Sendable, Hashable {
    /// Id of the form.
    package let form: String
    /// Id of the consortium, or its name where none is registered under it.
    package let consortium: String
    /// Id of the field; nil for a cell that the form does not have.
    package let field: String?
    package let label: String
    /// Empty where there is none.
    package let unit: String
    package let year: Int?
    /// Empty for a blank cell.
    package let value: String
    /// The observation point that the value was taken for.
    package let indicator: String?
    package let sheet: String?
    package let row: Int
    package let column: Int

    package init(
        form: String, consortium: String, field: String?, label: String, unit: String, year: Int?, value: String,
        indicator: String?, sheet: String?, row: Int, column: Int
    ) {
        self.form = form
        self.consortium = consortium
        self.field = field
        self.label = label
        self.unit = unit
        self.year = year
        self.value = value
        self.indicator = indicator
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}
