import Yams

extension YAMLEntry {
    /// A FEEL text on one line, or on several in a literal block (`|`).
    var formula: Formula {
        let start = startOfText
        return Formula(
            text: text.trimmingSuffix(\.isNewline), file: document.name, line: start.line, column: start.column)
    }

    /// A sentence with FEEL between braces.
    var template: Template {
        let start = startOfText
        guard let template = Template(text, file: document.name, line: start.line, column: start.column) else {
            report(expected: "花括号应成对", remedy: "请补上“{”或“}”")
            return Template(words: "")
        }
        return template
    }

    /// Where the first character of the text stands: after the quote, or on the line below a `|`.
    private var startOfText: (line: Int, column: Int) {
        switch node.scalar?.style {
        case .singleQuoted, .doubleQuoted: return (line, column + 1)
        case .literal: return (line + 1, document.indentation(ofLine: line + 1))
        case .folded:
            report(expected: "多行公式应以“|”开头", found: "读到“>”", remedy: "请改为“|”，出错时才说得准位置")
            return (line, column)
        default: return (line, column)
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isSuffix: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isSuffix(last) { text.removeLast() }
        return String(text)
    }
}
