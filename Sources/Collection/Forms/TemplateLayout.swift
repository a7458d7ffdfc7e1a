package import Standards

/// How the yearly workbook is laid out: what its sheets are called and headed. The headings are those that
/// ``FormHeader`` knows, so a filled workbook is read like any other table, whatever its sheets are called then:
///
/// | sheet | form | what becomes of it |
/// |---|---|---|
/// | 封面 | ``TemplateCover`` | whose figures these are, of which year, by which edition; stands in for 联合体编号 |
/// | 观测点 | `figures` | `2025年实际` an actual figure of 2025, `2026年承诺` a committed one of 2026; a blank is a missing \
/// figure in the year reported on and nothing elsewhere; 佐证材料 belongs to that year, 更正理由 and 说明 to all |
/// | 经费 | `funds` | the sum over 经费来源: `2025年到位` of 专项 (日常) is what the fund received, `2026年计划` what is \
/// planned for 2026, where 观测点 does not say |
/// | 政策文件 | `policies` | entries of the register of policies |
/// | 事件 | `incidents` | entries of the register of incidents, of the consortium on the cover |
/// | 材料登记 | `documents` | where the edition asks for documents: entries of their register, a row a sending |
/// | 年度工作计划 | `workplans` | where the edition asks for plans: items of the plans of this year and the next; a row that \
/// says what it was sent out with says nothing |
/// | 任务 | `tasks` | beside 年度工作计划: the tasks of members, in the same way |
/// | 佐证材料 | `evidence` | evidence of figures whose own cell is blank |
/// | 成员单位 | `members` | entries of the register of members, a row a unit; the next workbook lists them |
/// | 填报进度 | none | counts what the other sheets hold, and is not read |
/// | 预填 | ``TemplatePrefill`` | a cell that still holds what it was sent out with says nothing, and a blank neither |
package enum TemplateLayout {
    /// Changes whenever a sheet or a heading does that was there; a further sheet is missed by nobody.
    package static let version = "4"

    package static let cover = "封面"
    package static let figures = "观测点"
    package static let funds = "经费"
    package static let policies = "政策文件"
    package static let incidents = "事件"
    package static let members = "成员单位"
    package static let evidence = "佐证材料"
    package static let documents = "材料登记"
    package static let workPlans = "年度工作计划"
    package static let tasks = "任务"
    package static let quarters = "季度数"
    /// Counts by formulas what is filled in.
    package static let progress = "填报进度"
    /// Hidden: what the cells of the other sheets held when the workbook was sent out.
    package static let prefill = "预填"

    package static let author = "市域产教联合体年度监测"

    /// Where the sources of funds come from: the rows of the ministry's form (推荐书，运行经费来源).
    package static let payers = ["牵头单位负担", "政府核拨", "其他成员负担", "其他途径"]
    package static let memberKinds = ["中职学校", "高职院校（含职教本科）", "普通本科学校", "政府部门", "企业", "科研机构", "其他"]
    package static let memberRoles = ["牵头学校", "牵头企业", "园区管委会", "成员"]

    /// The categories and roles of members of a kind of consortium, as its documents name them.
    package static func memberKinds(of kind: ConsortiumKind) -> [String] {
        kind == .industry ? ["行业组织"] + memberKinds : memberKinds
    }

    package static func memberRoles(of kind: ConsortiumKind) -> [String] {
        kind == .industry ? ["牵头企业", "牵头高等学校", "牵头职业学校", "参与单位"] : memberRoles
    }

    package static let yes = "是"
    package static let no = "否"
    package static let notApplicable = "不适用"
    /// Takes a figure back that was reported earlier.
    package static let withdrawn = "撤回"

    /// How many rows of a register have frames, and down to which row cells are checked as they are filled in.
    package static let framedRows = 30
    package static let checkedRows = 2_000
}
