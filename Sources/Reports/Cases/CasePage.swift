import Assessment
import FEEL
import Review
import Standards

/// 认定书: one case on one document, from the words of the clause to the places to sign.
struct CasePage {
    let model: ReportModel
    let assessment: ConsortiumAssessment
    let found: Case
    /// What raised it; of the assessed year.
    let check: ClauseCheck
    /// Everything that people put on record about it, in the order in which it came; nil where that could not be read.
    let said: [Determination]?

    private var consortium: Consortium { found.consortium }
    private var isOfYear: Bool { found.year == model.year }

    var head: PageShell.Head {
        PageShell.Head(
            title: "案件认定书 \(found.id)", series: "产教联合体年度监测", heading: "案件认定书",
            facts: [
                ("案件编号", found.id), ("数据状态", model.dataState.title), ("数据截至", Dates.chinese(model.asOf)),
            ],
            kind: "case", back: ("../\(HTMLReport.pendingPath)", "返回待认定清单"))
    }

    var body: HTML {
        """
        <section aria-labelledby="case"><h2 id="case">一、案件</h2>
        \(particulars)</section>
        <section aria-labelledby="clause"><h2 id="clause">二、条款原文</h2>
        \(clause)</section>
        <section aria-labelledby="facts"><h2 id="facts">三、事实与依据</h2>
        \(facts)</section>
        <section aria-labelledby="procedure"><h2 id="procedure">四、程序</h2>
        \(CaseProcedure(model: model, found: found, said: said).html)</section>
        <section aria-labelledby="opinion"><h2 id="opinion">五、认定意见</h2>
        \(CaseOpinion(model: model, found: found).html)</section>
        """
    }

    // MARK: - 一、二

    private var particulars: HTML {
        let place = model.regions.names(of: [consortium.province, consortium.prefecture]).joined(separator: " ")
        let provisional = found.isProvisional ? "（暂定，报送期内更正的可能改变）" : ""
        let late: HTML =
            found.isOverdue(on: model.asOf) ? "<b class=\"overdue\">已逾期</b>" : .empty
        let due: HTML = found.due.map { "\(Dates.chinese($0)) \(late)" } ?? "\(Figures.none)"
        let rows: [(String, HTML)] = [
            (
                "联合体",
                "<a href=\"../\(PageName(consortium: consortium.id).address)#\(DossierPage.anchor(found.clause))\">\(consortium.id) \(consortium.name)</a>"
            ),
            ("所在地", "\(place)"), ("牵头单位", "\(leads)"), ("条款", "\(found.clause.code)"),
            ("年度", "\(found.year.value)年度"), ("目前结果", "\(Chip.html(found.outcome))\(provisional)"),
            ("案件状态", "\(found.stateText)"), ("办理期限", due),
        ]
        let joint = partners
        let all = rows + (joint.isEmpty ? [] : [("同一案件", joint)])
        let items: [HTML] = all.map { name, value in "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>\n" }
        return "<table class=\"particulars\"><tbody>\(items)</tbody></table>\n"
    }

    private var leads: String {
        let leads = [consortium.leadSchool, consortium.leadEnterprise].filter { !$0.isEmpty }
        return leads.isEmpty ? Figures.none : leads.joined(separator: "、")
    }

    /// The strong signals that the case rests on.
    private var signals: [CredibilitySignal] {
        let ids = Set(found.subjects.map(\.id))
        return assessment.signals.filter { ids.contains($0.id) }
    }

    /// With whom a signal is shared: what is decided on it holds for all.
    private var partners: HTML {
        let shared = signals.filter { $0.parties.count > 1 }
        let lines: [HTML] = shared.map { signal in
            let others = signal.parties.filter { $0 != consortium.id }
            let links: [HTML] = others.prefix(CredibilitySignal.othersNamed).map { other in
                let page = CasePageName(consortium: other, clause: found.clause.code, year: found.year)
                return "<a href=\"../\(page.address)\">\(other)/\(found.clause.code)/\(found.year.value)</a>"
            }
            let rest = others.count > links.count ? "等\(others.count)家" : ""
            return
                "<p>与 \(links.joined(separator: "、"))\(rest) 的案件因同一数据疑点（<code>\(signal.id)</code>）而起，对该疑点的认定对各家都算。</p>"
        }
        return lines.joined()
    }

    private var clause: HTML {
        let clause = found.clause
        let document = model.edition.document(clause.document)
        let details = [document?.number, document?.date.map(CalendarDate.inChinese)].compactMap { $0 }
        let source =
            "《\(document?.title ?? clause.document)》\(details.isEmpty ? "" : "（\(details.joined(separator: "，"))）")"
        return """
            <blockquote>\(clause.code) \(clause.title)</blockquote>
            <p>出处：\(Chip.html(clause.basis)) \(source)</p>
            <p>判断口径：\(Chip.html(clause.numbers)) \(clause.rationale)</p>

            """
    }

    // MARK: - 三

    private var facts: HTML {
        guard isOfYear else {
            return """
                <p>\(found.year.value)年度已触发，本年度尚未处理。所依据的数据见该年度的监测报告，程序见下。</p>

                """
        }
        let items: [HTML] = [check.remedy?.text, check.conditionOfChange].compactMap { $0 }.map { "<li>\($0)。</li>" }
        let change: HTML = items.isEmpty ? .empty : "<p>改变结论的条件：</p><ul>\(items)</ul>\n"
        let lack: HTML =
            check.wouldDecide.isEmpty
            ? .empty : "<p>\(check.lackTitle)：</p>\(EvidenceList.missing(check.wouldDecide))\n"
        return """
            <p>\(check.text)。</p>
            \(subjects)\(cells)\(lack)\(change)
            """
    }

    private var subjects: HTML {
        guard !found.subjects.isEmpty else { return .empty }
        let rows: [HTML] = found.subjects.map { matter in
            "<tr><th scope=\"row\"><code>\(matter.id)</code></th><td>\(matter.text)</td></tr>\n"
        }
        return """
            <table><thead><tr><th scope="col">事由编号</th><th scope="col">线索、疑点（可逐项认定）</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    /// Of the figures so many are listed: of a signal between hundreds nobody reads all.
    private static let figuresListed = 200

    private var cells: HTML {
        let evidence = check.because.filter {
            if case .entry(.determinations, _, _) = $0.subject { false } else { true }
        }
        guard !evidence.isEmpty else { return "<p>没有可列的数据。</p>\n" }
        let rest: HTML =
            evidence.count > Self.figuresListed
            ? "<p>共\(evidence.count)项，此处列出\(Self.figuresListed)项，其余见监测档案。</p>\n" : .empty
        return EvidenceList.table(Array(evidence.prefix(Self.figuresListed))) + rest
    }
}
