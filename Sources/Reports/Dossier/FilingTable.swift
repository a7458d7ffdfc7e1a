import Assessment
import Standards

/// The documents that the edition asks of one consortium: when each was due, when it was sent, and where that stands.
struct FilingTable {
    let assessment: ConsortiumAssessment

    var html: HTML {
        let yearly = assessment.filings.filter { $0.kind.frequency == .year }
        let founding = assessment.filings.filter { $0.kind.frequency == .once }
        return """
            \(table("每年报送", yearly))\(table("组建时报送", founding))
            <p class="note">按登记的报送日期看是否按时；没有写报送日期的，看收到登记的日期。同一材料报过几次的，以最早一次为准；\
            主管部门登记过的，以主管部门登记的为准。没有登记的不视为没有报送，请补登记。</p>

            """
    }

    private func table(_ title: String, _ checks: [FilingCheck]) -> HTML {
        guard !checks.isEmpty else { return .empty }
        let rows: [HTML] = checks.map { check in
            """
            <tr><th scope="row">\(check.kind.title)<small>\(check.kind.reference.place)</small></th>\
            <td>\(check.dueOn.map(Dates.chinese) ?? Figures.none)</td>\
            <td>\(check.filing.map { $0.sentOn.map(Dates.chinese) ?? "未写明" } ?? Figures.none)</td>\
            <td>\(Chip.html(check))</td><td>\(check.text)</td>\
            <td class="source">\(EvidenceList.sources(check.because))</td></tr>

            """
        }
        return """
            <h3>\(title)</h3>
            <table class="plain"><thead><tr><th scope="col">材料</th><th scope="col">截止日期</th>\
            <th scope="col">报送日期</th><th scope="col">结果</th><th scope="col">情况</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
