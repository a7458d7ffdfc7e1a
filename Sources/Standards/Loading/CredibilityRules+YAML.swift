import Configuration
import FEEL

extension CredibilityRules {
    init(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(
            entry,
            [
                "restatementTolerance", "sharedPoints", "significantDigits", "nonRepeating", "jumps", "frozenYears",
                "parts", "limits", "funds", "rowsAbovePlan", "explanations",
            ])
        let kinds = fields.required("jumps").map { YAMLFields($0, IndicatorKind.allCases.map(\.rawValue)) }
        let jumps = IndicatorKind.allCases.compactMap { kind in
            kinds?.optional(kind.rawValue).map { (kind, Jump($0)) }
        }
        self.init(
            restatementTolerance: fields.required("restatementTolerance")?.number ?? .zero,
            sharedPoints: fields.required("sharedPoints")?.integer ?? 0,
            significantDigits: fields.required("significantDigits")?.integer ?? 0,
            jumps: Dictionary(uniqueKeysWithValues: jumps),
            frozenYears: fields.required("frozenYears")?.integer ?? 0,
            nonRepeating: Set(fields.items("nonRepeating").flatMap { catalogue.indicators(ofPoint: $0).map(\.code) }),
            parts: fields.items("parts").compactMap { Part($0, catalogue) },
            limits: (fields.optional("limits")?.items ?? []).map(Limit.init),
            funds: (fields.optional("funds")?.items ?? []).compactMap { Fund($0, catalogue) },
            rowsAbovePlan: fields.optional("rowsAbovePlan")?.integer ?? 0,
            explanations: (fields.optional("explanations")?.items ?? []).map(ExplanationCode.init))
    }
}

extension CredibilityRules.Jump {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["factor", "from"])
        self.init(
            factor: fields.required("factor")?.number ?? .zero, from: fields.optional("from")?.number ?? .zero)
    }
}

extension CredibilityRules.Limit {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["unit", "most"])
        self.init(unit: fields.text("unit"), most: fields.required("most")?.number ?? .zero)
    }
}

extension CredibilityRules.Fund {
    init?(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(entry, ["received", "planned", "total", "years"])
        guard let received = fields.required("received").flatMap(catalogue.indicator),
            let planned = fields.required("planned").flatMap(catalogue.indicator),
            let total = fields.required("total").flatMap(catalogue.indicator)
        else { return nil }
        self.init(
            received: received.code, planned: planned.code, total: total.code,
            years: fields.required("years")?.integer ?? 0)
    }
}

extension ExplanationCode {
    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["title", "needsText", "isReason"])
        self.init(
            title: fields.text("title"), needsText: fields.optional("needsText")?.truth ?? false,
            isReason: fields.optional("isReason")?.truth ?? false)
    }
}

extension CredibilityRules.Part {
    init?(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(entry, ["part", "whole"])
        guard let part = fields.required("part").flatMap(catalogue.indicator),
            let whole = fields.required("whole").flatMap(catalogue.indicator)
        else { return nil }
        self.init(part: part.code, whole: whole.code)
    }
}
