internal import Standards

/// What a later submission does to what was reported before (DESIGN §7): a blank keeps it, 撤回 takes it back.
extension FindingKind {
    static let revisions: [FindingKind] = [kept, takenBack, untouchedForm]

    /// One a submission.
    package static let kept = FindingKind(
        "kept", .info, "沿用此前报送", "沿用此前报送{count}项：{points}。", "需要撤回的，请在该格填“撤回”。")

    /// One a submission.
    package static let takenBack = FindingKind(
        "taken-back", .info, "撤回此前报送", "撤回此前报送{count}项：{points}。")

    package static let untouchedForm = FindingKind(
        "untouched-form", .error, "没有填写", "表中没有填写任何数据，不计为报送。",
        "请填写后重报。")
}
