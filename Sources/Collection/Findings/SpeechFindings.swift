internal import Standards

/// Faults in who says what (DESIGN §7).
extension FindingKind {
    static let speech: [FindingKind] = [notYours, unknownSender, severalConsortia, noConsortium, unknownReceipt]

    /// One for each sheet, consortium and sort of row.
    package static let notYours = FindingKind(
        "not-yours", .error, "无权报送", "{what}共{count}条：{reason}，未采用。", "{remedy}")

    package static let unknownSender = FindingKind(
        "unknown-sender", .error, "没有填联合体编号", "封面的“{column}”没有填，不知道是哪个联合体的数据。",
        "请填写后重报。")

    package static let severalConsortia = FindingKind(
        "several-consortia", .error, "不知是谁报送", "文件中有{count}个联合体（{points}）的数据，秘书处的文件只能报送本联合体，无法确定是哪一个报送的。",
        "请各自报送；或放入以联合体编号命名的文件夹，或由主管部门在报送清单中写明联合体编号。")

    package static let noConsortium = FindingKind(
        "no-consortium", .error, "不知是谁报送", "文件没有写明是哪个联合体报送的。",
        "请在表中写明联合体编号，或放入以联合体编号命名的文件夹，或由主管部门在报送清单中写明。")

    package static let unknownReceipt = FindingKind(
        "unknown-receipt", .error, "没有这份回执", "“{found}”对应不到唯一的一份已收材料，撤回未生效。",
        "请填写回执上的编号，至少前8位。")
}
