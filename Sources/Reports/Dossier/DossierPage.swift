import Assessment
internal import Review
import Standards

/// One consortium on one page, from the verdict down to the cells it rests on: what a reviewer opens, and prints.
struct DossierPage {
    let model: ReportModel
    let assessment: ConsortiumAssessment
    let findings: [ReportFinding]

    private var consortium: Consortium { assessment.consortium }

    var head: PageShell.Head {
        PageShell.Head(
            title: "\(consortium.name) · \(model.year)年度监测档案", series: "\(model.year)年度\(consortium.kind.title)监测档案",
            heading: consortium.name,
            facts: [
                ("编号", consortium.id), ("数据状态", model.dataState.title), ("数据截至", Dates.chinese(model.asOf)),
                ("依据", model.edition.title),
            ],
            kind: "dossier", back: ("../index.html", "返回\(model.year)年度总览"))
    }

    var body: HTML { model.edition.judges ? judgedBody : monitoringBody }

    private var judgedBody: HTML {
        """
        \(verdict)
        \(facts)
        \(rating)<section aria-labelledby="negative"><h2 id="negative">一、否定性指标</h2>
        \(clauses(of: .negative))</section>
        <section aria-labelledby="revocation"><h2 id="revocation">二、取消资格情形</h2>
        \(clauses(of: .revocation))</section>
        <section aria-labelledby="acceptance"><h2 id="acceptance">三、验收核查</h2>
        \(AcceptanceTables(edition: model.edition, assessment: assessment).html)</section>
        <section class="wide" aria-labelledby="trends"><h2 id="trends">四、发展趋势</h2>
        \(TrendTable(model: model, assessment: assessment).html)\(QuarterTable(checks: assessment.quarters).html)</section>
        <section aria-labelledby="credibility"><h2 id="credibility">五、数据疑点</h2>
        \(signals)</section>
        <section aria-labelledby="findings"><h2 id="findings">六、数据提示</h2>
        \(FindingTables(model: model).dossier(findings))</section>
        <section aria-labelledby="verdict-table"><h2 id="verdict-table">七、结论的判定依据</h2>
        \(verdictRows)</section>
        <section aria-labelledby="work-plan"><h2 id="work-plan">八、年度工作计划</h2>
        \(workPlans)</section>
        <section aria-labelledby="tasks"><h2 id="tasks">九、任务台账</h2>
        \(TaskTable(tasks: assessment.tasks).html)</section>
        <section aria-labelledby="evaluations"><h2 id="evaluations">十、多方评价</h2>
        \(EvaluationTable(checks: assessment.evaluations).html)</section>\(programme)
        """
    }

    private var workPlans: HTML {
        guard !(assessment.filings.isEmpty && assessment.workPlans.isEmpty) else {
            return "<p>本标准没有要求报送年度工作计划。</p>"
        }
        return """
            \(clauses(of: .workPlan))\(WorkPlanTables(plans: assessment.workPlans).html)\
            \(FilingTable(assessment: assessment).html)
            """
    }

    /// What ends with the title, and under which standard and whose overlay the page was made.
    private var programme: HTML {
        guard let programme = model.programme else { return .empty }
        let supports = SupportTable(model: model, programme: programme, assessment: assessment).html
        let withdrawn: HTML =
            supports.isEmpty
            ? .empty
            : """
            <section aria-labelledby="supports"><h2 id="supports">十一、取消资格后停止的支持</h2>
            \(supports)</section>

            """
        return """

            \(withdrawn)<section aria-labelledby="applied">\
            <h2 id="applied">\(supports.isEmpty ? "十一" : "十二")、适用的标准和省级要求</h2>
            \(AppliedStandard(model: model, programme: programme, assessment: assessment).html)</section>
            """
    }

    private var rating: HTML {
        assessment.rating.map { RatingSection(model: model, consortium: consortium, rating: $0).html } ?? .empty
    }

    // MARK: - Verdict

    /// The edition whose table gave the verdict.
    private var judging: Edition { assessment.rating?.edition ?? model.edition }

    private var verdict: HTML {
        let verdict = assessment.verdict
        let rows = judging.verdicts.table(for: verdict.standing)?.rows ?? []
        let chosen = rows.indices.contains(verdict.row - 1) ? rows[verdict.row - 1] : nil
        let basis: HTML =
            chosen.map {
                """
                <p class="basis-line"><a href="#verdict-table">判定表第\(verdict.row)行</a> \
                \(Chip.html($0.basis)) \($0.reference)</p>

                """
            } ?? .empty
        return """
            <section class="conclusion \(verdict.tone.rawValue)" aria-labelledby="conclusion">
            <h2 id="conclusion"><small>综合结论</small>\(verdict.title)</h2>
            <p>\(verdict.text)</p>
            \(basis)\(FragilityLine(fragility: assessment.fragilities?.verdict).html)\(clauseStrip)
            </section>

            """
    }

