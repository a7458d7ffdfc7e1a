/// How grave an alert is; `alerts.yml` says which outcome is how grave.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    case notice, warning, major, critical

    package var title: String {
        switch self {
        case .critical: "严重"
        case .major: "重要"
        case .warning: "一般"
        case .notice: "提示"
        }
    }

    /// Graver is greater.
    package static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
