/// A kind of fault that collected data can have, as data: what it is called, how grave it is and what people are told.
/// Kinds are declared by family, a file each.
package struct FindingKind: Sendable, Hashable, Identifiable {
    package enum Severity: String, Sendable, CaseIterable, Comparable {
        case info, warning, error

        package var title: String {
            switch self {
            case .info: "提示"
            case .warning: "警告"
            case .error: "错误"
            }
        }

        /// Graver is greater.
        package static func < (left: Severity, right: Severity) -> Bool { left.gravity < right.gravity }

        private var gravity: Int {
            switch self {
            case .info: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// `not-a-number`
    package let id: String
    package let severity: Severity
    package let title: String
    /// What was expected, what was found and what to do, with `{name}` where a value goes.
    package let template: String

    init(_ id: String, _ severity: Severity, _ title: String, _ template: String) {
        self.id = id
        self.severity = severity
        self.title = title
        self.template = template
    }

    /// The template with its values filled in.
    func text(_ values: [String: String]) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// Every kind, family by family.
    package static let all = cells + places + rows + forms + files + workbooks + documents + series

    /// The kind of `id`; nil where there is none.
    package static func named(_ id: String) -> FindingKind? { all.first { $0.id == id } }
}
