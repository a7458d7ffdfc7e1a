package import Standards

/// A kind of fault that collected data can have, as data: what it is called, how grave it is and what people are told.
/// Kinds are declared by family, a file each.
///
/// A class, so that a finding points to its kind at the cost of one reference.
package final class FindingKind: Sendable, Identifiable {
    /// `not-a-number`
    package let id: String
    package let severity: FindingSeverity
    package let title: String
    /// What was expected and what was found, with `{name}` where a value goes.
    package let problem: String
    /// What is to be done about it, in the same way; empty where nothing is.
    package let remedy: String

    init(_ id: String, _ severity: FindingSeverity, _ title: String, _ problem: String, _ remedy: String = "") {
        self.id = id
        self.severity = severity
        self.title = title
        self.problem = problem
        self.remedy = remedy
    }

    /// What is to be done about a figure that may be right though it is odd.
    static let checkOrExplain = "请核对；属实的，请在“说明”一列写明。"

    /// Every kind, family by family.
    package static let all =
        cells + places + rows + forms + files + batches + workbooks + documents + determinations + speech + series
        + plans + explanations + revisions + life + readings + filings + ratings + ledgers

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The kind of `id`; nil where there is none.
    package static func named(_ id: String) -> FindingKind? { byID[id] }
}

extension FindingKind: Hashable {
    package static func == (left: FindingKind, right: FindingKind) -> Bool { left === right || left.id == right.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
