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
    /// - Parameter width: the columns of the terminal; where the table is wider, its widest columns give way, down to
    ///   eight columns each. Nil for a table that goes to a file.
    package func rendered(colour: Bool = false, width: Int? = nil) -> String {
        var texts = rows.map { row in
            columns.indices.map { index in
                index < row.count ? fitted(row[index].text, to: columns[index]) : ""
            }
        }
        var widths = columns.indices.map { index in
            texts.reduce(columns[index].title.columnWidth) { max($0, $1[index].columnWidth) }
        }
        if let width, narrow(&widths, to: width) {
            texts = texts.map { row in zip(row, widths).map { $0.truncated(toColumns: $1) } }
        }
        let header = line(columns.map(\.title), widths) { _ in colour ? .bold : .plain }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let body = zip(rows, texts).map { row, texts in
            line(texts, widths) { index in colour && index < row.count ? row[index].style : .plain }
        }
        return ([header, rule] + body).map { $0 + "\n" }.joined()
    }

    /// Takes from the widest column, one column of the terminal at a time, what the table is too wide by.
    /// - Returns: whether anything was taken.
    private func narrow(_ widths: inout [Int], to width: Int) -> Bool {
        var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
        guard excess > 0 else { return false }
        while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > max(8, columns[widest].title.columnWidth)
        {
            widths[widest] -= 1
            excess -= 1
        }
        return true
    }

    /// The table as CSV (RFC 4180, UTF-8 with a byte order mark, as spreadsheets expect), nothing cut. What a spreadsheet
    /// would take for a formula stands behind an apostrophe.
    package var csv: String {
        let lines =
            [columns.map(\.title)] + rows.map { row in columns.indices.map { $0 < row.count ? row[$0].text : "" } }
        return "\u{feff}" + lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var text = text.printable
        if let first = text.first, "=+-@".contains(first), text.count > 1 { text = "'" + text }
        guard text.contains(where: { ",\"".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
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
