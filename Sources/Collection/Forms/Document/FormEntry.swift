internal import Standards

/// A cell of a form that was found, with what it was filled in with.
struct FormEntry {
    /// Nil for a cell that the form does not have.
    let field: FormCrosswalk.Field?
    let label: String
    let year: ReportingYear?
    /// What was filled in; empty for a blank cell.
    let text: String
    /// What the text says; nil where it says nothing that can be taken for a figure.
    let value: ObservedValue?
    let cell: FormCell
}
