import FEEL
import Review
import Standards

/// 待认定清单: the cases that somebody has to see to, of the country or of a province, by region and with their days.
struct PendingPage {
    let model: ReportModel
    /// The code of the province whose page it is; nil for the country's.
    let province: String?
    let cases: [JointCase]

    /// - Parameter open: the open cases of the country.
    init(model: ReportModel, province: String?, open: [JointCase]) {
        self.model = model
        self.province = province
        cases =
            province.map { code in
                open.filter { joint in joint.lines.contains { $0.consortium.province == code } }
            } ?? open
    }

    var head: PageShell.Head {
        let place = province.map { model.regions[$0] } ?? ""
        let title = "\(place)\(model.year)年度待认定清单"
        return PageShell.Head(
            title: title, series: "产教联合体年度监测", heading: title,
            facts: [
                ("数据状态", model.dataState.title), ("数据截至", Dates.chinese(model.asOf)),
                ("未结案件", "\(cases.count)件"), ("依据", model.edition.title),
            ],
            kind: "overview",
            back: province == nil
                ? ("index.html", "返回\(model.year)年度总览") : (HTMLReport.pendingPath, "返回全国待认定清单"))
    }

    var body: HTML {
        """
        <p class="lead">\(lead)</p>
        \(regions)<section aria-labelledby="cases"><h2 id="cases">\(province == nil ? "二、" : "")未结案件</h2>
        \(CaseTable(model: model, cases: cases, isNational: province == nil).html(whole: "同一目录的 \(HTMLReport.pendingTablePath)"))\
        <p class="note">点击案件编号打开认定书，可打印、签署。期限是各步办理期限的最后一天，按工作日历推算，不是标准原文的规定；\
        报送期内的案件为暂定，数据更正后可能不再成立，不计逾期。</p></section>
        """
    }

    var lead: String {
        guard !cases.isEmpty else { return "没有未结案件。" }
        let states = Case.State.allCases.map { state in
            (state.title, cases.count { $0.first.state == state })
        }.filter { $0.1 > 0 }
        let overdue = cases.count(where: \.isOverdue)
        return "未结案件\(cases.count)件：\(states.map { "\($0.0)\($0.1)件" }.joined(separator: "，"))。"
            + (overdue == 0 ? "没有逾期的。" : "其中逾期\(overdue)件，请先办理。")
    }

    /// How many cases each province has; of the country only.
    private var regions: HTML {
        guard province == nil, !cases.isEmpty else { return .empty }
        let byProvince = Dictionary(grouping: cases) { $0.first.consortium.province }
        let rows: [HTML] = byProvince.keys.sorted().map { code in
            let own = byProvince[code] ?? []
            let overdue = own.count(where: \.isOverdue)
            let soonest = own.first?.due?.description ?? Figures.none
            let name: HTML =
                code.isEmpty
                ? "\(Figures.none)" : "<a href=\"\(HTMLReport.pendingPath(of: code))\">\(model.regions[code])</a>"
            return """
                <tr><th scope="row">\(name)</th><td class="number">\(own.count)</td>\
                <td class="number">\(overdue == 0 ? "0" : "<span class=\"count triggered\">\(overdue)</span>" as HTML)</td>\
                <td>\(soonest)</td></tr>

                """
        }
        return """
            <section aria-labelledby="regions"><h2 id="regions">一、各省份</h2>
            <table class="plain"><thead><tr><th scope="col">省份</th><th scope="col" class="number">未结案件</th>\
            <th scope="col" class="number">逾期</th><th scope="col">最早的期限</th></tr></thead>
            <tbody>\(rows)</tbody></table></section>

            """
    }

    /// Every open case, a line each, for spreadsheets.
    static func csv(_ summaries: [AssessmentSummary], regions: RegionNames) -> String {
        var table = TerminalTable(
            columns: ["案件编号", "联合体编号", "名称", "省份", "条款", "年度", "结果", "状态", "期限", "逾期", "事由"].map { .init($0) })
        for joint in JointCase.open(of: summaries) {
            for line in joint.lines {
                table.append([
                    .init(line.name), .init(line.consortium.id), .init(line.consortium.name),
                    .init(regions[line.consortium.province]), .init(line.clause), .init("\(line.year)"),
                    .init(line.outcome.title), .init(line.stateText), .init(line.due?.description ?? ""),
                    .init(line.isOverdue ? "是" : ""), .init(line.text),
                ])
            }
        }
        return table.csv
    }
}
