/// An entry of a register whose columns no rule of an edition reads by themselves: members, work plans, documents, tasks,
/// ratings, evaluations; and the statements that documents make (``SignedStatement``). It is kept as it was read.
package struct RegisterEntry: Sendable, Hashable {
    package enum Form: String, Sendable, CaseIterable {
        case members, workplans, documents, tasks, ratings, evaluations
        case statements
        /// Of places, and of no consortium.
        case targets
        /// Figures of quarters: rows of the table of figures that are of no whole year.
        case quarters
    }

    package let form: Form
    package let consortium: String
    /// What the entry is known by within its form and consortium: a later one of the same key supersedes it.
    package let key: String
    /// The cells that are filled in, by the English names of their columns; dates as `2025-03-01`.
    package let values: [String: String]
    package let source: CellSource

    package init(form: Form, consortium: String, key: String, values: [String: String], source: CellSource) {
        self.form = form
        self.consortium = consortium
        self.key = key
        self.values = values
        self.source = source
    }
}
