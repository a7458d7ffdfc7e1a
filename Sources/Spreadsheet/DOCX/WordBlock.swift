/// A piece of a document's text, in the order in which it is read.
package enum WordBlock: Sendable, Hashable {
    case paragraph(String)
    case table(WordTable)
    /// A picture, such as a seal or a signature: after the paragraph that it stands or is anchored in.
    case picture
}

/// A table of a document: rows of cells, each with its place in the table's grid.
package struct WordTable: Sendable, Hashable {
    package let rows: [[WordCell]]

    /// The cell that covers a place of the grid, both numbers from 1, wherever it starts; nil where none does.
    package func cell(row: Int, column: Int) -> WordCell? {
        guard rows.indices.contains(row - 1),
            let cell = rows[row - 1].first(where: { $0.columns.contains(column) })
        else { return nil }
        guard cell.continuesAbove, row > 1 else { return cell }
        return self.cell(row: row - 1, column: cell.columns.lowerBound) ?? cell
    }
}

/// A cell of a table.
package struct WordCell: Sendable, Hashable {
    /// The columns of the grid that the cell covers, from 1.
    package let columns: ClosedRange<Int>
    /// Whether the cell is the lower part of the one above, with which it is merged. It has no text of its own then.
    package let continuesAbove: Bool
    /// Paragraphs, the pictures in them, and tables within the cell.
    package let blocks: [WordBlock]

    /// Whether a picture stands in the cell, those in tables within it not among them.
    package var hasPicture: Bool { blocks.contains(.picture) }

    /// Its paragraphs, a line each; tables within the cell are not part of it.
    package var text: String {
        blocks.compactMap { block in
            if case .paragraph(let text) = block { text } else { nil }
        }.joined(separator: "\n")
    }
}
