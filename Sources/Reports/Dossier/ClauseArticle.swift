import Assessment
import FEEL
import Review
import Standards

/// One clause in a dossier: its outcome in a sentence, its words and their source, what it rests on, what is missing,
/// what a person decided, and what would change it.
struct ClauseArticle {
    let check: ClauseCheck
    let document: SourceDocument?
    let model: ReportModel
    /// The cases that the clause raised.
    var cases: [Case] = []

    var html: HTML {
        let clause = check.clause
        return """
            <article class="clause \(check.outcome.rawValue)" id="\(DossierPage.anchor(clause))">
            <h3><span class="code">\(clause.code)</span> \(clause.title) \
            \(Chip.html(check))</h3>
            <p class="sentence">\(check.text)</p>
            \(documents)\(callouts)<dl class="sources">
            <div><dt>出处</dt><dd>\(Chip.html(clause.basis)) \(citation)</dd></div>
            <div><dt>口径</dt><dd>\(Chip.html(clause.numbers)) \(clause.rationale)</dd></div>
            </dl>
            \(ground)</article>

            """
    }

    /// The way to the documents of its cases.
    private var documents: HTML {
        cases.map { found -> HTML in
            let page = CasePageName(consortium: found.consortium.id, clause: found.clause.code, year: found.year)
            let due = found.due.map { "，期限\($0.inChinese)" } ?? ""
            return """
                <p class="note"><a href="../\(page.address)">\(found.year.value)年度案件认定书</a>：\(found.stateText)\(due)</p>

                """
        }.joined()
    }

    private var citation: HTML {
        guard let document else { return "\(check.clause.document)" }
        let details = [document.number, document.date.map(CalendarDate.inChinese)].compactMap { $0 }
        return "《\(document.title)》\(details.isEmpty ? "" : "（\(details.joined(separator: "，"))）")"
    }

    // MARK: - What to do, what is missing, who decided

    private var callouts: HTML {
        var callouts: [HTML] = []
        if let waiver = check.waivedBy { callouts.append(callout("豁免", decision(waiver), kind: "decision")) }
        if let decision = check.decidedBy {
            callouts.append(callout("认定", self.decision(decision), kind: "decision"))
        }
        if !check.contradictory.isEmpty {
            callouts.append(
                callout("同日的认定相互矛盾，均不采用", check.contradictory.map(decision).joined(), kind: "decision"))
        }
        if !check.openCases.isEmpty {
            let cases: [HTML] = check.openCases.map { "<li>\($0.year.value)年度，案件编号 <code>\($0.id)</code></li>" }
            callouts.append(callout("往年已触发、尚未结案", "<ul>\(cases)</ul>", kind: "decision"))
        }
        if !check.wouldDecide.isEmpty {
            callouts.append(callout(check.lackTitle, EvidenceList.missing(check.wouldDecide), kind: "missing"))
        }
        let changes = [check.remedy?.sentence, check.conditionOfChange].compactMap { $0 }
        if !changes.isEmpty {
            let items: [HTML] = changes.map { "<li>\($0)</li>" }
            callouts.append(callout("改变结论的条件", "<ul>\(items)</ul>", kind: "remedy"))
        }
        if let protection = check.protection {
            // Once the day is over, the sentence itself says so.
            let limit = model.asOf > protection.by ? "" : "；最迟应于\(Dates.chinese(protection.by))前完成整改"
            callouts.append(
                callout(
                    "\(protection.year.value)年度的触发风险", "<p>\(protection.text)\(limit)</p>", kind: "remedy"))
        }
        return callouts.joined()
    }

    private func callout(_ title: String, _ content: HTML, kind: String) -> HTML {
        "<div class=\"callout \(kind)\"><h4>\(title)</h4>\(content)</div>\n"
    }

    private func decision(_ determination: Determination) -> HTML {
        let evidence: HTML = determination.evidence.map { "；佐证：\($0)" } ?? .empty
        return """
            <p>\(determination.decision.title)。\(determination.by)，\(Dates.chinese(determination.on))。\
            理由：\(determination.ground.isEmpty ? "未写" : determination.ground)\(evidence) \
            \(SignatureNote(model, determination).html) \
            <cite>\(determination.source.place)</cite></p>
            """
    }

    // MARK: - What it rests on

    /// A clause that is clear is closed: nobody has to go through it.
    private var attribute: HTML {
        switch check.outcome {
        case .clear where check.pending == nil && check.decidedBy == nil, .notApplicable: .empty
        case .triggered, .suspected, .undetermined, .warning, .clear: " open"
        }
    }

    /// The explanation where there is one, less what stands above already; else the bare facts.
    private var ground: HTML {
        if let explanation = check.explanation {
            let shown = explanation.children.filter { node in
                switch node.role {
                case .condition, .year, .measure, .cell, .note, .outcome: true
                case .missing: node.children.isEmpty
                case .clause, .remedy, .determination: false
                }
            }
            guard !shown.isEmpty else { return .empty }
            return "<details\(attribute)><summary>依据的数据和计算</summary>\(ExplanationTree.html(shown))</details>\n"
        }
        guard !check.because.isEmpty else { return .empty }
        return "<details\(attribute)><summary>依据的数据</summary>\(EvidenceList.table(check.because))</details>\n"
    }
}
