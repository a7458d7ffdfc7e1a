import Configuration
import FEEL

extension ProgrammeCheck {
    /// Reads a check, which has either `holds`, or `value` with `atMost` or `atLeast`.
    init?(_ entry: YAMLEntry, documents: [String]) {
        let fields = YAMLFields(
            entry,
            [
                "id", "title", "of", "value", "unit", "atMost", "atLeast", "holds", "applies", "shows", "remedy", "due",
                "about", "advice", "duty", "exit", "basis", "reference", "quote", "rationale",
            ])
        let id = fields.text("id")
        guard let scope: Scope = fields.required("of")?.word(), let demand = Demand(fields) else { return nil }
        let (basis, rationale) = fields.foundation()
        let quote = basis == .clause ? fields.text("quote") : fields.optionalText("quote")
        self.init(
            id: id, title: fields.text("title"), scope: scope, demand: demand,
            applies: fields.optional("applies")?.formula, shows: fields.optional("shows")?.formula,
            remedy: fields.optional("remedy")?.template, due: fields.optional("due")?.date,
            isApproximate: fields.optional("about")?.truth ?? false,
            isAdvice: fields.optional("advice")?.truth ?? false, isDuty: fields.optional("duty")?.truth ?? false,
            isGroundOfExit: fields.optional("exit")?.truth ?? false, basis: basis,
            reference: Duty.Reference(fields, documents), quote: quote, rationale: rationale)
    }
}

extension ProgrammeCheck.Demand {
    fileprivate init?(_ fields: YAMLFields) {
        if let condition = fields.optional("holds") {
            self = .condition(condition.formula)
            return
        }
        let most = fields.optional("atMost").map { ProgrammeCheck.Limit.atMost($0.number) }
        let least = fields.optional("atLeast").map { ProgrammeCheck.Limit.atLeast($0.number) }
        guard let limit = most ?? least, most == nil || least == nil else {
            fields.entry.report(expected: "应有 atMost、atLeast 或 holds 之一", remedy: "请照此改正")
            return nil
        }
        self = .number(fields.formula("value"), limit, unit: fields.optionalText("unit"))
    }
}
