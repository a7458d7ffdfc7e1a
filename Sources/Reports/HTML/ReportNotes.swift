import Assessment
import FEEL
import Standards

/// How to read the report: outcomes, the verdict table with its basis, the sources.
struct ReportNotes {
    let model: ReportModel

    var html: HTML {
        """
        <dl class="notes">
        <dt>结果</dt><dd>\(outcomes)</dd>
        <dt>缺失</dt><dd>没有填报的数据按缺失处理，不视为0，也不视为“否”。凭现有数据不能判断的，列为“数据不足”，并注明补报哪些数据即可判断。</dd>
        <dt>依据</dt><dd>\(Chip.html(RuleBasis.clause))表示来文原文有此规定；\(Chip.html(RuleBasis.convention))\
        表示来文没有给出办法或数值，暂按所注口径判断，各省可以调整。</dd>
        <dt>来文</dt><dd>\(sources)</dd>
        </dl>
        <h3>综合结论判定表<small>按状态分列；自上而下，首个成立的一行即为结论</small></h3>
        \(tables)
        """
    }

    /// The documents that the edition comes from, and the way to them sentence by sentence.
    var sources: HTML { "<ul>\(documents)</ul>\(norms)" }

    private var tables: [HTML] {
        model.edition.verdicts.tables.map { table in
            "<h4>\(table.standing.title)</h4>\(VerdictRows(table: table, chosen: nil).html)"
        }
    }

    private var outcomes: HTML {
        let meanings: [(ClauseOutcome, String)] = [
            (.triggered, "条款所列情形成立，经有权部门豁免的一并注明"),
            (.suspected, "有线索或迹象，须由专家或主管部门认定"),
            (.undetermined, "缺少数据，不能判断"),
            (.warning, "本年已经出现，但未达到触发条件"),
            (.clear, "没有出现条款所列情形"),
            (.notApplicable, "条款对该联合体尚不适用，或不再适用"),
        ]
        return meanings.map { "\(Chip.html($0.0)) \($0.1)" as HTML }.joined(separator: "；") + "。"
    }

    private var norms: HTML {
        model.norms == nil
            ? .empty : "<p><a href=\"\(HTMLReport.normsPath)\">来文逐句核查情况</a>：每一句由哪些观测点、条款核查，或者为什么没有纳入核查。</p>"
    }

    private var documents: [HTML] {
        model.edition.documents.map { document in
            let details = [document.issuer, document.number, document.date.map(CalendarDate.inChinese)].compactMap {
                $0
            }
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
        guard !table.rows.isEmpty else { return "<p>\(table.listed ?? "不作结论")。</p>" }
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
            case "> 0": "有\(input.name)"
            default: "\(input.name)\(Self.spoken(cell.text))"
            }
        }
        return conditions.isEmpty ? "以上各行均不成立" : conditions.joined(separator: "，且")
    }

    /// A test with words for the signs of FEEL.
    private static func spoken(_ test: String) -> String {
        [(">= ", "不低于"), ("<= ", "不高于"), ("> ", "高于"), ("< ", "低于")]
            .reduce(test) { $0.replacing($1.0, with: $1.1) }
    }
}
