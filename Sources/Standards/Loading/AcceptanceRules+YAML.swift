import Configuration

extension AcceptanceRules {
    /// `catalogue` tells which indicators there are.
    init(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(entry, ["byKind", "byIndicator", "committed", "honours"])
        if fields.optional("byIndicator") == nil { _ = fields.required("byKind") }
        self.init(
            // An edition that asks nothing but of single points has no rule for the rest.
            byKind: fields.optional("byKind").map { Self.byKind($0, IndicatorKind.allCases) } ?? [:],
            byIndicator: fields.optional("byIndicator").map { Self.byIndicator($0, catalogue) } ?? [:],
            committed: fields.optional("committed").map {
                Self.byKind($0, IndicatorKind.allCases.filter { $0.isNumeric })
            } ?? [:],
            honours: fields.optional("honours").map { Honours($0, catalogue) })
    }

    /// A rule for each of `kinds`.
    private static func byKind(_ entry: YAMLEntry, _ kinds: [IndicatorKind]) -> [IndicatorKind: Rule] {
        let fields = YAMLFields(entry, kinds.map(\.rawValue))
        return Dictionary(
            uniqueKeysWithValues: kinds.compactMap { kind in
                fields.required(kind.rawValue).map { (kind, Rule($0)) }
            })
    }

    private static func byIndicator(_ entry: YAMLEntry, _ catalogue: Catalogue) -> [IndicatorCode: Rule] {
        Dictionary(
            entry.pairs.compactMap { key, value in
                catalogue.indicator(key).map { ($0.code, Rule(value)) }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension AcceptanceRules.Honours {
    init(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(entry, ["points", "rule"])
        self.init(
            indicators: Set(fields.items("points").flatMap { catalogue.indicators(ofPoint: $0).map(\.code) }),
            rule: AcceptanceRules.Rule(fields.required("rule") ?? entry))
    }
}

extension AcceptanceRules.Rule {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["condition", "applies", "required", "text", "basis", "reference"])
        self.init(
            condition: fields.formula("condition"), applies: fields.optional("applies")?.formula,
            isRequired: fields.optional("required")?.truth ?? false, basis: fields.basis("basis"),
            reference: fields.text("reference"), text: fields.template("text"))
    }
}
