import Assessment
import Standards

extension Standards.Row {
    /// A row is met when all its points that apply are; one that fails decides, then one that is unknown.
    ///
    /// `checks` are by the code of their point.
    func outcome(_ checks: [String: AcceptanceCheck]) -> AcceptanceOutcome {
        let applicable = points.map { checks[$0.code]?.outcome ?? .undetermined }.filter { $0 != .notApplicable }
        if applicable.isEmpty { return .notApplicable }
        if applicable.contains(.notMet) { return .notMet }
        return applicable.contains(.undetermined) ? .undetermined : .met
    }
}

extension ConsortiumAssessment {
    /// The acceptance checks by the code of their point.
    var acceptanceByPoint: [String: AcceptanceCheck] {
        Dictionary(acceptance.map { ($0.point.code, $0) }) { first, _ in first }
    }
}
