// The columns of each form, by the names that DESIGN §7 gives them and others that people use.

extension FormKind {
    package var columns: [FormColumn] {
        switch self {
        case .consortia: Self.consortiaColumns
        case .transitions: Self.transitionsColumns
        case .observations: Self.observationsColumns
        case .policies: Self.policiesColumns
        case .incidents: Self.incidentsColumns
        case .determinations: Self.determinationsColumns + Self.reviewSheet
        case .manifest: Self.manifestColumns
        case .withdrawals: Self.withdrawalsColumns
        case .workplans: Self.workplansColumns
        case .documents: Self.documentsColumns
        case .tasks: Self.tasksColumns
        case .ratings: Self.ratingsColumns
        case .evaluations: Self.evaluationsColumns
        case .targets: Self.targetsColumns
        case .figures: Self.figuresColumns
        case .funds: Self.fundsColumns
        case .evidence: Self.evidenceColumns
        case .members: Self.membersColumns
        }
    }

    /// The columns without those that a reviewer's workbook only shows.
    package var readColumns: [FormColumn] {
        self == .determinations ? Self.determinationsColumns : columns
    }

    private static let consortium = FormColumn("consortium", "联合体编号", or: "联合体", required: true)
    private static let year = FormColumn("year", "年度", or: "年份", required: true)
    private static let evidenceColumn = FormColumn("evidence", "佐证材料")
    /// Of figures: the answer to what is noticed about them, a code and words of one's own.
    private static let explanationColumn = FormColumn("explanation", "说明")
    /// Of every register: the edition that a row is for, where an installation runs several.
    private static let edition = FormColumn("edition", "标准编号", or: "适用标准")
    /// Of every register whose entries are known by something: 是 takes the entry back.
    private static let withdrawn = FormColumn("withdrawn", "撤回")

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
        FormColumn("validFrom", "生效日期"),
        FormColumn("predecessor", "前身"),
        FormColumn("otherRegions", "其他地区", or: "其他市州"),
        FormColumn("level", "认定级别"),
        FormColumn("levelOn", "级别认定日期", or: "定级日期"),
        edition, withdrawn,
    ]

    private static let transitionsColumns = [
        consortium,
        FormColumn("from", "原状态"),
        FormColumn("to", "新状态", required: true),
        FormColumn("on", "日期", required: true),
        FormColumn("document", "文号"),
        FormColumn("by", "决定机关"),
        FormColumn("ground", "理由"),
        FormColumn("signature", "签名"),
        edition,
    ]

    private static let observationsColumns = [
        consortium,
        FormColumn("indicator", "观测点", or: "观测点编号", required: true),
        // Shown only.
        FormColumn("title", "观测点名称"),
        year,
        FormColumn("basis", "口径"),
        FormColumn("period", "期间"),
        FormColumn("value", "数值", or: "金额", required: true),
        evidenceColumn,
        FormColumn("reason", "更正理由", or: "理由"),
        explanationColumn, edition,
        FormColumn("unit", "单位", or: "计量单位"),
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
        evidenceColumn,
        FormColumn("validUntil", "有效期至"),
        FormColumn("repealedOn", "废止日期"),
        edition, withdrawn,
    ]

    private static let incidentsColumns = [
        FormColumn("id", "编号"),
        consortium,
        FormColumn("occurredOn", "发生日期", required: true),
        FormColumn("domain", "领域", required: true),
        FormColumn("severity", "程度"),
        FormColumn("adverseImpact", "不良影响"),
        FormColumn("status", "核查状态", required: true),
        evidenceColumn,
        FormColumn("description", "情况说明"),
        edition, withdrawn,
    ]

    private static let determinationsColumns = [
        consortium,
        FormColumn("clause", "条款", required: true),
        year,
        FormColumn("decision", "认定", or: "认定结论", required: true),
        FormColumn("by", "认定人"),
        FormColumn("on", "认定日期"),
        FormColumn("ground", "理由"),
        evidenceColumn,
        FormColumn("subject", "事由"),
        FormColumn("id", "认定编号"),
        FormColumn("withdraws", "撤销认定编号"),
        FormColumn("fund", "经费类别", or: "资金类别"),
        FormColumn("amount", "调整后金额"),
        FormColumn("caseDigest", "案卷摘要"),
        FormColumn("signature", "签名"),
        edition,
    ]

    /// What a reviewer's workbook (`review sheet`) shows of a case beside what is to be filled in. None of it is read but
    /// the case's name, which the row has to be about.
    private static let reviewSheet = [
        FormColumn("case", "案件编号"),
        FormColumn("caseConsortium", "联合体名称"),
        FormColumn("caseClause", "条款内容"),
        FormColumn("caseOutcome", "目前结果"),
        FormColumn("caseState", "案件状态"),
        FormColumn("caseDue", "办理期限"),
        FormColumn("caseFacts", "事实和依据"),
        FormColumn("caseProgress", "填写情况"),
    ]

    private static let manifestColumns = [
        FormColumn("file", "文件", or: "文件名", required: true),
        FormColumn("receivedOn", "收到日期", required: true),
        FormColumn("sender", "报送单位"),
        FormColumn("consortium", "联合体编号", or: "联合体"),
    ]

    private static let withdrawalsColumns = [
        FormColumn("receipt", "回执编号", required: true),
        FormColumn("ground", "撤回理由", or: "理由", required: true),
        FormColumn("id", "编号"),
        FormColumn("register", "登记表"),
    ]

    private static let workplansColumns = [
        consortium, year,
        FormColumn("item", "任务", required: true),
        FormColumn("indicator", "观测点", or: "观测点编号"),
        FormColumn("target", "目标", required: true),
        FormColumn("due", "完成时限"),
        FormColumn("completed", "完成情况"),
        evidenceColumn, edition, withdrawn,
    ]

    private static let documentsColumns = [
        consortium,
        FormColumn("kind", "材料类别", required: true),
        FormColumn("period", "期间"),
        FormColumn("title", "标题", required: true),
        FormColumn("sentOn", "报送日期"),
        evidenceColumn, edition, withdrawn,
    ]

    private static let tasksColumns = [
        consortium, year,
        FormColumn("task", "任务", required: true),
        FormColumn("unit", "责任单位"),
        FormColumn("due", "完成时限"),
        FormColumn("state", "状态", required: true),
        FormColumn("completedOn", "完成日期"),
        edition, withdrawn,
    ]

    private static let ratingsColumns = [
        consortium,
        FormColumn("point", "观测点", or: "观测点编号", required: true),
        FormColumn("round", "轮次"),
        FormColumn("rating", "评定", required: true),
        FormColumn("by", "评定人"),
        FormColumn("on", "日期"),
        FormColumn("ground", "理由"),
        evidenceColumn,
        FormColumn("signature", "签名"),
        edition, withdrawn,
    ]

    private static let evaluationsColumns = [
        consortium, year,
        FormColumn("source", "评价渠道", required: true),
        FormColumn("score", "得分", required: true),
        FormColumn("by", "评价人"),
        FormColumn("on", "日期"),
        FormColumn("ground", "理由"),
        edition, withdrawn,
    ]

    private static let targetsColumns = [
        FormColumn("region", "地区", required: true),
        FormColumn("target", "目标编号", required: true),
        year,
        FormColumn("value", "完成值", required: true),
        FormColumn("on", "日期"),
        evidenceColumn, edition, withdrawn,
    ]

    private static let figuresColumns = [
        consortium,
        FormColumn("indicator", "观测点编号", or: "观测点", required: true),
        FormColumn("title", "观测点名称", or: "指标名称", "填报项"),
        FormColumn("unit", "单位", or: "计量单位"),
        FormColumn("guide", "怎么填", or: "填报说明"),
        FormColumn.years,
        evidenceColumn,
        FormColumn("reason", "更正理由", or: "理由"),
        explanationColumn,
    ]

    private static let fundsColumns = [
        consortium,
        FormColumn("fund", "资金类别", required: true),
        FormColumn("payer", "经费来源", required: true),
        FormColumn.years,
        FormColumn("note", "说明"),
        FormColumn("unit", "单位", or: "计量单位"),
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
        consortium,
        FormColumn("name", "单位名称", or: "成员单位", "member", required: true),
        FormColumn("creditCode", "统一社会信用代码", or: "信用代码"),
        FormColumn("category", "单位类别", or: "memberKind", required: true),
        FormColumn("role", "角色", or: "在联合体中的角色"),
        FormColumn("joinedOn", "加入日期", or: "加入年份", "joinedIn"),
        FormColumn("leftOn", "退出日期"),
        FormColumn("note", "备注"),
        edition, withdrawn,
    ]
}