    private var verdictRows: HTML {
        let verdict = assessment.verdict
        guard let table = judging.verdicts.table(for: verdict.standing) else {
            return "<p>本标准没有为“\(verdict.standing.title)”状态规定判定办法，不作结论。</p>"
        }
        guard !table.rows.isEmpty else { return VerdictRows(table: table, chosen: nil).html }
        return """
            <p>该联合体年末状态为“\(verdict.standing.title)”，\(under)适用下表；自上而下，首个成立的一行即为结论。</p>
            \(VerdictRows(table: table, chosen: verdict.row).html)\(norms)
            """
    }

    private var under: String {
        assessment.rating.map { "按《\($0.edition.title)》评议，" } ?? ""
    }

    private var norms: HTML {
        model.norms.map { DecidingNorms(coverage: $0, assessment: assessment).html } ?? .empty
    }

    private var clauseStrip: HTML {
        let items: [HTML] = assessment.clauses.map { check in
            """
            <li><a href="#\(Self.anchor(check.clause))">\(check.clause.code)</a> \
            \(Chip.html(check))</li>

            """
        }
        return items.isEmpty ? .empty : "<ul class=\"strip\" aria-label=\"各条款结果\">\(items)</ul>"
    }

    static func anchor(_ clause: Clause) -> String { "clause-\(clause.code)" }

    // MARK: - Facts

    var facts: HTML {
        let summary = assessment.verdict.summary
        let parks = consortium.parks(model.regions)
        let park =
            parks.count > 1
            ? "一区多园：" + parks.map { "\($0.name)（\($0.level)，\(model.regions[$0.region])）" }.joined(separator: "、")
            : [consortium.park, consortium.parkLevel].filter { !$0.isEmpty }.joined(separator: "，")
        let place = model.regions.names(of: [consortium.province, consortium.prefecture] + consortium.otherRegions)
        let predecessors = consortium.predecessors.joined(separator: "、")
        let facts: [(String, String)] = [
            ("类型", consortium.kind.title), ("所在地", place.joined(separator: " ")),
            ("产业园区", park), ("牵头学校", consortium.leadSchool), ("牵头企业", consortium.leadEnterprise),
            ("批次", consortium.cohort), ("状态", assessment.verdict.standing.title),
            ("认定日期", Dates.chinese(consortium.designatedOn)), ("报送", submission),
            (
                "完整率",
                "\(Figures.percent(summary.completeness))（\(summary.reportedPoints)/\(summary.applicablePoints)个观测点）"
            ),
        ]
        let criteria =
            model.edition.judges
            ? [
                ("基础性指标", "\(summary.basicCriteriaMet)/\(summary.basicCriteria)项三级指标达标"),
                ("实质性指标", "\(summary.substantiveCriteriaMet)/\(summary.substantiveCriteria)项三级指标达标"),
            ] : []
        // Its figures are not added up; its page shows them.
        let origin = predecessors.isEmpty ? [] : [("前身", "\(predecessors)，历年数据见其监测档案，不合并计算")]
        // What the standard of communities does not know is not shown of them.
        let unknown = model.edition.judges ? [] : ["产业园区", "批次", "状态"]
        let shown = (facts + criteria + origin).filter { !unknown.contains($0.0) }
        let items: [HTML] = shown.map { name, value in
            "<div><dt>\(name)</dt><dd>\(value.isEmpty ? Figures.none : value)</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(items)</dl>\n"
    }

    private var submission: String {
        guard let record = model.submissionsByConsortium[consortium.id] else {
            return Figures.none
        }
        let came = record.state == .partial ? "起收到" : "收到"
        let received = record.receivedOn.map { "，\(Dates.chinese($0))\(came)" } ?? ""
        return record.title + received + (record.daysLate.map { "，迟报\($0)天" } ?? "")
    }

    // MARK: - Clauses and signals

    private func clauses(of list: ClauseList) -> HTML {
        let checks = assessment.clauses.filter { $0.clause.list == list }
        guard !checks.isEmpty else { return "<p>本标准没有这类条款。</p>" }
        let cases = Dictionary(grouping: model.cases(of: assessment), by: \.clause.code)
        return checks.map { check in
            ClauseArticle(
                check: check, document: model.edition.document(check.clause.document), model: model,
                cases: cases[check.clause.code] ?? []
            ).html
        }.joined()
    }

    private var signals: HTML {
        guard !assessment.signals.isEmpty else { return "<p>没有发现数据疑点。</p>" }
        let rows: [HTML] = assessment.signals.map { signal in
            """
            <tr><td>\(Chip.html(signal.grade))</td><th scope="row">\(signal.kind.title)</th>\
            <td class="number">\(signal.year.value)</td><td>\(signal.text)</td>\
            <td>\(signal.affects.isEmpty ? Figures.none : signal.affects.joined(separator: "、"))</td>\
            <td class="source">\(EvidenceList.sources(signal.because))</td></tr>

            """
        }
        return """
            <p class="note">重大疑点须由专家认定是否属实，认定前有关条款列为疑似；一般疑点只作提示，不影响结论。</p>
            <table class="plain"><thead><tr><th scope="col" class="fit">程度</th><th scope="col">疑点</th>\
            <th scope="col" class="number">年度</th><th scope="col">内容</th><th scope="col">涉及条款</th>\
            <th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
