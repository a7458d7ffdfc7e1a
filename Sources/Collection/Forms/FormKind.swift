/// The forms that submissions come in, known by the names of their columns.
package enum FormKind: String, Sendable, CaseIterable {
    case consortia, observations, policies, incidents, determinations
    /// A manifest: which file of the batch was received when, from whom.
    case submissions
    /// The sheets of the yearly workbook: a row an indicator with a column a year; sums by fund and source; a list of
    /// what backs which figure; the units that belong to the consortium.
    case figures, funds, evidence, members

    package var title: String {
        switch self {
        case .consortia: "联合体登记表"
        case .observations: "观测数据表"
        case .policies: "政策文件表"
        case .incidents: "事件登记表"
        case .determinations: "认定表"
        case .submissions: "报送清单"
        case .figures: "观测点填报表"
        case .funds: "经费表"
        case .evidence: "佐证材料表"
        case .members: "成员单位表"
        }
    }

    /// Whether an empty sheet of a yearly workbook says anything: the figures' does, all being missing. That a clerk
    /// listed no incidents does not show that there were none, and the registers are of many consortia.
    var countsWhenEmpty: Bool { collectedAs == .observations }

    /// The form of DESIGN §7 that the entries of this one are.
    var collectedAs: FormKind {
        switch self {
        case .figures, .funds, .evidence: .observations
        default: self
        }
    }

    package var columns: [FormColumn] {
        switch self {
        case .consortia: Self.consortiaColumns
        case .observations: Self.observationsColumns
        case .policies: Self.policiesColumns
        case .incidents: Self.incidentsColumns
        case .determinations: Self.determinationsColumns
        case .submissions: Self.submissionsColumns
        case .figures: Self.figuresColumns
        case .funds: Self.fundsColumns
        case .evidence: Self.evidenceColumns
        case .members: Self.membersColumns
        }
    }

    private static let consortiaColumns = [
        FormColumn("id", "编号", or: "联合体编号", required: true),
        FormColumn("name", "名称", or: "联合体名称", required: true),
        FormColumn("kind", "类型", required: true),
        FormColumn("province", "省份", or: "省"),
        FormColumn("prefecture", "市州", or: "市"),
        FormColumn("park", "产业园区"),
        FormColumn("parkLevel", "园区级别"),
        FormColumn("leadSchool", "牵头学校"),
        FormColumn("leadEnterprise", "牵头企业"),
        FormColumn("cohort", "批次"),
        FormColumn("stage", "阶段"),
        FormColumn("designatedOn", "认定日期"),
    ]

    private static let observationsColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("indicator", "观测点", or: "观测点编号", required: true),
        FormColumn("year", "年度", or: "年份", required: true),
        FormColumn("basis", "口径"),
        FormColumn("value", "数值", required: true),
        FormColumn("evidence", "佐证材料"),
        FormColumn("reason", "更正理由", or: "理由"),
    ]

    private static let policiesColumns = [
        FormColumn("id", "编号"),
        FormColumn("level", "层级"),
        FormColumn("region", "地区", required: true),
        FormColumn("title", "标题", required: true),
        FormColumn("number", "文号"),
        FormColumn("issuer", "发文单位"),
        FormColumn("issuedOn", "发文日期", required: true),
        FormColumn("effective", "是否有效", required: true),
        FormColumn("evidence", "佐证材料"),
    ]

    private static let incidentsColumns = [
        FormColumn("id", "编号"),
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("occurredOn", "发生日期", required: true),
        FormColumn("domain", "领域", required: true),
        FormColumn("severity", "程度"),
        FormColumn("adverseImpact", "不良影响"),
        FormColumn("status", "核查状态", required: true),
        FormColumn("evidence", "佐证材料"),
    ]

    private static let determinationsColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("clause", "条款", required: true),
        FormColumn("year", "年度", or: "年份", required: true),
        FormColumn("decision", "认定", or: "认定结论", required: true),
        FormColumn("by", "认定人"),
        FormColumn("on", "认定日期"),
        FormColumn("ground", "理由"),
        FormColumn("evidence", "佐证材料"),
    ]

    private static let submissionsColumns = [
        FormColumn("file", "文件", or: "文件名", required: true),
        FormColumn("receivedOn", "收到日期", required: true),
        FormColumn("sender", "报送单位"),
    ]

    private static let figuresColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("indicator", "观测点编号", or: "观测点", required: true),
        FormColumn("title", "观测点名称", or: "指标名称", "填报项"),
        FormColumn("unit", "单位"),
        FormColumn("guide", "怎么填", or: "填报说明"),
        FormColumn.years,
        FormColumn("evidence", "佐证材料"),
        FormColumn("reason", "更正理由", or: "理由"),
    ]

    private static let fundsColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("fund", "资金类别", required: true),
        FormColumn("payer", "经费来源", required: true),
        FormColumn.years,
        FormColumn("note", "说明"),
    ]

    private static let evidenceColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体"),
        FormColumn("indicator", "观测点编号", or: "观测点", required: true),
        FormColumn("title", "材料名称"),
        FormColumn("file", "文件名", or: "文件", required: true),
        FormColumn("sha256", "文件SHA-256", or: "SHA-256"),
        FormColumn("note", "说明"),
    ]

    private static let membersColumns = [
        FormColumn("consortium", "联合体编号", or: "联合体", required: true),
        FormColumn("member", "单位名称", or: "成员单位", required: true),
        FormColumn("memberKind", "单位类别", required: true),
        FormColumn("role", "在联合体中的角色", or: "角色"),
        FormColumn("joinedIn", "加入年份"),
        FormColumn("note", "备注"),
    ]
}
