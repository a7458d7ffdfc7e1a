import Assessment
import Standards

/// One province: what it asks beside the country, and how its prefectures, parks and consortia stand.
struct ProvincePage {
    let model: ReportModel
    let programme: ProgrammeReport
    let province: ProgrammeReport.Province
    let summaries: [AssessmentSummary]

    private var overlay: Overlay { province.overlay }
    private var name: String { model.regions[overlay.province] }
    private var documents: [SourceDocument] { model.edition.documents + [overlay.document] }

    var head: PageShell.Head {
        PageShell.Head(
            title: "\(name)\(model.year)年度市域产教联合体监测", series: "\(model.year)年度分省监测",
            heading: "\(name)：\(overlay.title)",
            facts: [
                ("数据状态", model.dataState.title), ("数据截至", Dates.chinese(model.asOf)),
                (model.edition.kind.shortTitle, "\(province.consortia.count)家"),
                ("省级依据", overlay.document.number ?? overlay.document.title),
                ("自何时适用", overlay.validFrom.map(Dates.chinese) ?? "未写日期"), ("国家标准", model.edition.title),
            ], kind: "overview", back: ("index.html", "返回\(model.year)年度总览"))
    }

    var body: HTML {
        let note: HTML = overlay.document.note.map { "<p class=\"note\">\($0)。</p>" } ?? .empty
        return """
            \(note)<section aria-labelledby="asked"><h2 id="asked">一、要求核查</h2>
            \(ProgrammeTable(results: province.results, documents: documents).html)\(targets)</section>
            <section aria-labelledby="prefectures"><h2 id="prefectures">二、各市州</h2>
            \(prefectures)</section>
            <section class="wide" aria-labelledby="consortia"><h2 id="consortia">三、各联合体</h2>
            \(consortia)</section>
            \(pending)\(tables)\(checklists)
            <section aria-labelledby="compared"><h2 id="compared">与国家要求对照</h2>
            \(ComparisonTable(comparison: RulesComparison(model.edition, programme.programme, overlay), province: name).html)
            </section>
            """
    }

    private var targets: HTML {
        let table = TargetTable(results: province.results, documents: documents).html
        return table.isEmpty ? .empty : "<h3>地方目标</h3>\n\(table)"
    }

