import Configuration

extension VerdictTable {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["hitPolicy", "inputs", "rows"])
        let inputs = fields.items("inputs").map(Input.init)
        self.init(
            hitPolicy: fields.required("hitPolicy")?.word(among: [("first", "first")]) ?? "first", inputs: inputs,
            rows: fields.items("rows").map { Row($0, inputs) })
    }
}

extension VerdictTable.Input {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["name", "value"])
        self.init(name: fields.text("name"), value: fields.formula("value"))
    }
}

extension VerdictTable.Row {
    init(_ entry: YAMLEntry, _ inputs: [VerdictTable.Input]) {
        let fields = YAMLFields(entry, ["verdict", "title", "when", "basis", "reference"])
        let tests = fields.required("when").map { YAMLFields($0, inputs.map(\.name)) }
        self.init(
            verdict: fields.text("verdict"), title: fields.text("title"),
            cells: inputs.map { input in
                tests?.optional(input.name)?.formula
                    ?? Formula(text: "-", file: entry.document.name, line: entry.line, column: entry.column)
            }, basis: fields.basis("basis"), reference: fields.text("reference"))
    }
}
