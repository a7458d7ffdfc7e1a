internal import Standards

/// A part of a form as a document has it: where the labels of its fields stand.
struct FormPart {
    struct Placement {
        let field: FormCrosswalk.Field
        let table: FormTable
        /// The label next to the field's cells.
        let label: FormCell
        /// The labels that lead to that one.
        let outer: [FormCell]
        /// The row of the field's cells.
        let row: Int
    }

    let definition: FormCrosswalk.Table
    private(set) var placements: [Placement] = []
    private(set) var missing: [FormCrosswalk.Field] = []

    /// How many of its labels show that a part is there; fewer may be words of some other document.
    private static let leastLabels = 3

    init(_ definition: FormCrosswalk.Table, in tables: [FormTable]) {
        self.definition = definition
        // A cover may be a table with a label or two of the part: the table that has most of them goes first.
        let labels = Set(definition.fields.map(\.label))
        let ranked = tables.map { table in (table, Set(table.cells.map(\.label)).intersection(labels).count) }
            .sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
            .map(\.0)
        for field in definition.fields {
            if let placement = ranked.lazy.compactMap({ Placement(field, in: $0) }).first {
                placements.append(placement)
            } else {
                missing.append(field)
            }
        }
    }

    var isThere: Bool { placements.count >= min(Self.leastLabels, definition.fields.count) }

    /// The tables that the part stands in; more than one where it was split.
    var tables: [FormTable] {
        Dictionary(placements.map { ($0.table.number, $0.table) }) { first, _ in first }.values
            .sorted { $0.number < $1.number }
    }
}

extension FormPart.Placement {
    /// The place of a field in a table; nil where its label is not there.
    init?(_ field: FormCrosswalk.Field, in table: FormTable) {
        for cell in table.cells where cell.label == field.label {
            guard let outer = Self.labels(field.row.dropLast(), leftOf: cell, in: table) else { continue }
            let row = cell.rows.lowerBound + field.line - 1
            // A program may have left the cells below a label apart; they are blank then.
            guard let beside = table.cell(row: row, column: cell.columns.lowerBound),
                beside == cell || beside.label.key.isEmpty
            else { continue }
            self.init(field: field, table: table, label: cell, outer: outer, row: row)
            return
        }
        return nil
    }

    /// The cells to the left of `cell` that have the labels in their order; nil where one is not there.
    private static func labels(
        _ labels: ArraySlice<FormLabel>, leftOf cell: FormCell, in table: FormTable
    ) -> [FormCell]? {
        var wanted = labels
        var found: [FormCell] = []
        for other in table.cells(inRow: cell.rows.lowerBound).reversed()
        where other.columns.upperBound < cell.columns.lowerBound && other.label == wanted.last {
            wanted.removeLast()
            found.append(other)
        }
        return wanted.isEmpty ? found : nil
    }
}
