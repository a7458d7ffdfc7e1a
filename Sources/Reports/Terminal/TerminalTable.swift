/// A table for a terminal, its columns aligned by what Chinese takes there: two columns a character.
package struct TerminalTable: Sendable {
    package enum Alignment: Sendable {
        case left, right
    }

    package struct Column: Sendable {
        package let title: String
        package let alignment: Alignment
        /// Longer texts are cut and end in an ellipsis.
        package let widest: Int?

        package init(_ title: String, alignment: Alignment = .left, widest: Int? = nil) {
            self.title = title
            self.alignment = alignment
            self.widest = widest
        }
    }

    package struct Cell: Sendable, ExpressibleByStringLiteral {
        package let text: String
        package let style: TerminalStyle

        package init(_ text: String, style: TerminalStyle = .plain) {
            self.text = text
            self.style = style
        }

        package init(stringLiteral text: String) {
            self.init(text)
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row; cells beyond the columns are left out, missing ones stay blank.
    package mutating func append(_ cells: [Cell]) {
        rows.append(cells)
    }

    /// The table with a header and a rule under it, a line a row, two blanks between columns and none at the end of a
    /// line. Escape sequences only where `colour` is true.
    package func rendered(colour: Bool = false) -> String {
        let texts = rows.map { row in
            columns.indices.map { index in
                index < row.count ? fitted(row[index].text, to: columns[index]) : ""
            }
        }
        let widths = columns.indices.map { index in
            texts.reduce(columns[index].title.columnWidth) { max($0, $1[index].columnWidth) }
        }
        let header = line(columns.map(\.title), widths) { _ in colour ? .bold : .plain }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let body = zip(rows, texts).map { row, texts in
            line(texts, widths) { index in colour && index < row.count ? row[index].style : .plain }
        }
        return ([header, rule] + body).map { $0 + "\n" }.joined()
    }

    private func fitted(_ text: String, to column: Column) -> String {
        let text = text.printable
        return column.widest.map { text.truncated(toColumns: $0) } ?? text
    }

    private func line(_ texts: [String], _ widths: [Int], style: (Int) -> TerminalStyle) -> String {
        var line = ""
        var pendingBlanks = 0
        for (index, text) in texts.enumerated() {
            let padding = widths[index] - text.columnWidth
            if columns[index].alignment == .right { pendingBlanks += padding }
            if !text.isEmpty {
                line += String(repeating: " ", count: pendingBlanks) + style(index).applied(to: text, colour: true)
                pendingBlanks = 0
            }
            if columns[index].alignment == .left { pendingBlanks += padding }
            pendingBlanks += 2
        }
        return line
    }
}
