import Assessment
import Standards

/// One consortium on one page, from the verdict down to the cells it rests on: what a reviewer opens, and prints.
struct DossierPage {
    let model: ReportModel
    let assessment: ConsortiumAssessment

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

    var body: HTML {
        """
        \(verdict)
        \(facts)
        <section aria-labelledby="negative"><h2 id="negative">一、否定性指标</h2>
        \(clauses(of: .negative))</section>
        <section aria-labelledby="revocation"><h2 id="revocation">二、取消资格情形</h2>
        \(clauses(of: .revocation))</section>
        <section aria-labelledby="acceptance"><h2 id="acceptance">三、验收核查</h2>
        \(AcceptanceTables(edition: model.edition, assessment: assessment).html)</section>
        <section class="wide" aria-labelledby="trends"><h2 id="trends">四、发展趋势</h2>
        \(TrendTable(model: model, assessment: assessment).html)</section>
        <section aria-labelledby="credibility"><h2 id="credibility">五、数据可信度</h2>
        \(signals)</section>
        <section aria-labelledby="findings"><h2 id="findings">六、数据提示</h2>
        \(FindingTables(model: model).dossier(of: consortium.id))</section>
        <section aria-labelledby="verdict-table"><h2 id="verdict-table">七、结论是怎样得出的</h2>
        <p>下表自上而下，第一行成立的为结论。</p>
        \(verdictRows)</section>
        """
    }

    // MARK: - Verdict

    private var verdict: HTML {
        let verdict = assessment.verdict
        let rows = model.edition.verdicts.table(for: verdict.standing)?.rows ?? []
        let chosen = rows.indices.contains(verdict.row - 1) ? rows[verdict.row - 1] : nil
        let basis: HTML = chosen.map { "\(Chip.html($0.basis)) \($0.reference)" } ?? .empty
        return """
            <section class="conclusion \(verdict.tone.rawValue)" aria-labelledby="conclusion">
            <h2 id="conclusion"><small>综合结论</small>\(verdict.title)</h2>
            <p>\(verdict.text)</p>
            <p class="basis-line"><a href="#verdict-table">判定表第\(verdict.row)行</a> \(basis)</p>
            \(clauseStrip)
            </section>

            """
    }

    private var verdictRows: HTML {
        let verdict = assessment.verdict
        return model.edition.verdicts.table(for: verdict.standing).map { VerdictRows(table: $0, chosen: verdict.row).html }
            ?? "<p>本标准对\(verdict.standing.title)的联合体不作结论。</p>"
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

    private var facts: HTML {
        let summary = assessment.verdict.summary
        let park = [consortium.park, consortium.parkLevel].filter { !$0.isEmpty }.joined(separator: "，")
        let place = [consortium.province, consortium.prefecture].filter { !$0.isEmpty }.map { model.regions[$0] }
        let facts: [(String, String)] = [
            ("类型", consortium.kind.title), ("所在地", place.joined(separator: " ")), ("产业园区", park),
            ("牵头学校", consortium.leadSchool), ("牵头企业", consortium.leadEnterprise), ("批次", consortium.cohort),
            ("状态", assessment.verdict.standing.title), ("认定日期", Dates.chinese(consortium.designatedOn)),
            ("报送", submission),
            (
                "完整率",
                "\(Figures.percent(summary.completeness))（\(summary.reportedPoints)/\(summary.applicablePoints)个观测点）"
            ),
            ("基础性指标", "\(summary.basicCriteriaMet)/\(summary.basicCriteria)项三级指标达标"),
            ("实质性指标", "\(summary.substantiveCriteriaMet)/\(summary.substantiveCriteria)项三级指标达标"),
        ]
        let items: [HTML] = facts.map { name, value in
            "<div><dt>\(name)</dt><dd>\(value.isEmpty ? Figures.none : value)</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(items)</dl>\n"
    }

    private var submission: String {
        guard let record = model.submissionsByConsortium[consortium.id] else {
            return Figures.none
        }
        let received = record.receivedOn.map { "，\(Dates.chinese($0))收到" } ?? ""
        return record.title + received + (record.daysLate.map { "，迟\($0)天" } ?? "")
    }

    // MARK: - Clauses and signals

    private func clauses(of list: ClauseList) -> HTML {
        let checks = assessment.clauses.filter { $0.clause.list == list }
        guard !checks.isEmpty else { return "<p>本标准没有这类条款。</p>" }
        return checks.map { check in
            ClauseArticle(check: check, document: model.edition.document(check.clause.document)).html
        }.joined()
    }

    private var signals: HTML {
        guard !assessment.signals.isEmpty else { return "<p>没有发现可疑的数据。</p>" }
        let rows: [HTML] = assessment.signals.map { signal in
            """
            <tr><td>\(Chip.html(signal.grade))</td><th scope="row">\(signal.kind.title)</th>\
            <td class="number">\(signal.year.value)</td><td>\(signal.text)</td>\
            <td class="source">\(EvidenceList.sources(signal.because))</td></tr>

            """
        }
        return """
            <p class="note">强信号引起16.2的疑似，须由人认定；弱信号只作提示，不影响结论。</p>
            <table class="plain"><thead><tr><th scope="col" class="fit">强弱</th><th scope="col">信号</th>\
            <th scope="col" class="number">年度</th><th scope="col">内容</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
