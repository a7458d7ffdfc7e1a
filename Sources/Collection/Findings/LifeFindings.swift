internal import Standards

/// What shows when registers and figures of several authorities, or of a consortium and the one that it came of, are
/// held against each other (DESIGN §3).
extension FindingKind {
    static let life: [FindingKind] = [incidentDisputed, authorityFigure, unknownPredecessor, predecessorCircle]

    package static let incidentDisputed = FindingKind(
        "incident-disputed", .warning, "事件登记不一致", "事件“{id}”{other}登记为{theirs}，{own}登记为{found}；认定之前按较重的作线索处理。",
        "请双方核对，由登记有误的一方更正。")

    /// One a submission.
    package static let authorityFigure = FindingKind(
        "authority-figure", .warning, "与主管部门的数不一致", "{count}项与{other}不一致，以主管部门的为准：{points}。",
        "请核对；主管部门的数有误的，请报其更正。")

    package static let unknownPredecessor = FindingKind(
        "unknown-predecessor", .warning, "前身没有登记", "前身“{found}”不在联合体登记表中，其未决案件和事件无法随之承继。",
        "请核对编号，或先登记前身。")

    package static let predecessorCircle = FindingKind(
        "predecessor-circle", .error, "前身互为前身", "{found}，循环的一段不作为前身。",
        "请核对“前身”一栏。")
}
