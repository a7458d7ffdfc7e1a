internal import Spreadsheet
internal import Standards

/// How the yearly workbook is laid out: what its sheets are called and headed. The headings are those that
/// ``FormHeader`` knows, so a filled workbook is read like any other table, whatever its sheets are called then:
///
/// | sheet | form | what becomes of it |
/// |---|---|---|
/// | 封面 | ``TemplateCover`` | whose figures these are, of which year, by which edition; stands in for 联合体编号 |
/// | 观测点 | `figures` | `2025年实际` an actual figure of 2025, `2026年承诺` a committed one of 2026; a blank is a missing \
/// figure in the year reported on and nothing elsewhere; 佐证材料 belongs to that year, 更正理由 to all |
/// | 经费 | `funds` | the sum over 经费来源: `2025年到位` of 专项 (日常) is what the fund received, `2026年计划` what is \
/// planned for 2026, where 观测点 does not say |
/// | 政策文件 | `policies` | entries of the register of policies |
/// | 事件 | `incidents` | entries of the register of incidents, of the consortium on the cover |
/// | 佐证材料 | `evidence` | evidence of figures whose own cell is blank |
/// | 成员单位 | `members` | fields of the form `members`, a row a unit; the next workbook lists them |
enum TemplateLayout {
    /// Changes whenever a sheet or a heading does.
    static let version = "1"

    static let cover = "封面"
    static let figures = "观测点"
    static let funds = "经费"
    static let policies = "政策文件"
    static let incidents = "事件"
    static let members = "成员单位"
    static let evidence = "佐证材料"

    static let author = "市域产教联合体年度监测"

    /// Where the sources of funds come from: the rows of the ministry's form (推荐书，运行经费来源).
    static let payers = ["牵头单位负担", "政府核拨", "其他成员负担", "其他途径"]
    static let memberKinds = ["中职学校", "高职院校（含职教本科）", "普通本科学校", "政府部门", "企业", "科研机构", "其他"]
    static let memberRoles = ["牵头学校", "牵头企业", "园区管委会", "成员"]

    static let yes = "是"
    static let no = "否"
    static let notApplicable = "不适用"

    /// How many rows of a register have frames, and down to which row cells are checked as they are filled in.
    static let framedRows = 30
    static let checkedRows = 2_000
}

/// The looks of the yearly workbook. What is to be filled in is white, all else has a colour.
enum TemplateStyle {
    static let plain = CellFormat().with {
        $0.hasBorder = true
        $0.wraps = true
    }
    static let note = CellFormat().with {
        $0.wraps = true
        $0.isAtTop = true
    }
    static let title = CellFormat().with {
        $0.isBold = true
        $0.fontSize = 18
        $0.alignment = .center
    }
    static let header = plain.with {
        $0.isBold = true
        $0.alignment = .center
        $0.fontColour = 0xFFFFFF
        $0.fill = 0x1F4E79
    }
    /// The header of a column that is to be filled in.
    static let inputHeader = header.with { $0.fill = 0xC55A11 }
    static let goal = plain.with {
        $0.isBold = true
        $0.fontSize = 11
        $0.fill = 0xBDD7EE
    }
    static let row = plain.with {
        $0.fill = 0xDDEBF7
        $0.fontColour = 0x404040
        $0.fontSize = 9
    }
    static let label = plain.with {
        $0.isBold = true
        $0.fill = 0xDDEBF7
    }
    static let small = plain.with { $0.fontSize = 9 }
    static let code = plain.with { $0.alignment = .center }
    /// What was reported before.
    static let known = plain.with {
        $0.fill = 0xE7E6E6
        $0.fontColour = 0x595959
        $0.alignment = .right
    }
    static let input = plain.with { $0.isLocked = false }
    static let link = plain.with { $0.fontColour = 0x0563C1 }
    static let date = input.with {
        $0.numberFormat = "yyyy-mm-dd"
        $0.alignment = .center
    }
    static let amount = input.with {
        $0.numberFormat = "#,##0.00"
        $0.alignment = .right
    }
    static let total = known.with {
        $0.numberFormat = "#,##0.00"
        $0.isBold = true
    }

    /// The cell that a figure of `indicator` is to be filled in.
    static func input(for indicator: Indicator) -> CellFormat {
        switch indicator.kind {
        case .boolean, .choice: input.with { $0.alignment = .center }
        case .text: input
        case .amount: amount
        // In the general format 30% typed stays a percentage, and half an hour is not shown as a whole one.
        case .percent: input.with { $0.alignment = .right }
        case .count, .rank:
            input.with {
                $0.alignment = .right
                if !indicator.isDivisible { $0.numberFormat = "#,##0" }
            }
        }
    }
}
