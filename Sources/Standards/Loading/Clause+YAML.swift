import Configuration

extension Clause {
    init(_ entry: YAMLEntry, list: ClauseList) {
        let fields = YAMLFields(
            entry,
            [
                "clause", "title", "document", "basis", "numbers", "rationale", "determination", "applies", "triggered",
                "suspected", "warning", "remedy", "protect", "texts",
            ])
        let trigger: Trigger = fields.required("determination")?.word() ?? .automatic
        let applies = fields.optional("applies")?.formula
        let triggered = trigger == .automatic ? fields.formula("triggered") : fields.optional("triggered")?.formula
        let suspected = fields.optional("suspected")?.formula
        let warning = fields.optional("warning")?.formula
        var outcomes: [ClauseOutcome] = [.triggered, .undetermined, .clear]
        if suspected != nil { outcomes.append(.suspected) }
        if warning != nil { outcomes.append(.warning) }
        if applies != nil { outcomes.append(.notApplicable) }
        self.init(
            code: fields.text("clause"), list: list, title: fields.text("title"), document: fields.text("document"),
            basis: fields.basis("basis"), numbers: fields.basis("numbers"), rationale: fields.text("rationale"),
            trigger: trigger, applies: applies, triggered: triggered, suspected: suspected, warning: warning,
            remedy: fields.optional("remedy").map(Remedy.init),
            protection: fields.optional("protect").map(Protection.init),
            texts: fields.required("texts").map { Self.texts($0, outcomes) } ?? [:])
    }

    /// A sentence for each outcome that the clause can have, and for no other.
    private static func texts(_ entry: YAMLEntry, _ outcomes: [ClauseOutcome]) -> [ClauseOutcome: Template] {
        let fields = YAMLFields(entry, outcomes.map(\.rawValue))
        return Dictionary(uniqueKeysWithValues: outcomes.map { ($0, fields.template($0.rawValue)) })
    }
}

extension Clause.Remedy {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["raise", "raiseOne", "unit", "text"])
        let one = fields.optional("raiseOne")
        if (one == nil) == (fields.optional("raise") == nil) {
            entry.report(expected: "应有 raise 或 raiseOne 之一", remedy: "请补上，或删去其中一个")
        }
        let raises = (one ?? fields.optional("raise"))?.pairs.map { Raise(measure: $0.text, amount: $1.formula) } ?? []
        self.init(
            raises: raises, isAnyOne: one != nil, unit: one == nil ? fields.text("unit") : "",
            text: fields.template("text"))
    }
}

extension Clause.Protection {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["when", "by", "text", "late"])
        self.init(
            when: fields.formula("when"), by: fields.formula("by"), text: fields.template("text"),
            late: fields.template("late"))
    }
}
