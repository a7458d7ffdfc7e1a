import Configuration
import FEEL

extension CredibilityRules {
    init(_ entry: YAMLEntry, _ catalogue: Catalogue) {
        let fields = YAMLFields(
            entry,
            [
                "restatementTolerance", "sharedPoints", "significantDigits", "nonRepeating", "jumpFactor",
                "frozenYears", "parts",
            ])
        self.init(
            restatementTolerance: fields.required("restatementTolerance")?.number ?? .zero,
            sharedPoints: fields.required("sharedPoints")?.integer ?? 0,
            significantDigits: fields.required("significantDigits")?.integer ?? 0,
            jumpFactor: fields.required("jumpFactor")?.number ?? .zero,
            frozenYears: fields.required("frozenYears")?.integer ?? 0,
            nonRepeating: Set(fields.items("nonRepeating").flatMap { catalogue.indicators(ofPoint: $0).map(\.code) }),
            parts: fields.items("parts").compactMap { Part($0, catalogue) })
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
