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
