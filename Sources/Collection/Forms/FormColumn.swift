/// A column of a form, by the names it goes under.
package struct FormColumn: Sendable, Hashable {
    /// The English name, by which code asks for the column.
    package let id: String
    /// The Chinese name.
    package let title: String
    let otherTitles: [String]
    /// Whether a table without the column is not this form.
    package let isRequired: Bool

    init(_ id: String, _ title: String, or otherTitles: String..., required isRequired: Bool = false) {
        self.id = id
        self.title = title
        self.otherTitles = otherTitles
        self.isRequired = isRequired
    }

    /// The columns of figures that are headed by their years. A table has as many of them as it likes.
    static let years = FormColumn("figure", "2025年实际", required: true)

    /// Whether a cell of a header, as ``key(of:)`` gives it, names this column.
    func isNamed(_ key: String) -> Bool {
        if self == .years { return YearColumn(key: key) != nil }
        return key == id.lowercased() || key == title.lowercased() || otherTitles.contains { key == $0.lowercased() }
    }

    /// What a header's cell says, without what people add: spaces, a star for required columns, a note in brackets.
    static func key(of cell: String) -> String {
        let name = cell.narrowed.lowercased().prefix { $0 != "(" }
        return name.filter { !$0.isWhitespace && $0 != "*" && $0 != "_" && $0 != "\u{FEFF}" }
    }
}
