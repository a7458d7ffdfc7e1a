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
    package static func together(_ outcomes: [AcceptanceOutcome]) -> AcceptanceOutcome {
        let applicable = outcomes.filter { $0 != .notApplicable }
        if applicable.isEmpty { return .notApplicable }
        if applicable.contains(.notMet) { return .notMet }
        return applicable.contains(.undetermined) ? .undetermined : .met
    }
}
