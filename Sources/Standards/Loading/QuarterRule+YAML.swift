import Configuration

extension QuarterRule {
    init?(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["indicator", "method", "plan", "basis", "rationale"])
        guard let method: Method = fields.required("method")?.word() else { return nil }
        self.init(
            indicator: IndicatorCode(fields.text("indicator")), method: method,
            plan: fields.optional("plan").map { IndicatorCode($0.text) }, basis: fields.basis("basis"),
            rationale: fields.text("rationale"))
    }
}
