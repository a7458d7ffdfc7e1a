internal import Spreadsheet

/// A line of a document outside the tables of the form, with its place.
struct FormLine {
    let text: String
    /// `表3`, or `正文` for a paragraph in no table.
    let sheet: String
    let address: CellAddress
    /// How many pictures stand or are anchored in it.
    var pictures = 0
    /// Nil for a paragraph in no table.
    var cell: FormCell?

    /// The sheet of paragraphs; their row is their number among the document's.
    static let body = "正文"

    /// The lines of a document in the order in which they are read, without those of the `tables` of the form. Sets
    /// `start` to the number of lines before the first of these.
    static func lines(of document: WordDocument, without tables: Set<Int>, start: inout Int) -> [FormLine] {
        var lines: [FormLine] = []
        var paragraphs = 0
        var table = 0
        var isBefore = true
        for block in document.blocks {
            switch block {
            case .paragraph:
                paragraphs += 1
                let address = CellAddress(row: paragraphs, column: 1)
                lines += [block].lines.map { FormLine(text: $0.text, sheet: body, address: address) }
            case .picture:
                if !lines.isEmpty { lines[lines.count - 1].pictures += 1 }
            case .table(let content):
                table += 1
                if tables.contains(table) {
                    if isBefore { start = lines.count }
                    isBefore = false
                } else {
                    let form = FormTable(content, number: table)
                    for cell in form.cells {
                        lines += cell.lines.filter { $0.pictures > 0 || !$0.text.trimmed.isEmpty }.map {
                            FormLine(
                                text: $0.text, sheet: form.sheet, address: cell.address, pictures: $0.pictures,
                                cell: cell)
                        }
                    }
                }
            }
        }
        return lines
    }

    /// Whether the line is a heading, numbered or not: `3.特色与创新`.
    func isHeading(_ label: FormLabel) -> Bool {
        String(FormLabel(text).key.drop(while: \.isDigit)) == label.key
    }

    /// What follows a label at the start of the line, whose characters may stand apart; nil for another line.
    func text(after label: FormLabel) -> String? {
        var rest = text[...]
        for character in label.key {
            rest = rest.drop(while: \.isWhitespace)
            guard rest.first == character else { return nil }
            rest = rest.dropFirst()
        }
        return FormText.filledIn(String(rest.drop { $0.isWhitespace || $0 == ":" || $0 == "：" }))
    }
}
