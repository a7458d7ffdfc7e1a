internal import Collection
internal import Spreadsheet
internal import Standards

/// A column of a register in the yearly workbook.
struct RegisterColumn {
    let title: String
    let width: Double
    var isDate = false
    /// Whether a program might make something else of what is typed: a date of 6.1.2.
    var isCode = false
    var choices: [String] = []

    private init(_ title: String, _ width: Double, isDate: Bool = false, isCode: Bool = false, choices: [String] = []) {
        self.title = title
        self.width = width
        self.isDate = isDate
        self.isCode = isCode
        self.choices = choices
    }

    /// The columns of the register that a form is; none where the workbook has none.
    static func columns(of kind: FormKind, _ edition: Edition) -> [RegisterColumn] {
        switch kind {
        case .policies: policies
        case .incidents: incidents
        case .members: members(of: edition.kind)
        case .documents: documents(edition)
        case .evidence: evidence
        case .workplans: workPlans
        case .tasks: tasks
        default: []
        }
    }

    private static let yesNo = [TemplateLayout.yes, TemplateLayout.no]

    private static let policies = [
        RegisterColumn("层级", 8, choices: PolicyLevel.allCases.map(\.title)),
        RegisterColumn("地区", 16), RegisterColumn("标题", 46), RegisterColumn("文号", 24),
        RegisterColumn("发文单位", 22), RegisterColumn("发文日期", 13, isDate: true),
        RegisterColumn("是否有效", 10, choices: yesNo),
        RegisterColumn("佐证材料", 28), RegisterColumn("有效期至", 13, isDate: true),
        RegisterColumn("废止日期", 13, isDate: true),
    ]

    private static let incidents = [
        RegisterColumn("发生日期", 14, isDate: true),
        RegisterColumn("领域", 12, choices: IncidentDomain.allCases.map(\.title)),
        RegisterColumn("程度", 10, choices: IncidentSeverity.allCases.map(\.title)),
        RegisterColumn("不良影响", 12, choices: yesNo),
        RegisterColumn("核查状态", 12, choices: IncidentStatus.allCases.map(\.title)),
        RegisterColumn("佐证材料", 30), RegisterColumn("情况说明", 50),
    ]

    private static func documents(_ edition: Edition) -> [RegisterColumn] {
        [
            RegisterColumn("材料类别", 34, choices: edition.filings.map(\.title)),
            RegisterColumn("期间", 12, isCode: true), RegisterColumn("标题", 50),
            RegisterColumn("报送日期", 14, isDate: true), RegisterColumn("佐证材料", 36),
            RegisterColumn("撤回", 8, choices: [TemplateLayout.yes]),
        ]
    }

    private static let workPlans = [
        RegisterColumn("年度", 8, isCode: true), RegisterColumn("任务", 50), RegisterColumn("观测点", 12, isCode: true),
        RegisterColumn("目标", 26, isCode: true), RegisterColumn("完成时限", 13, isDate: true),
        RegisterColumn("完成情况", 12, choices: WorkPlanEntry.Completion.allCases.map(\.title)),
        RegisterColumn("佐证材料", 30), RegisterColumn("撤回", 8, choices: [TemplateLayout.yes]),
    ]

    private static let tasks = [
        RegisterColumn("年度", 8, isCode: true), RegisterColumn("任务", 50), RegisterColumn("责任单位", 34),
        RegisterColumn("完成时限", 13, isDate: true),
        RegisterColumn("状态", 12, choices: MemberTask.State.allCases.map(\.title)),
        RegisterColumn("完成日期", 13, isDate: true), RegisterColumn("撤回", 8, choices: [TemplateLayout.yes]),
    ]

    private static func members(of kind: ConsortiumKind) -> [RegisterColumn] {
        [
            RegisterColumn("单位名称", 44), RegisterColumn("统一社会信用代码", 22, isCode: true),
            RegisterColumn("单位类别", 24, choices: TemplateLayout.memberKinds(of: kind)),
            RegisterColumn("角色", 14, choices: TemplateLayout.memberRoles(of: kind)),
            RegisterColumn("加入日期", 13, isCode: true), RegisterColumn("退出日期", 13, isCode: true),
            RegisterColumn("备注", 30),
            RegisterColumn("撤回", 8, choices: [TemplateLayout.yes]),
        ]
    }

    private static let evidence = [
        RegisterColumn("观测点编号", 16, isCode: true), RegisterColumn("材料名称", 44), RegisterColumn("文件名", 36),
        RegisterColumn("SHA-256", 30), RegisterColumn("说明", 24),
    ]

    var format: CellFormat {
        if isDate { return TemplateStyle.date }
        return isCode ? TemplateStyle.input.with { $0.numberFormat = "@" } : TemplateStyle.input
    }

    /// Lets the cells of a column hold what they can mean.
    func restrict(_ range: CellRange, _ sheet: SheetWriter) {
        if !choices.isEmpty {
            sheet.restrict(range, to: choices, message: "请从列表中选择。")
        } else if isDate {
            // 2000-01-01 and 2099-12-31.
            sheet.restrict(
                range, where: "=AND(ISNUMBER(\(range.first)),\(range.first)>=36526,\(range.first)<=73050)",
                message: "应为日期，如2025-03-01。")
        }
    }
}
