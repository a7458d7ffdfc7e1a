package import Configuration

extension YAMLEntry {
    package var year: ReportingYear {
        guard let year = rawText.flatMap({ ReportingYear(text: $0) }) else {
            report(expected: "应为年份", remedy: "请写四位数，如 2025")
            return ReportingYear(0)
        }
        return year
    }

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
        switch scalarStyle {
        case .quoted: return (line, column + 1)
        case .literal: return (line + 1, document.indentation(ofLine: line + 1))
        case .folded:
            report(expected: "多行公式应以“|”开头", found: "读到“>”", remedy: "请改为“|”，出错时才说得准位置")
            return (line, column)
        case .plain: return (line, column)
        }
    }
}

extension YAMLFields {
    func formula(_ key: String) -> Formula {
        required(key)?.formula ?? Formula(text: "", file: "", line: 0, column: 0)
    }

    func template(_ key: String) -> Template { required(key)?.template ?? Template(words: "") }

    package func basis(_ key: String) -> RuleBasis { required(key)?.word() ?? .convention }

    /// Whether the source says it, and why it was chosen where it does not.
    func foundation() -> (basis: RuleBasis, rationale: String) {
        let (basis, rationale) = (basis("basis"), optionalText("rationale"))
        if basis == .convention, rationale.isEmpty {
            entry.report(expected: "暂定口径应有 rationale", found: "没有写", remedy: "请写明为什么这样定")
        }
        return (basis, rationale)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isSuffix: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isSuffix(last) { text.removeLast() }
        return String(text)
    }
}
