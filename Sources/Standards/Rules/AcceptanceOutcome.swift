/// The outcome of an acceptance check.
package enum AcceptanceOutcome: String, Sendable, CaseIterable {
    case met, notMet, undetermined, notApplicable

    package var title: String {
        switch self {
        case .met: "达标"
        case .notMet: "未达标"
        case .undetermined: "数据不足"
        case .notApplicable: "不适用"
        }
    }
}

extension AcceptanceOutcome {
    /// Several outcomes as one: of the figures of a point, of the points of a row. What does not apply drops out; then
    /// one that fails, then one unknown, decides.
    package static func together(_ outcomes: some Sequence<AcceptanceOutcome>) -> AcceptanceOutcome {
        outcomes.max { $0.weight < $1.weight } ?? .notApplicable
    }

    private var weight: Int {
        switch self {
        case .notApplicable: 0
        case .met: 1
        case .undetermined: 2
        case .notMet: 3
        }
    }
}
