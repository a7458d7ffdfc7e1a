internal import FEEL
package import Spreadsheet

/// A header row that was recognised: which form it heads, and where the form's columns stand.
package struct FormHeader {
    package let kind: FormKind
    /// How many cells the header has.
    let count: Int
    /// Cells that name no column of the form, or one that was named before.
    let unknown: [Cell]
    let repeated: [Cell]
    package let positions: [String: Int]
    /// The columns headed by a year, with where they stand.
    package let years: [(column: YearColumn, position: Int)]
    /// The units that the header states and the lines above it.
    var units = StatedUnits()

    /// Where the column `id` stands, from 0; nil where the table has none.
    package func position(_ id: String) -> Int? { positions[id] }

    /// The title of a column that the table lacks and that a cell of the header without a meaning may be meant for; nil
    /// where there is none.
    func columnMeant(by cell: Cell) -> String? {
        let name = FormColumn.key(of: cell.text)
        let lacking = kind.columns.filter { positions[$0.id] == nil && $0 != .years }
        let alike = lacking.first { column in
            ([column.title] + column.otherTitles).contains {
                name.count > 1 && ($0.contains(name) || name.contains($0) || $0.prefix(2) == name.prefix(2))
            }
        }
        return alike?.title ?? NameSuggestion.nearest(to: name, among: lacking.map(\.title))
    }

    /// A row that heads a form whole, or heads one but lacks columns without which it cannot be read.
    package enum Match {
        case header(FormHeader)
        case incomplete(FormKind, missing: [FormColumn])
    }

    /// In bytes; a cell that says more names no column.
    private static let longestName = 500

    /// The form that `row` heads; nil where it looks like none.
    /// - Parameter known: ids of columns that the table can do without, since something else says what would stand in
    ///   them.
    package static func match(_ row: borrowing Spreadsheet.Row, known: Set<String> = []) -> Match? {
        // Most rows are no headers, and most cells no names: those that are, by kind and position.
        var named: [FormKind: [Int: FormColumn]] = [:]
        for position in 0..<row.count where row.size(at: position) <= longestName {
            for (kind, column) in FormColumn.named(FormColumn.key(of: row.text(at: position))) {
                named[kind, default: [:]][position] = column
            }
        }
        let candidates = FormKind.allCases.compactMap { kind in
            named[kind].map { Candidate(kind: kind, columns: $0, known: known) }
        }
        if let best = candidates.filter(\.missing.isEmpty).max(by: { $0.named < $1.named }) {
            return .header(best.header(of: row.cells))
        }
        // Two of the form's columns and most of those it needs: a header, though not a whole one.
        // A list of units is nobody's duty, and looks like many another list.
        let nearest = candidates.filter { $0.kind != .members }.max { $0.likeness < $1.likeness }
        guard let nearest, nearest.named >= 2, nearest.likeness > 0.5 else { return nil }
        return .incomplete(nearest.kind, missing: nearest.missing)
    }
}

/// A form held against the cells of a row.
private struct Candidate {
    let kind: FormKind
    /// The columns that cells name, by their positions.
    let columns: [Int: FormColumn]
    let missing: [FormColumn]
    /// How many of the form's columns are named.
    let named: Int

    init(kind: FormKind, columns: [Int: FormColumn], known: Set<String>) {
        self.kind = kind
        self.columns = columns
        let ids = Set(columns.values.map(\.id))
        named = ids.count
        missing = kind.columns.filter { $0.isRequired && !known.contains($0.id) && !ids.contains($0.id) }
    }

    /// The share of the required columns that are there.
    var likeness: Double {
        1 - Double(missing.count) / Double(kind.columns.count(where: \.isRequired))
    }

    func header(of cells: [Cell]) -> FormHeader {
        var positions: [String: Int] = [:]
        var unknown: [Cell] = []
        var repeated: [Cell] = []
        var years: [(column: YearColumn, position: Int)] = []
        for (position, cell) in cells.enumerated() {
            switch columns[position] {
            case nil where !cell.text.narrowed.isEmpty: unknown.append(cell)
            case nil: continue
            case FormColumn.years?:
                let year = YearColumn(key: FormColumn.key(of: cell.text))
                if let year, !years.contains(where: { $0.column == year }) {
                    years.append((year, position))
                } else {
                    repeated.append(cell)
                }
            case let column? where positions[column.id] == nil: positions[column.id] = position
            case .some: repeated.append(cell)
            }
        }
        return FormHeader(
            kind: kind, count: cells.count, unknown: unknown, repeated: repeated, positions: positions,
            years: years)
    }
}
