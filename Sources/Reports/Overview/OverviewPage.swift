import Assessment
import Standards

/// The national overview: how many stand where, who is in danger and what would save them, who is late.
struct OverviewPage {
    let model: ReportModel
    let summaries: [AssessmentSummary]

    var head: PageShell.Head {
        let kind = model.edition.kind.title
        return PageShell.Head(
            title: "\(model.year)年度\(kind)监测总览", series: "产教联合体年度监测", heading: "\(model.year)年度\(kind)监测总览",
            facts: [
                ("数据状态", model.dataState.title), ("数据截至", Dates.chinese(model.asOf)),
                (model.edition.kind.shortTitle, "\(summaries.count)家"), ("依据", model.edition.title),
            ],
            kind: "overview", back: nil)
    }

    var body: HTML {
        model.edition.judges ? judgedBody : MonitoringOverview(model: model, summaries: summaries).html
    }

    private var judgedBody: HTML {
        """
        \(lead)
        <div class="pair">
        <section aria-labelledby="verdicts"><h2 id="verdicts">一、综合结论</h2>
        \(verdictBar)\(verdictTable)</section>
        <section aria-labelledby="clauses"><h2 id="clauses">二、否定性指标</h2>
        \(clauseTable)</section>
        </div>
        <section aria-labelledby="list"><h2 id="list">三、各联合体情况</h2>
        \(ConsortiumTable(model: model, summaries: summaries).html)\(unjudged)</section>
        <section aria-labelledby="timeliness"><h2 id="timeliness">四、报送情况</h2>
        \(TimelinessTables(model: model).html)</section>
        <section aria-labelledby="findings"><h2 id="findings">五、数据提示</h2>
        \(FindingTables(model: model).overview(judged: Set(summaries.map(\.consortium.id))))</section>
        \(programme)<section aria-labelledby="notes"><h2 id="notes">\(model.programme == nil ? "六" : "七")、说明</h2>
        \(ReportNotes(model: model).html)</section>
        """
    }

    private var programme: HTML {
        guard let programme = model.programme else { return .empty }
        return """
            <section aria-labelledby="programme"><h2 id="programme">六、建设进度和名额</h2>
            \(ProgrammeSection(programme: programme, model: model).html)</section>

            """
    }

    // MARK: - In a sentence

    private var lead: HTML {
        let timeliness = Timeliness(model.submissions)
        let inDanger = summaries.count {
            $0.verdict.summary.triggered + $0.verdict.summary.openCases > 0
        }
        let toBeDecided = summaries.count { $0.outcomes.contains { $0.outcome == .suspected } }
        let warned = summaries.count { $0.outcomes.contains { $0.outcome == .warning } }
        let figures: [(String, String, String)] = [
            ("\(summaries.count)", "家", "参加监测的联合体"),
            ("\(inDanger)", "家", "有已触发条款且未获豁免，含往年未结案件"),
            ("\(toBeDecided)", "家", "有疑似情形，待认定"),
            ("\(warned)", "家", "有预警情形，尚未触发"),
            (Figures.percent(timeliness.share), "", "按时报送，应报\(timeliness.expected)家"),
        ]
        return """
            <p class="lead">本页汇总\(model.year.description)年度各联合体的报送、否定性指标、验收核查和综合结论，\
            每家另有一份档案，逐条列出结论的条款依据和数据出处。\(dataStateNote)</p>
            <ul class="figures">
            \(figures.map { "<li><strong>\($0.0)<small>\($0.1)</small></strong><span>\($0.2)</span></li>\n" as HTML })</ul>
            \(pending)
            """
    }

    /// The way to the cases that somebody has to see to.
    private var pending: HTML {
        guard model.calendar != nil else { return .empty }
        let open = JointCase.open(of: summaries)
        let overdue = open.count(where: \.isOverdue)
        return """
            <p><a href="\(HTMLReport.pendingPath)">待认定清单</a>：未结案件\(open.count)件\
            \(overdue == 0 ? "" : "，其中逾期\(overdue)件")，按地区列出，每件有认定书可以打印签署。</p>

            """
    }

    private var dataStateNote: String {
        switch model.dataState {
        case .provisional: "报送尚未截止，数据为暂定，结论可能随数据更正而变化。"
        case .final: "报送已经截止，数据为终稿。"
        }
    }

