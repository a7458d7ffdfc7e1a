import Assessment
import Standards

/// Under which edition and which province's overlay a page was made, and why these applied on that day.
struct AppliedStandard {
    let model: ReportModel
    let programme: ProgrammeReport
    let assessment: ConsortiumAssessment

    private var consortium: Consortium { assessment.consortium }

    var html: HTML {
        """
        <dl class="notes">
        <dt>标准</dt><dd>\(edition)</dd>
        <dt>状态</dt><dd>\(standing)</dd>
        <dt>参数</dt><dd>\(parameters)</dd>
        <dt>省级</dt><dd>\(province)</dd>
        </dl>
        \(results)\(FreshnessTable(results: published).html)
        """
    }

    /// What it is to publish again and again, of the country's and of its province's.
    private var published: [ProgrammeResult] {
        let provincial = programme.province(of: consortium)?.results(of: consortium.id) ?? []
        return (programme.national(of: consortium.id) + provincial).filter {
            $0.freshness != nil && $0.subject == consortium.id
        }
    }

    private var edition: String {
        let since = model.edition.inForceFrom.map { "，自\($0)年施行" } ?? "，原文未署施行日期，自基年\(model.edition.baseYear)年起各年度适用"
        return "《\(model.edition.title)》（\(model.edition.version)）。登记的类型为\(consortium.kind.title)，"
            + "本标准即为\(model.edition.kind.title)而定\(since)。标准文件校验值\(model.edition.digest.prefix(16))。"
    }

    private var standing: String {
        let standing = assessment.verdict.standing.title
        let counted = model.edition.countsFrom.map { "，年度从\($0.title)认定起算" } ?? ""
        return "\(model.year)年末状态为“\(standing)”\(counted)，综合结论用“\(standing)”的判定表。"
    }

    private var parameters: String {
        let overlay = programme.province(of: consortium)?.overlay
        let own = overlay.map { overlay in overlay.applied(to: model.edition.parameters) } ?? model.edition.parameters
        let changed = zip(model.edition.parameters, own).compactMap { national, provincial -> String? in
            guard let here = provincial.setting(in: model.year), here != national.setting(in: model.year) else {
                return nil
            }
            let there = national.setting(in: model.year).map { "\($0.value)\(national.unit)" } ?? "未定"
            return "\(national.title)：省定\(here.value)\(national.unit)（\(here.validFrom)年起，\(here.reference)），国家\(there)"
        }
        let years = Set(own.compactMap { $0.setting(in: model.year)?.validFrom }).sorted().map { "\($0)年" }
        let since = years.joined(separator: "、")
        let rest = "按\(model.year)年度有效的数，分别自\(since)起施行"
        return changed.isEmpty
            ? "\(own.count)个参数全部用国家标准的数，\(rest)。" : changed.joined(separator: "；") + "。其余用国家标准的数，\(rest)。"
    }

    private var province: HTML {
        let name = model.regions[consortium.province]
        guard let province = programme.province(of: consortium) else {
            return "登记的省份为\(name)，该省没有另定要求，只按国家标准。"
        }
        let overlay = province.overlay
        let document = overlay.document.number ?? overlay.document.title
        let page = "../\(HTMLReport.provincePath(of: overlay.province))"
        let when: String =
            if let from = overlay.validFrom {
                from <= model.asOf
                    ? "自\(Dates.chinese(from))起适用，数据截至\(Dates.chinese(model.asOf))，已在适用期内"
                    : "自\(Dates.chinese(from))起适用，数据截至\(Dates.chinese(model.asOf))，尚未适用"
            } else { "未写起始日期，一直适用" }
        return """
            登记的省份为\(name)，另按<a href="\(page)">\(overlay.title)</a>（\(document)）核查，\(when)。省级要求不改变国家标准的条款和结论。
            """
    }

    /// What the province asks of this consortium.
    private var results: HTML {
        guard let province = programme.province(of: consortium) else { return .empty }
        let own = province.results(of: consortium.id).filter { result in
            result.freshness == nil && result.check.scope == .consortium && result.subject == consortium.id
                || result.check.scope == .park && result.consortia.contains(consortium.id)
        }
        guard !own.isEmpty else { return .empty }
        let rows: [HTML] = own.map { result in
            let exit: HTML =
                result.check.isGroundOfExit && result.outcome == .notMet
                ? "<small>属退出认定的情形，是否退出由主管部门决定</small>" : .empty
            return """
                <tr><th scope="row">\(result.check.title)\(exit)</th><td>\(Chip.html(result.outcome))</td>\
                <td>\(result.text)</td><td>\(Chip.html(result.check.basis)) \(result.check.reference.place)</td></tr>

                """
        }
        return """
            <h3>\(model.regions[consortium.province])的要求</h3>
            <table class="plain"><thead><tr><th scope="col">要求</th><th scope="col" class="fit">结果</th>\
            <th scope="col">情况</th><th scope="col">依据</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
