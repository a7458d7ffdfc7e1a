import Assessment
import Standards

/// All consortia a row each, in two orders that a reader changes without script: by province, and by gravity.
struct ConsortiumTable {
    let model: ReportModel
    private let clauses: [Clause]
    private let revocations: [Clause]
    private let workPlans: [Clause]
    private let summaries: [AssessmentSummary]
    /// Those that have a row: the gravest.
    private let listed: [AssessmentSummary]

    init(model: ReportModel, summaries: [AssessmentSummary]) {
        self.model = model
        clauses = model.clauses(of: .negative)
        revocations = model.clauses(of: .revocation)
        workPlans = model.clauses(of: .workPlan)
        self.summaries = summaries
        listed = Array(summaries.sorted(by: AssessmentSummary.isGraver).prefix(ListCap.rows))
    }

    var html: HTML {
        """
        \(cap)<div class="views">
        <input type="radio" name="view" id="by-province" checked><label for="by-province">按省份</label>
        <input type="radio" name="view" id="by-gravity"><label for="by-gravity">按轻重</label>
        <div class="scroll view-province">\(table(provinceGroups))</div>
        <div class="scroll view-gravity">\(table(gravityGroup))</div>
        </div>
        <p class="note">每组按情形由重到轻排列。\(ClauseOutcome.legend)；待补数＝另有情形因缺数据尚不能判断。\
        完整率＝已报观测点÷应报观测点。点击名称查看档案。</p>

        """
    }

    private var cap: HTML {
        ListCap.note(of: summaries.count, counted: "家", whole: "同一目录的 \(HTMLReport.consortiaPath)").map { note in
            "<p class=\"note\">\(note)列出的是情形最重的。</p>\n"
        } ?? .empty
    }

    private var provinceGroups: [HTML] {
        let listed = Dictionary(grouping: listed, by: \.consortium.province)
        return Dictionary(grouping: summaries, by: \.consortium.province)
            .sorted { $0.key < $1.key }
            .map { province, members in
                let timeliness = Timeliness(members.compactMap { model.submissionsByConsortium[$0.consortium.id] })
                let rows = listed[province, default: []].map { row($0, showsProvince: false) }
                return """
                    <tbody><tr class="group"><th scope="rowgroup" colspan="\(columnCount)">\
                    \(model.regions[province]) <span>\(members.count)家，按时报送\(timeliness.onTime)/\
                    \(timeliness.expected)</span></th></tr>
                    \(rows)</tbody>

                    """
            }
    }

    private var gravityGroup: [HTML] {
        let rows = listed.map { row($0, showsProvince: true) }
        return ["<tbody>\(rows)</tbody>"]
    }

    private var columnCount: Int { clauses.count + 5 + [revocations, workPlans].count { !$0.isEmpty } }

    private func table(_ groups: [HTML]) -> HTML {
        let columns: [HTML] = clauses.map { clause in
            "<th scope=\"col\" class=\"clause\"><abbr title=\"\(clause.title)\">\(clause.code)</abbr></th>"
        }
        let revocation: HTML =
            revocations.isEmpty ? .empty : "<th scope=\"col\" class=\"clause\"><abbr title=\"取消资格情形\">取消资格</abbr></th>"
        let workPlan: HTML =
            workPlans.isEmpty ? .empty : "<th scope=\"col\" class=\"clause\"><abbr title=\"年度工作计划\">工作计划</abbr></th>"
        return """
            <table class="consortia"><thead><tr><th scope="col">联合体</th><th scope="col">结论</th>\(columns)\
            \(revocation)\(workPlan)<th scope="col" class="number">完整率</th><th scope="col">报送</th>\
            <th scope="col">整改措施</th></tr></thead>
            \(groups)</table>
            """
    }

    private func row(_ summary: AssessmentSummary, showsProvince: Bool) -> HTML {
        let consortium = summary.consortium
        let cells: [HTML] = clauses.map { clause in
            "<td class=\"clause\">\(summary[clause.code].map(Chip.short) ?? "")</td>"
        }
        let province = model.regions.names(of: [consortium.province])
        let place = model.regions.names(of: [consortium.province, consortium.prefecture])
            .dropFirst(showsProvince ? 0 : province.count)
        let submission = model.submissionsByConsortium[consortium.id].map { Chip.html($0) } ?? "\(Figures.none)"
        return """
            <tr><th scope="row"><a href="\(PageName(consortium: consortium.id).address)">\(consortium.name)</a>\
            <small>\(([consortium.id] + place).joined(separator: " · "))</small></th>\
            <td>\(Chip.html(summary.verdict))</td>\(cells)\
            \(cell(summary, of: .revocation, revocations))\(cell(summary, of: .workPlan, workPlans))\
            <td class="number">\(Figures.percent(summary.verdict.summary.completeness))</td>\
            <td>\(submission)</td><td class="remedies">\(Measures.list(summary.measures))</td></tr>

            """
    }

    /// All clauses of a list in one cell.
    private func cell(_ summary: AssessmentSummary, of list: ClauseList, _ clauses: [Clause]) -> HTML {
        guard !clauses.isEmpty else { return .empty }
        return "<td class=\"clause\">\(summary.gravest(of: list).map(Chip.short) ?? "")</td>"
    }
}