    /// Every prefecture with its consortia, those without one too.
    private var prefectures: HTML {
        let asked = province.results.first { $0.check.scope == .prefecture }?.check.id
        let codes = model.regions.codes.filter {
            RegionCode.contains(overlay.province, $0) && $0.hasSuffix("00") && !$0.hasSuffix("0000")
        }
        let rows: [HTML] = codes.sorted().map { code in
            let own = province.consortia.filter { $0.homes.contains(code) }
            let result = province.results.first { $0.check.id == asked && $0.subject == code }
            let parks: [HTML] = own.map { consortium in
                "<li>\(link(consortium))，\(Self.parks(of: consortium, model.regions))\(Self.open(consortium))</li>\n"
            }
            return """
                <tr><th scope="row">\(model.regions[code])</th><td class="number">\(own.count)</td>\
                <td>\(result.map { Chip.html($0.outcome) } ?? .empty)</td>\
                <td>\(parks.isEmpty ? "\(Figures.none)" : "<ul>\(parks)</ul>" as HTML)</td></tr>

                """
        }
        return """
            <table class="plain"><thead><tr><th scope="col">市州</th><th scope="col" class="number">家数</th>\
            <th scope="col" class="fit">结果</th><th scope="col">联合体和园区</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    /// That an applicant is none yet: what is asked of prefectures counts those that have a title.
    private static func open(_ consortium: Consortium) -> String {
        consortium.designatedOn == nil && consortium.levelOn == nil ? "，尚未认定" : ""
    }

    /// Each park with its level, and its region where there are several.
    private static func parks(of consortium: Consortium, _ regions: RegionNames) -> String {
        let parks = consortium.parks(regions)
        guard parks.count > 1 else { return "\(consortium.park)（\(consortium.parkLevel)）" }
        return "一区多园：" + parks.map { "\($0.name)（\($0.level)，\(regions[$0.region])）" }.joined(separator: "、")
    }

    private func link(_ consortium: Consortium) -> HTML {
        guard summaries.contains(where: { $0.consortium.id == consortium.id }) else { return "\(consortium.name)" }
        return "<a href=\"\(HTMLReport.dossierPath(of: consortium.id))\">\(consortium.name)</a>"
    }

    /// Consortia by what is asked of each.
    private var consortia: HTML {
        let checks =
            overlay.programme.checks.filter { $0.scope == .consortium } + overlay.programme.publications.map(\.check)
        guard !checks.isEmpty, !province.consortia.isEmpty else { return "<p>没有逐家核查的要求。</p>" }
        let heads: [HTML] = checks.map { "<th scope=\"col\">\($0.title)</th>" }
        let results = Dictionary(grouping: province.results, by: \.subject)
        let verdicts = Dictionary(summaries.map { ($0.consortium.id, $0.verdict) }) { first, _ in first }
        let rows: [HTML] = province.consortia.map { consortium in
            let own = results[consortium.id] ?? []
            let cells: [HTML] = checks.map { check in
                guard let result = own.first(where: { $0.check.id == check.id }) else { return "<td></td>" }
                return "<td>\(Chip.html(result.outcome)) <small>\(result.shown)</small></td>"
            }
            let verdict = verdicts[consortium.id].map { Chip.html($0) } ?? "\(Figures.none)"
            return "<tr><th scope=\"row\">\(link(consortium))</th><td>\(verdict)</td>\(cells)</tr>\n"
        }
        return """
            <div class="scroll"><table class="plain requirements"><thead><tr><th scope="col">联合体</th><th scope="col">综合结论</th>\
            \(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>

            """
    }

    /// The province's cases that somebody has to see to.
    private var pending: HTML {
        guard model.calendar != nil else { return .empty }
        let page = PendingPage(model: model, province: overlay.province, open: JointCase.open(of: summaries))
        let path = HTMLReport.pendingPath(of: overlay.province)
        return """
            <section class="wide" aria-labelledby="pending"><h2 id="pending">四、待认定清单</h2>
            <p>\(page.lead)<a href="\(path)">单独成页，供打印</a>。</p>
            \(CaseTable(model: model, cases: page.cases, isNational: false).html(whole: "同一目录的 \(HTMLReport.pendingTablePath)"))</section>

            """
    }

    /// The tables of the province's document as it prints them.
    private var tables: HTML {
        overlay.programme.tables.enumerated().map { number, table -> HTML in
            guard let grid = table.grid else { return .empty }
            let heads: [HTML] = (grid.keys + grid.heads.map(short)).map { "<th scope=\"col\">\($0)</th>" }
            let rows: [HTML] = grid.rows.map { row in
                let keys: [HTML] = row.keys.map { "<th scope=\"row\">\($0)</th>" }
                let marks: [HTML] = row.marks.map { "<td>\($0)</td>" }
                return "<tr>\(keys)\(marks)</tr>\n"
            }
            let key = table.marks.sorted { $0.key.count > $1.key.count }.map { "\($0.key) \($0.value)" }
            return """
                <section class="wide" aria-labelledby="table-\(number)"><h2 id="table-\(number)">\(table.title)</h2>
                <div class="scroll"><table class="plain"><thead><tr>\(heads)</tr></thead>
                <tbody>\(rows)</tbody></table></div>
                <p class="note">\(key.joined(separator: "，"))。出处：\(table.reference.place)。</p></section>

                """
        }.joined()
    }

    /// As the document's own head has it: 湘西 of 湘西土家族苗族自治州.
    private func short(_ name: String) -> String { name.count > 4 ? String(name.prefix(2)) : name }

    /// What the office receives, with boxes to tick; a row a prefecture.
    private var checklists: HTML {
        overlay.programme.checklists.map { list -> HTML in
            let heads: [HTML] = list.items.map { item in
                let each = item.isOfEachApplication ? "每家" : ""
                let seal = item.seal.map { "，\($0)" } ?? ""
                return "<th scope=\"col\">\(item.title)<small>\(each)一式\(item.copies)份\(seal)</small></th>"
            }
            let names = Set(province.consortia.flatMap(\.homes)).sorted()
            let rows: [HTML] = names.map { code in
                let own = province.consortia.filter { $0.homes.contains(code) }
                let boxes: [HTML] = list.items.map { item in
                    let copies = item.copies * (item.isOfEachApplication ? own.count : 1)
                    return "<td>□ 应收\(copies)份　□ 盖章</td>"
                }
                return """
                    <tr><th scope="row">\(model.regions[code])</th><td>\(own.map(\.name).joined(separator: "、"))</td>\
                    \(boxes)<td></td></tr>

                    """
            }
            return """
                <section aria-labelledby="list-\(list.id)"><h2 id="list-\(list.id)">\(list.title)</h2>
                <p>请于\(Dates.chinese(list.due))前由\(list.who.title)报\(list.to.title)主管部门。\
                收到一份核对一份，核对后在格内打勾并填写收到日期。</p>
                <table class="plain"><thead><tr><th scope="col">报送单位</th><th scope="col">申报的联合体</th>\(heads)\
                <th scope="col">收到日期</th></tr></thead>
                <tbody>\(rows)</tbody></table></section>

                """
        }.joined()
    }
}
