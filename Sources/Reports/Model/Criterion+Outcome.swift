import Assessment
import Standards

extension Criterion {
    /// The outcome of the criterion's points together; `checks` are by the code of their point.
    func outcome(_ checks: [String: AcceptanceCheck]) -> AcceptanceOutcome {
        .together(points.map { checks[$0.code]?.outcome ?? .undetermined })
    }
}

extension ConsortiumAssessment {
    /// The acceptance checks by the code of their point.
    var acceptanceByPoint: [String: AcceptanceCheck] {
        Dictionary(acceptance.map { ($0.point.code, $0) }) { first, _ in first }
    }
}

extension Standards.Category {
    /// The title without the number that it has in the source: `基础性指标` of `一、基础性指标`.
    var name: String {
        title.firstIndex(of: "、").map { String(title[title.index(after: $0)...]) } ?? title
    }
}
