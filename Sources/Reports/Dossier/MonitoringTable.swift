import Assessment
import History
import Standards

/// Every figure of an edition that does not judge, this year's beside the one before it, with the outcome where the
/// source asks for something.
struct MonitoringTable {
    let model: ReportModel
    let assessment: ConsortiumAssessment

    var html: HTML {
        let checks = assessment.acceptanceByPoint
        let goals: [HTML] = model.edition.categories.flatMap(\.goals).map { goal in
            let aim: HTML = goal.aim.isEmpty ? .empty : "<small>\(goal.aim)</small>"
            return """
                <tbody><tr class="group"><th scope="rowgroup" colspan="6"><b>\(goal.code)</b> \(goal.title)\(aim)</th></tr>
                \(goal.criteria.flatMap(\.points).map { rows(of: $0, checks[$0.code]) })</tbody>

                """
        }
        let year = assessment.year
        return """
            <p class="note">《\(model.edition.title)》写明要求的，列出是否达到；没有写明要求的只列数据。没有填报的不视为0，也不视为“否”。</p>
            <table class="plain"><thead><tr><th scope="col">观测点</th><th scope="col" class="number">\(year.advanced(by: -1).value)年</th>\
            <th scope="col" class="number">\(year.value)年</th><th scope="col">单位</th><th scope="col">要求</th>\
            <th scope="col">出处</th></tr></thead>
            \(goals)</table>

            """
    }

    private func rows(of point: ObservationPoint, _ check: AcceptanceCheck?) -> HTML {
        let own: [HTML] = point.indicators.enumerated().map { place, ordinal in
            let indicator = model.edition.indicators[ordinal]
            let asked: HTML =
                place > 0 ? .empty : check.map { "\(Chip.html($0.outcome)) \($0.text)" } ?? "\(Figures.none)"
            return """
                <tr><th scope="row"><b>\(indicator.code.text)</b> \(indicator.title)</th>\
                \(cell(ordinal, assessment.year.advanced(by: -1)))\(cell(ordinal, assessment.year))\
                <td>\(indicator.unit)</td><td>\(asked)</td>\
                <td class="source">\(source(ordinal))</td></tr>

                """
        }
        return own.joined()
    }

    private func cell(_ ordinal: Int, _ year: ReportingYear) -> HTML {
        let value = assessment.panel.value(ordinal, year)
        switch value.status {
        case .reported: return "<td class=\"number\">\(value.text ?? "")</td>"
        case .missing: return "<td class=\"number none\">未填报</td>"
        case .notApplicable: return "<td class=\"number none\">不适用</td>"
        case .rejected: return "<td class=\"number none\">无法识别</td>"
        }
    }

    private func source(_ ordinal: Int) -> HTML {
        EvidenceList.sources(assessment.figures.indices.contains(ordinal) ? [assessment.figures[ordinal]] : [])
    }
}