    /// Consortia of another kind, for which there is no edition yet.
    private var unjudged: HTML {
        guard !model.unjudged.isEmpty else { return .empty }
        let rows: [HTML] = model.unjudged.prefix(ListCap.rows).map { consortium in
            """
            <tr><th scope="row">\(consortium.name)<small>\(consortium.id) · \(model.regions[consortium.province])</small></th>\
            <td>\(consortium.kind.title)</td><td>尚无适用标准，未作评定</td></tr>

            """
        }
        return """
            <h3>尚无适用标准的单位<small>\(model.unjudged.count)家</small></h3>
            \(ListCap.paragraph(of: model.unjudged.count, whole: " status --format json"))\
            <table class="plain"><thead><tr><th scope="col">名称</th><th scope="col">类型</th>\
            <th scope="col">情况</th></tr></thead><tbody>\(rows)</tbody></table>

            """
    }

    // MARK: - Verdicts

    /// The verdicts of all tables with how many consortia have them, the gravest first; last those that get none.
    private var verdictCounts: [(tone: VerdictTone, title: String, count: Int)] {
        var counts: [String: Int] = [:]
        // Those that are rated under another edition have a verdict of that.
        var rated: [String: (tone: VerdictTone, title: String, count: Int)] = [:]
        for summary in summaries {
            let verdict = summary.verdict
            if verdict.edition == nil {
                counts[verdict.id, default: 0] += 1
            } else {
                rated[verdict.id, default: (verdict.tone, verdict.title, 0)].count += 1
            }
        }
        var rows = model.edition.verdicts.rows.map { row in
            (tone: row.tone, title: row.title, count: counts.removeValue(forKey: row.verdict) ?? 0)
        }
        for (_, verdict) in rated.sorted(by: { $0.key < $1.key }) {
            rows.append((tone: verdict.tone, title: "申报：\(verdict.title)", count: verdict.count))
        }
        let others = counts.values.reduce(0, +)
        return rows.sorted { $0.tone < $1.tone }
            + (others == 0 ? [] : [(tone: .other, title: "只列入名单，不作结论", count: others)])
    }

    private var verdictBar: HTML {
        let total = max(1, summaries.count)
        var start = 0.0
        let bars: [HTML] = verdictCounts.filter { $0.count > 0 }.map { verdict in
            let width = 1000 * Double(verdict.count) / Double(total)
            defer { start += width }
            return """
                <rect class="\(verdict.tone.rawValue)" x="\(Figures.decimal(start, places: 1))" y="0" \
                width="\(Figures.decimal(width, places: 1))" height="20"><title>\(verdict.title) \
                \(verdict.count)家</title></rect>
                """
        }
        let spoken = verdictCounts.map { "\($0.title)\($0.count)家" }.joined(separator: "；")
        return """
            <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="\(spoken)">\
            \(bars)</svg>

            """
    }

    private var verdictTable: HTML {
        let rows: [HTML] = verdictCounts.map { verdict in
            """
            <tr><th scope="row"><span class="key \(verdict.tone.rawValue)" aria-hidden="true"></span>\
            \(verdict.title)</th><td class="number">\(verdict.count)</td>\
            <td class="number">\(share(verdict.count))</td></tr>

            """
        }
        return """
            <table class="plain"><thead><tr><th scope="col">结论</th><th scope="col" class="number">家数</th>\
            <th scope="col" class="number">占比</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private func share(_ count: Int) -> String {
        summaries.isEmpty ? Figures.none : Figures.percent(Double(count) / Double(summaries.count))
    }

    // MARK: - Clauses

    private var clauseTable: HTML {
        let columns: [HTML] = ClauseOutcome.allCases.map { "<th scope=\"col\" class=\"number\">\($0.shortTitle)</th>" }
        let rows: [HTML] = model.edition.clauses.map { clause in
            let outcomes = summaries.compactMap { $0[clause.code]?.outcome }
            let cells: [HTML] = ClauseOutcome.allCases.map { outcome in
                let count = outcomes.count { $0 == outcome }
                return count == 0
                    ? "<td class=\"number none\">0</td>"
                    : "<td class=\"number count \(outcome.rawValue)\">\(count)</td>"
            }
            return """
                <tr><th scope="row"><b>\(clause.code)</b> \(clause.title)</th>\(cells)</tr>

                """
        }
        return """
            <table class="plain matrix"><thead><tr><th scope="col">条款</th>\(columns)</tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">\(ClauseOutcome.legend)。</p>

            """
    }
}

extension ListCap {
    /// The note as a paragraph of its own; nothing where all are listed.
    static func paragraph(of total: Int, whole: String) -> HTML {
        note(of: total, counted: "家", whole: whole).map { "<p class=\"note\">\($0)</p>\n" } ?? .empty
    }
}
