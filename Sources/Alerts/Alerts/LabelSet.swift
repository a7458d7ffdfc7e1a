/// What an alert may be matched and grouped by.
package enum LabelName: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// The id of the edition.
    case edition
    /// The consortium's id.
    case consortium
    /// `municipal` or `industry`.
    case kind
    /// GB/T 2260 code of the province, and of the prefecture (empty where there is none).
    case province, prefecture
    /// `negative` or `revocation`; `verdict` where the verdict itself is what alerts.
    case list
    /// `16.3`; `verdict` where the verdict itself is what alerts.
    case clause
    /// `triggered`, `suspected` …; for a verdict `disqualify`, `hold` ….
    case outcome
    case severity
    case year

    package var title: String {
        switch self {
        case .edition: "标准"
        case .consortium: "联合体"
        case .kind: "类型"
        case .province: "省份"
        case .prefecture: "市州"
        case .list: "清单"
        case .clause: "条款"
        case .outcome: "结果"
        case .severity: "级别"
        case .year: "年度"
        }
    }
}

/// The labels of an alert, or those that a group of alerts has in common.
package struct LabelSet: Sendable, Hashable, Codable {
    private var values: [LabelName: String]

    package init(_ values: [LabelName: String] = [:]) {
        self.values = values
    }

    package init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([LabelName: String].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }

    /// The label's value; empty where there is none, as in Alertmanager.
    package subscript(name: LabelName) -> String {
        get { values[name] ?? "" }
        set { values[name] = newValue }
    }

    /// The labels of these names only.
    package func only(_ names: [LabelName]) -> LabelSet {
        LabelSet(values.filter { names.contains($0.key) })
    }
}

extension LabelSet: CustomStringConvertible {
    /// `province="430000" year="2025"`, in the order in which names are declared.
    package var description: String {
        LabelName.allCases
            .compactMap { name in values[name].map { "\(name.rawValue)=\"\($0)\"" } }
            .joined(separator: " ")
    }
}
