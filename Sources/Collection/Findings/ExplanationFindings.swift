internal import Standards

/// Faults of what is answered to doubts.
extension FindingKind {
    static let explanations: [FindingKind] = [emptyExplanation]

    package static let emptyExplanation = FindingKind(
        "empty-explanation", .warning, "说明没有内容", "“说明”一列只写了“{found}”。",
        "请接着写明情况。")
}
