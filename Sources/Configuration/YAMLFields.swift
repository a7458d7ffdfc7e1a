import FEEL
import Yams

/// The keys of a mapping, all of which must be known.
package struct YAMLFields {
    package let entry: YAMLEntry
    private let isMapping: Bool
    private let values: [String: YAMLEntry]

    package init(_ entry: YAMLEntry, _ known: [String]) {
        self.entry = entry
        isMapping = entry.node.mapping != nil
        var values: [String: YAMLEntry] = [:]
        for (key, value) in entry.pairs {
            let name = key.rawText ?? ""
            values[name] = value
            guard !known.contains(name) else { continue }
            key.report(
                expected: "应为 \(known.joined(separator: "、")) 之一", found: "读到不认识的键“\(name)”",
                remedy: "请改正或删去", suggestion: NameSuggestion.nearest(to: name, among: known))
        }
        self.values = values
    }

    /// The value of `key`; its absence is an issue.
    package func required(_ key: String) -> YAMLEntry? {
        if let value = values[key] { return value }
        if isMapping { entry.report(expected: "应有“\(key)”", found: "没有写", remedy: "请补上") }
        return nil
    }

    /// The value of `key`; nil where it is not there.
    package func optional(_ key: String) -> YAMLEntry? {
        values[key]
    }

    package func text(_ key: String) -> String { required(key)?.text ?? "" }

    /// The text of `key`, which may be left out or blank.
    package func optionalText(_ key: String) -> String { optional(key)?.rawText ?? "" }

    package func items(_ key: String) -> [YAMLEntry] { required(key)?.items ?? [] }
}
