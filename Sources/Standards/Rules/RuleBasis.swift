/// Where a rule or a number comes from: the source's words, or our choice where the source gives none.
package enum RuleBasis: String, Sendable, CaseIterable {
    case clause, convention

    package var title: String {
        switch self {
        case .clause: "原文"
        case .convention: "暂定口径（原文未作规定）"
        }
    }
}
