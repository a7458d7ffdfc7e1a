import Assessment
import Standards

/// The national page's part on quotas, progress and the results that others use.
struct ProgrammeSection {
    let programme: ProgrammeReport
    let model: ReportModel

    var html: HTML {
        let links: [HTML] = programme.provinces.map { province in
            let name = model.regions[province.overlay.province]
            let open = province.results.count(.notMet)
            return """
                <li><a href="\(HTMLReport.provincePath(of: province.overlay.province))">\(name)</a>：\
                \(province.overlay.title)，不符合\(open)项次，推进中\(province.results.count(.pending))项次</li>

                """
        }
        let provinces: HTML = links.isEmpty ? .empty : "<h3>各省的要求</h3>\n<ul>\(links)</ul>\n"
        return """
            \(ProgrammeTable(results: programme.national, documents: model.edition.documents).html)
            \(targets)<p class="note">来文写“左右”的只列进度，不作是否完成的结论。名额按登记表的省份和批次计数，建设数按国家级认定日期计数。</p>
            \(provinces)\(uses)
            """
    }

    private var targets: HTML {
        let table = TargetTable(results: programme.national, documents: model.edition.documents).html
        return table.isEmpty ? .empty : "<h3>全国目标</h3>\n\(table)"
    }

    /// The tables of results, a file a province.
    private var uses: HTML {
        guard !programme.programme.uses.isEmpty else { return .empty }
        let titles = programme.programme.uses.map(\.title).joined(separator: "、")
        let codes = ResultsTable.provinces(of: model)
        let links: [HTML] = codes.map { code in
            "<a href=\"\(HTMLReport.resultsPath(of: code))\">\(model.regions[code])</a>"
        }
        return """
            <h3>验收结果<small>分省导出</small></h3>
            <p>验收情况是\(titles)的重要依据，怎样使用由有关项目规定。\(links.joined(separator: " · "))</p>

            """
    }
}
