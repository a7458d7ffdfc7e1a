internal import Standards

/// Faults that show when the files of a batch are held against its manifests and against one another.
extension FindingKind {
    static let batches: [FindingKind] = [listedFileMissing, listedDate, listedTwice, orderUnknown]

    package static let listedFileMissing = FindingKind(
        "listed-file-missing", .warning, "清单所列文件不在", "清单列有“{found}”，本批没有这个文件，该行未采用。",
        "请核对文件名和所在文件夹。")

    package static let listedDate = FindingKind(
        "listed-date", .error, "收到日期不对", "收到日期应在{first}至{last}之间，读到“{found}”，该行未采用。",
        "请改正后重报清单。")

    package static let listedTwice = FindingKind(
        "listed-twice", .error, "清单前后不一", "“{found}”另在{other}中登记，收到日期、报送单位或联合体编号不同，两行均未采用。",
        "请核对后只留一行。")

    package static let orderUnknown = FindingKind(
        "order-unknown", .error, "先后不明", "与“{other}”有{count}项数值不同，无法确定哪一份在后，两份中的这些数均未采用：{points}。",
        "请只报一份，或在报送清单中写明各自的收到日期。")
}
