import Configuration

extension VerdictRules {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["hitPolicy", "summary", "inputs", "standings"])
        let names = fields.required("summary").map { YAMLFields($0, Figure.allCases.map(\.rawValue)) }
        let inputs = fields.items("inputs").map(VerdictTable.Input.init)
        let hitPolicy = fields.required("hitPolicy")?.word(among: [("first", "first")]) ?? "first"
        let standings = fields.required("standings").map { YAMLFields($0, Standing.allCases.map(\.rawValue)) }
        self.init(
            names: Dictionary(
                uniqueKeysWithValues: Figure.allCases.compactMap { figure in
                    names?.optional(figure.rawValue).map { (figure, $0.text) }
                }),
            tables: Standing.allCases.compactMap { standing in
                standings?.optional(standing.rawValue).map { entry in
                    // A text stands for consortia that are listed and not judged.
                    VerdictTable(
                        standing: standing, hitPolicy: hitPolicy, inputs: inputs,
                        rows: entry.rawText == nil ? entry.items.map { VerdictTable.Row($0, inputs) } : [],
                        listed: entry.rawText)
                }
            })
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
        let fields = YAMLFields(
            entry, ["verdict", "title", "tone", "openTitle", "deadline", "when", "basis", "reference"])
        let tests = fields.required("when").map { YAMLFields($0, inputs.map(\.name)) }
        self.init(
            verdict: fields.text("verdict"), title: fields.text("title"),
            tone: fields.required("tone")?.word() ?? .other, openTitle: fields.optional("openTitle")?.template,
            deadline: fields.optional("deadline")?.text,
            cells: inputs.map { input in
                tests?.optional(input.name)?.formula
                    ?? Formula(text: "-", file: entry.document.name, line: entry.line, column: entry.column)
            }, basis: fields.basis("basis"), reference: fields.text("reference"))
    }
}
