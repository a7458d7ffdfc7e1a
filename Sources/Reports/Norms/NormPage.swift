import Assessment
import Standards

/// What has become of every sentence of the official texts and, of one case, what its verdict rests on.
struct NormPage {
    let coverage: NormCoverage
    /// The case that the page is about, which then stands alone; nil where it lies beside the overview.
    let assessment: ConsortiumAssessment?

    var head: PageShell.Head {
        let subject = assessment.map { "\($0.consortium.name) · \($0.year)年度" }
        return PageShell.Head(
            title: (subject.map { "\($0) · " } ?? "") + "来文逐句核查情况", series: "来文逐句核查情况",
            heading: subject ?? "来文逐句核查情况",
            facts: [("来文", "\(coverage.parts.count)份"), ("句数", "\(sentences)")]
                + (assessment.map { [("综合结论", $0.verdict.title)] } ?? []),
            kind: "norms", back: assessment == nil ? (HTMLReport.overviewPath, "返回总览") : nil)
    }

    private var sentences: Int { coverage.parts.reduce(0) { $0 + $1.sentences.count } }

    var body: HTML {
        let marks = assessment.map { NormMarks($0) }
        return """
            <p class="lead">\(lead)</p>
            <p class="norm-key">\(key)</p>
            \(table)
            \(coverage.parts.map { NormText(part: $0, marks: marks).html })
            """
    }

    private var lead: String {
        let purpose = "本页逐句列出来文，注明每一句由哪些观测点、条款、参数或期限核查；没有纳入核查的，写明理由。"
        return assessment == nil ? purpose : purpose + "加边框的句子是本结论所依据的，观测点和条款后附本年度的结果。"
    }

    private var key: [HTML] {
        let keys: [(String, String)] =
            NormCoverage.State.allCases.map { ($0.rawValue, $0.title) }
            + [("carried partial", "部分纳入核查")] + (assessment == nil ? [] : [("decides", "本结论的依据")])
        return keys.map { "<span class=\"norm \($0.0)\">\($0.1)</span> " }
    }

    private var table: HTML {
        let rows: [HTML] = coverage.parts.map { part in
            let sentences = part.sentences
            let counts = [
                sentences.count, part.count(.tested), part.count(.carried), sentences.count(where: \.isPartial),
                part.count(.reasoned), part.count(.missing),
            ]
            let cells: [HTML] = counts.map { "<td class=\"number\">\($0)</td>" }
            return """
                <tr><th scope="row"><a href="#\(part.source.id)">\(part.source.title)</a></th>\(cells)</tr>

                """
        }
        let columns = ["句数", "正反例俱全", "已纳入核查", "其中部分纳入", "未纳入，有理由", "遗漏"]
        return """
            <table class="plain"><thead><tr><th scope="col">来文</th>\
            \(columns.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML })</tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}

/// The sentences that a verdict rests on, for a dossier: each with its text, its outcome and where it stands.
struct DecidingNorms {
    let coverage: NormCoverage
    let assessment: ConsortiumAssessment

    /// Empty where no sentence at hand is carried by what decided.
    var html: HTML {
        let marks = NormMarks(assessment)
        let rows: [HTML] = coverage.parts.filter { $0.source.wording == .verbatim }.flatMap { part in
            part.sentences.filter(marks.decides).map { sentence in
                """
                <tr><td>\(sentence.norm.text)</td>\
                <td>\(NormText.carriage(sentence, of: part.source.edition, marks: marks))</td>\
                <td><a href="../\(HTMLReport.normsPath)#\(NormText.anchor(sentence.norm, of: part.source))">\
                \(part.source.number ?? part.source.title)</a></td></tr>

                """ as HTML
            }
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <details><summary>本结论所依据的来文原文（\(rows.count)句）</summary>
            <table class="plain"><thead><tr><th scope="col">原文</th><th scope="col">核查依据与结果</th>\
            <th scope="col">来文</th></tr></thead><tbody>\(rows)</tbody></table></details>

            """
    }
}
