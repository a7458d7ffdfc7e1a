internal import Standards

/// Faults of a document against the form that it is.
extension FindingKind {
    static let documents: [FindingKind] = [
        unknownDocument, missingTable, missingLabel, unknownLabel, labelUnit, missingHeading, mergedYears,
        textTooLong, namesDiffer, missingName, unknownName, unsigned,
    ]

    package static let unknownDocument = FindingKind(
        "unknown-document", .error, "不是可读的表单", "文档中没有{forms}的表格。",
        "请在下发的表单中填写，保留各栏的文字。")

    package static let missingTable = FindingKind(
        "missing-table", .error, "缺少表格", "没有找到“{table}”的表格，其中各栏没有读取。",
        "请用下发的表单补齐。")

    package static let missingLabel = FindingKind(
        "missing-label", .warning, "缺少栏目", "“{table}”中没有“{label}”一栏。",
        "请用下发的表单补齐。")

    package static let unknownLabel = FindingKind(
        "unknown-label", .warning, "不是表单的栏目", "表单没有“{found}”这一栏，内容已按原样保存，未作观测值。",
        "{suggestion}")

    package static let labelUnit = FindingKind(
        "label-unit", .error, "栏目的单位被改", "“{label}”应以{unit}计，表中写作{found}，未作换算，未采用。",
        "请换算成{unit}后填写。")

    package static let missingHeading = FindingKind(
        "missing-heading", .error, "没有表头", "“{label}”上方没有{heading}的表头，无法确定各格的含义，未采用。",
        "请保留表头。")

    package static let mergedYears = FindingKind(
        "merged-years", .error, "年度格被合并", "“{label}”的{years}合成了一格，无法确定是哪一年的，未采用。",
        "请拆开，分年填写。")

    package static let textTooLong = FindingKind(
        "text-too-long", .warning, "文字超长", "“{label}”不超过{limit}字，读到{count}字。",
        "请精简。")

    package static let namesDiffer = FindingKind(
        "names-differ", .warning, "名称不一致", "封面的联合体名称为“{found}”，表中为“{kept}”，采用后者。",
        "请核对。")

    package static let missingName = FindingKind(
        "missing-name", .error, "没有联合体名称", "“联合体名称”没有填，无法确定是哪个联合体，内容已保存。",
        "补填后请重报。")

    package static let unknownName = FindingKind(
        "unknown-name", .error, "没有登记的联合体", "登记表中没有（或不止一个）名为“{found}”的联合体，内容已保存。",
        "登记后再收取本文件即可。{suggestion}")

    package static let unsigned = FindingKind(
        "declaration-unsigned", .warning, "承诺未签", "“{heading}”中没有{what}。",
        "请补签；签字是图片的，请核对盖章件。")
}
