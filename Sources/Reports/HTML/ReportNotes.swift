import Assessment
import Standards

/// How to read the report: outcomes, the verdict table with its basis, the sources.
struct ReportNotes {
    let model: ReportModel

    var html: HTML {
        """
        <dl class="notes">
        <dt>结果</dt><dd>\(outcomes)</dd>
        <dt>缺失</dt><dd>没有填报的数据是“缺失”，不当作 0，也不当作“否”。凭现有数据不能判断的，如实写“数据不足”，并列出补报哪些数据就能判断。</dd>
        <dt>依据</dt><dd>\(Chip.html(RuleBasis.clause))表示文件原文有此规定；\(Chip.html(RuleBasis.convention))\
        表示原文没有给出办法或数值，由本系统约定，各省可以调整。</dd>
        <dt>来文</dt><dd><ul>\(documents)</ul></dd>
        </dl>
        <h3>综合结论判定表<small>每种状态一张，自上而下，第一行成立的为结论</small></h3>
        \(tables)
        """
    }

    private var tables: [HTML] {
        model.edition.verdicts.tables.map { table in
            "<h4>\(table.standing.title)</h4>\(VerdictRows(table: table, chosen: nil).html)"
        }
    }

    private var outcomes: HTML {
        let meanings: [(ClauseOutcome, String)] = [
            (.triggered, "条款的情形成立；经有权部门豁免的，两者并列"),
            (.suspected, "有迹象，须由专家或主管部门认定"),
            (.undetermined, "缺少数据，不能判断"),
            (.warning, "本年已出现，再延续即触发"),
            (.clear, "没有出现条款所说的情形"),
            (.notApplicable, "条款对该联合体尚不适用，或不再适用"),
        ]
        return meanings.map { "\(Chip.html($0.0)) \($0.1)" as HTML }.joined(separator: "；") + "。"
    }

    private var documents: [HTML] {
        model.edition.documents.map { document in
            let details = [document.issuer, document.number, document.date].compactMap { $0 }
            return "<li>《\(document.title)》\(details.isEmpty ? "" : "（\(details.joined(separator: "，"))）")</li>"
        }
    }
}

/// The verdict table as people read it, the row that held marked.
struct VerdictRows {
    let table: VerdictTable
    /// 1-based.
    let chosen: Int?

    var html: HTML {
        let rows: [HTML] = table.rows.enumerated().map { index, row in
            let isChosen = chosen == index + 1
            return """
                <tr\(isChosen ? " class=\"chosen\" aria-current=\"true\"" : "" as HTML)>\
                <td class="number">\(index + 1)</td><td>\(condition(of: row))</td>\
                <th scope="row">\(row.title)\(isChosen ? "<small>本结论</small>" : "" as HTML)</th>\
                <td>\(Chip.html(row.basis)) \(row.reference)</td></tr>

                """
        }
        return """
            <table class="plain verdict-rows"><thead><tr><th scope="col" class="number fit">行</th>\
            <th scope="col">条件</th><th scope="col">结论</th><th scope="col">依据</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    /// The conditions that the row looks at, in words where the table has words for them.
    private func condition(of row: VerdictTable.Row) -> HTML {
        let conditions: [HTML] = zip(table.inputs, row.cells).compactMap { input, cell in
            switch cell.text {
            case "-", "": nil
            case "true": "\(input.name)"
            case "false": "不是\(input.name)"
            default: "\(input.name) \(cell.text)"
            }
        }
        return conditions.isEmpty ? "以上各行都不成立" : conditions.joined(separator: "，且")
    }
}
