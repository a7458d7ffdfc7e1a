internal import FEEL
internal import Spreadsheet
internal import Standards

extension ReviewSheet {
    /// Whose workbook it is, how it is filled in, and how far each consortium's cases have come.
    func writeGuide(_ sheet: SheetWriter) {
        for (index, width) in Self.widths.enumerated() { sheet.setWidth(width, ofColumns: (index + 1)...(index + 1)) }
        func merged(_ row: Int) -> CellRange { CellRange(first: .at(1, row), last: .at(5, row)) }
        sheet.write(title, merging: merged(1), TemplateStyle.title)
        sheet.setHeight(42, ofRow: 1)
        var row = 3
        for (name, value) in facts {
            sheet.write(name, at: .at(1, row), TemplateStyle.label)
            sheet.write(value, merging: CellRange(first: .at(2, row), last: .at(5, row)), TemplateStyle.plain)
            sheet.setHeight(max(20, SheetWriter.height(of: value, width: 62)), ofRow: row)
            row += 1
        }
        row += 1
        sheet.write("怎么填", merging: merged(row), TemplateStyle.goal)
        sheet.setHeight(22, ofRow: row)
        for line in instructions {
            row += 1
            sheet.write(line, merging: merged(row), TemplateStyle.note)
            sheet.setHeight(SheetWriter.height(of: line, width: Self.widths.reduce(0, +)) + 3, ofRow: row)
        }
        row += 2
        for (index, title) in ["各联合体的案件", "件数", "已填", "最早期限", "在认定表第几行"].enumerated() {
            sheet.write(title, at: .at(index + 1, row), TemplateStyle.header)
        }
        sheet.setHeight(24, ofRow: row)
        for (consortium, lines) in consortia {
            row += 1
            write(consortium, lines, sheet, row)
        }
        sheet.protect()
        sheet.hideGridlines()
        sheet.setTabColour(0x1F4E79)
        sheet.setPrint(isLandscape: false, title: title)
    }

    private static let widths: [Double] = [44, 9, 9, 14, 18]

    private func write(_ consortium: Consortium, _ lines: Range<Int>, _ sheet: SheetWriter, _ row: Int) {
        let (first, last) = (line(of: lines.lowerBound), line(of: lines.upperBound - 1))
        let progress = CellAddress.letters(of: ReviewColumn.number("caseProgress"))
        sheet.write(
            "\(consortium.id) \(consortium.name)", linkingTo: .at(ReviewColumn.number("decision"), first),
            inSheet: Self.table, at: .at(1, row), TemplateStyle.link)
        sheet.write(Double(lines.count { rows[$0].subject == nil }), at: .at(2, row), TemplateStyle.code)
        sheet.write(
            formula: "=COUNTIF('\(Self.table)'!\(progress)\(first):\(progress)\(last),\"\(Self.complete)\")", value: 0,
            at: .at(3, row), TemplateStyle.code)
        let format = TemplateStyle.code.with { $0.numberFormat = "yyyy-mm-dd" }
        if let due = lines.compactMap({ rows[$0].due }).min() {
            sheet.write(year: due.year, month: due.month, day: due.day, at: .at(4, row), format)
        } else {
            sheet.write("", at: .at(4, row), format)
        }
        sheet.write(first == last ? "\(first)" : "\(first)—\(last)", at: .at(5, row), TemplateStyle.code)
        sheet.setHeight(max(20, SheetWriter.height(of: "\(consortium.id) \(consortium.name)", width: 46)), ofRow: row)
    }

    private var facts: [(String, String)] {
        let whose = [head.reviewer, head.role].filter { !$0.isEmpty }.joined(separator: "，")
        let cases = rows.count { $0.subject == nil }
        let parts = rows.count - cases
        let facts = [
            ("认定人", whose.isEmpty ? "由填写人写明" : whose), ("地区", head.region.isEmpty ? "全国" : head.region),
            ("案件", "\(consortia.count)家，\(cases)件\(parts == 0 ? "" : "，其中可逐项认定的\(parts)项")"),
            ("数据截至", head.day.inChinese), ("依据", "《\(head.edition.title)》\(head.edition.version)"),
        ]
        return facts + (head.logHead.map { [("日志头", $0)] } ?? [])
    }

    private var instructions: [String] {
        var lines = [
            "在“\(Self.table)”表填写，一行一件。只有白色格子可填：认定、认定人、认定日期、理由、佐证材料。其余格子已锁定，请勿改动、移动。",
            "“认定”从列表中选择，列出的是职责范围内可作的认定。暂不认定的，整行留空，不产生任何效力。",
            "作出认定的，认定人、认定日期、理由缺一不可。“填写情况”一列显示“已填”即为齐全。豁免须两人共同作出，认定人写成“甲、乙”。",
            "案件之下另列“其中一项”的，可以逐项认定：认定某一事件、某一疑点是否属实，对各年度都算。整案一并认定的，填案件所在的一行，各项不必再填。",
            "几家共有的数据疑点是同一案件，只在编号在前的一家列出，认定对各家都算。",
            "“事实和依据”列出要点、数据所在的文件和［单元格］，以及此前的认定；全部依据见监测报告的认定书。",
            "认定只对本表所列的数据作出。本表生成以后数据有变动的，该项认定照样收下，但暂停生效，须对变动后的数据重新认定。",
            "认定一经报送即留存，不能删改。有误的，另作撤销认定：consortium-monitor review withdraw 认定编号。同意调整计划也用 review 命令。",
            "可按联合体、条款、状态、期限筛选。打印用A4横向，表头每页重复。",
        ]
        if head.isSigned {
            lines.append(
                "人员名单登记了\(head.reviewer)的公钥，认定须签名：填好后执行 consortium-monitor review sign 认定表.xlsx --identity 密钥文件 -o 认定-已签名.csv，报送签名后的文件。"
            )
        }
        return lines + ["填好保存为xlsx，放入主管部门的登记表收件目录，或执行：\(head.command)"]
    }
}
