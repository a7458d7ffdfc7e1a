internal import Spreadsheet

/// A header row that was recognised: which form it heads, and where the form's columns stand.
struct FormHeader {
    let kind: FormKind
    /// How many cells the header has.
    let count: Int
    /// Cells that name no column of the form, or one that was named before.
    let unknown: [Cell]
    let repeated: [Cell]
    let positions: [String: Int]
    /// The columns headed by a year, with where they stand.
    let years: [(column: YearColumn, position: Int)]

    /// Where the column `id` stands, from 0; nil where the table has none.
    func position(_ id: String) -> Int? { positions[id] }

    /// A row that heads a form whole, or heads one but lacks columns without which it cannot be read.
    enum Match {
        case header(FormHeader)
        case incomplete(FormKind, missing: [FormColumn])
    }

    /// In bytes; a cell that says more names no column.
    private static let longestName = 500

    /// The form that `row` heads; nil where it looks like none.
    /// - Parameter known: ids of columns that the table can do without, since something else says what would stand in
    ///   them.
    static func match(_ row: borrowing Spreadsheet.Row, known: Set<String> = []) -> Match? {
        let keys = (0..<row.count).map { row.size(at: $0) <= longestName ? FormColumn.key(of: row.text(at: $0)) : "" }
        let candidates = FormKind.allCases.map { Candidate(kind: $0, keys: keys, known: known) }
        if let best = candidates.filter(\.missing.isEmpty).max(by: { $0.named < $1.named }) {
            return .header(best.header(of: row.cells))
        }
        // Two of the form's columns and most of those it needs: a header, though not a whole one.
        let nearest = candidates.max { $0.likeness < $1.likeness }
        guard let nearest, nearest.named >= 2, nearest.likeness > 0.5 else { return nil }
        return .incomplete(nearest.kind, missing: nearest.missing)
    }
}

/// A form held against the cells of a row.
private struct Candidate {
    let kind: FormKind
    /// The column that each cell names.
    let columns: [FormColumn?]
    let missing: [FormColumn]

    init(kind: FormKind, keys: [String], known: Set<String>) {
        self.kind = kind
        let columns = keys.map { key in kind.columns.first { $0.isNamed(key) } }
        self.columns = columns
        missing = kind.columns.filter { $0.isRequired && !known.contains($0.id) && !columns.contains($0) }
    }

    var named: Int { Set(columns.compactMap(\.self)).count }

    /// The share of the required columns that are there.
    var likeness: Double {
        1 - Double(missing.count) / Double(kind.columns.count(where: \.isRequired))
    }

    func header(of cells: [Cell]) -> FormHeader {
        var positions: [String: Int] = [:]
        var unknown: [Cell] = []
        var repeated: [Cell] = []
        var years: [(column: YearColumn, position: Int)] = []
        for (position, column) in columns.enumerated() {
            switch column {
            case nil where !cells[position].text.narrowed.isEmpty: unknown.append(cells[position])
            case nil: continue
            case FormColumn.years?:
                let year = YearColumn(key: FormColumn.key(of: cells[position].text))
                if let year, !years.contains(where: { $0.column == year }) {
                    years.append((year, position))
                } else {
                    repeated.append(cells[position])
                }
            case let column? where positions[column.id] == nil: positions[column.id] = position
            case .some: repeated.append(cells[position])
            }
        }
        return FormHeader(
            kind: kind, count: cells.count, unknown: unknown, repeated: repeated, positions: positions,
            years: years)
    }
}
