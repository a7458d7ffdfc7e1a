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

    /// The columns of forms that a cell of a header, as ``key(of:)`` gives it, names.
    static func named(_ key: String) -> [(kind: FormKind, column: FormColumn)] {
        if key.isEmpty { return [] }
        if let known = byName[key] { return known }
        // Most cells are seen to be no year by their first character: 2025年, 二〇二五年.
        return key.first?.wholeNumberValue == 2 && YearColumn(key: key) != nil ? yearly : []
    }

    private static let byName: [String: [(kind: FormKind, column: FormColumn)]] = {
        var names: [String: [(kind: FormKind, column: FormColumn)]] = [:]
        for kind in FormKind.allCases {
            for column in kind.columns where column != years {
                for name in Set([column.id, column.title] + column.otherTitles).map({ $0.lowercased() }) {
                    guard names[name]?.last?.kind != kind else { continue }
                    names[name, default: []].append((kind, column))
                }
            }
        }
        return names
    }()

    private static let yearly = FormKind.allCases
        .filter { $0.columns.contains(years) }
        .map { (kind: $0, column: years) }

    /// What a header's cell says, without what people add: spaces, a star for required columns, a note in brackets.
    static func key(of cell: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in cell.narrowed.unicodeScalars {
            switch scalar {
            case "(": return String(key)
            case "A"..."Z": key.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case "*", "_": continue
            case "!"..."~": key.append(scalar)
            default: if !scalar.properties.isWhitespace { key.append(scalar) }
            }
        }
        return String(key)
    }
}
