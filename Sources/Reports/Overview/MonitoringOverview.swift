import Assessment
import Standards

/// The national overview of an edition that does not judge: who sent which document, how far the figures go, who is
/// late.
struct MonitoringOverview {
    let model: ReportModel
    let summaries: [AssessmentSummary]

    private var kinds: [FilingKind] { model.edition.filings.filter { $0.frequency == .year } }
    private var kind: String { model.edition.kind.shortTitle }

    var html: HTML {
        """
        \(lead)
        <section aria-labelledby="documents"><h2 id="documents">一、应报材料</h2>
        \(filingCounts)</section>
        <section aria-labelledby="list"><h2 id="list">二、各\(kind)情况</h2>
        \(list)</section>
        <section aria-labelledby="timeliness"><h2 id="timeliness">三、数据报送情况</h2>
        \(TimelinessTables(model: model).html)</section>
        <section aria-labelledby="findings"><h2 id="findings">四、数据提示</h2>
        \(FindingTables(model: model).overview(judged: Set(summaries.map(\.consortium.id))))</section>
        <section aria-labelledby="notes"><h2 id="notes">五、说明</h2>
        \(notes)</section>
        """
    }

    private var lead: HTML {
        let timeliness = Timeliness(model.submissions)
        let late = summaries.count { summary in yearly(summary).contains { $0.outcome == .notMet } }
        let missing = summaries.count { summary in
            yearly(summary).contains { $0.outcome == .undetermined && $0.filing == nil && $0.isOverdue }
        }
        let unmet = summaries.count { !$0.unmetPoints.isEmpty }
        let figures: [(String, String, String)] = [
            ("\(summaries.count)", "家", "参加监测的\(kind)"),
            ("\(missing)", "家", "有到期而没有登记的材料"),
            ("\(late)", "家", "有材料迟报"),
            ("\(unmet)", "家", "有写明的要求未达到"),
            (Figures.percent(timeliness.share), "", "数据按时报送，应报\(timeliness.expected)家"),
        ]
        return """
            <p class="lead">《\(model.edition.title)》没有规定否定性指标和结论办法，本页只列\(model.year.description)年度各\(kind)的\
            材料、数据和报送情况，不作结论。每家另有一份档案，列出各项数据和出处。</p>
            <ul class="figures">
            \(figures.map { "<li><strong>\($0.0)<small>\($0.1)</small></strong><span>\($0.2)</span></li>\n" as HTML })</ul>

            """
    }

    private func yearly(_ summary: AssessmentSummary) -> [FilingCheck] {
        summary.filings.filter { $0.kind.frequency == .year }
    }

    private static let titles = ["按时", "迟报", "日期不明", "未报", "待报", "不适用"]

    private var filingCounts: HTML {
        guard !kinds.isEmpty else { return "<p>本标准没有要求报送的材料。</p>" }
        let heads: [HTML] = Self.titles.map { "<th scope=\"col\" class=\"number\">\($0)</th>" }
        let rows: [HTML] = kinds.map { kind in
            let checks = summaries.compactMap { summary in summary.filings.first { $0.kind == kind } }
            let due = checks.compactMap(\.dueOn).first.map(Dates.chinese) ?? Figures.none
            let cells: [HTML] = Self.titles.map { title in
                let count = checks.count { $0.title == title }
                return count == 0 ? "<td class=\"number none\">0</td>" : "<td class=\"number\">\(count)</td>"
            }
            return """
                <tr><th scope="row">\(kind.title)</th><td>\(due)</td>\(cells)</tr>

                """
        }
        return """
            <table class="plain matrix"><thead><tr><th scope="col">材料</th><th scope="col">截止日期</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private var list: HTML {
        let heads: [HTML] = kinds.map { "<th scope=\"col\">\($0.title)</th>" }
        let rows: [HTML] = summaries.sorted { NaturalOrder.precedes($0.consortium.id, $1.consortium.id) }.map(row)
        return """
            <div class="scroll"><table class="plain"><thead><tr><th scope="col">\(kind)</th>\(heads)\
            <th scope="col">未达要求</th><th scope="col" class="number">完整率</th><th scope="col">数据报送</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            <p class="note">完整率＝已报观测点÷应报观测点。点击名称查看档案。</p>

            """
    }

    private func row(_ summary: AssessmentSummary) -> HTML {
        let consortium = summary.consortium
        let place = model.regions.names(of: [consortium.province, consortium.prefecture])
        let cells: [HTML] = kinds.map { kind in
            "<td>\(summary.filings.first { $0.kind == kind }.map { Chip.html($0) } ?? "")</td>"
        }
        let unmet = summary.unmetPoints.isEmpty ? Figures.none : summary.unmetPoints.joined(separator: "、")
        let submission = model.submissionsByConsortium[consortium.id].map { Chip.html($0) } ?? "\(Figures.none)"
        return """
            <tr><th scope="row"><a href="\(PageName(consortium: consortium.id).address)">\(consortium.name)</a>\
            <small>\(([consortium.id] + place).joined(separator: " · "))</small></th>\(cells)<td>\(unmet)</td>\
            <td class="number">\(Figures.percent(summary.verdict.summary.completeness))</td><td>\(submission)</td></tr>

            """
    }

    private var notes: HTML {
        """
        <dl class="notes">
        <dt>结论</dt><dd>《\(model.edition.title)》没有规定否定性指标、评定等次和退出情形，因此不作结论，也不发这类告警。</dd>
        <dt>材料</dt><dd>按登记的报送日期看是否按时，同一材料报过几次的以最早一次为准；没有登记的列为“未报”，不视为没有编制。</dd>
        <dt>缺失</dt><dd>没有填报的数据按缺失处理，不视为0，也不视为“否”。</dd>
        <dt>来文</dt><dd>\(ReportNotes(model: model).sources)</dd>
        </dl>

        """
    }
}
