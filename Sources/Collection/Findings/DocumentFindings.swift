internal import Standards

/// Faults of a document against the form that it is.
extension FindingKind {
    static let documents: [FindingKind] = [
        unknownDocument, missingTable, missingLabel, unknownLabel, labelUnit, missingHeading, mergedYears,
        textTooLong, namesDiffer, missingName, unknownName, unsigned, missingStatement,
        changedStatement, contradictedStatement,
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
        "declaration-unsigned", .warning, "签字盖章不全", "“{heading}”中没有{what}。",
        "请补齐；已在纸质件上签字盖章的，请核对纸质件。")

    package static let missingStatement = FindingKind(
        "missing-statement", .warning, "缺少声明", "没有找到《{statement}》，表单印有“{expected}”。",
        "请用下发的表单补齐后重新签字盖章。")

    package static let changedStatement = FindingKind(
        "changed-statement", .warning, "声明被改动", "《{statement}》与表单不同，读到“{found}”，表单印有“{expected}”。",
        "请恢复表单的文字；确有例外情况的，请另附说明。")

    package static let contradictedStatement = FindingKind(
        "contradicted-statement", .warning, "声明与查实事件不符",
        "{day}签署的《{statement}》，与主管部门登记的查实事件{incident}（{occurred}，{domain}，{severity}）不符。",
        "请主管部门核实声明是否属实；核实以前，作为弄虚作假的线索。")
}
