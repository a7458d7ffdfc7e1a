import Assessment
import Standards

/// The acceptance checks by category and second-level row, each row with its outcome over its points.
struct AcceptanceTables {
    let edition: Edition
    private let checks: [String: AcceptanceCheck]

    init(edition: Edition, assessment: ConsortiumAssessment) {
        self.edition = edition
        checks = assessment.acceptanceByPoint
    }

    var html: HTML {
        edition.categories.filter { $0.role != .negative }.map(table).joined()
    }

    private func table(_ category: Standards.Category) -> HTML {
        let rows = category.goals.flatMap(\.rows)
        let outcomes = rows.map { $0.outcome(checks) }
        let tally = AcceptanceOutcome.allCases.compactMap { outcome in
            let count = outcomes.count { $0 == outcome }
            return count == 0 ? nil : "\(outcome.title)\(count)行"
        }
        let groups: [HTML] = zip(rows, outcomes).map { row, outcome in
            """
            <tbody><tr class="group"><th scope="rowgroup" colspan="3"><b>\(row.code)</b> \(row.title)</th>\
            <td>\(Chip.html(outcome))</td><td></td></tr>
            \(row.points.map(line))</tbody>

            """
        }
        return """
            <h3>\(category.title)<small>\(tally.joined(separator: "，"))</small></h3>
            <table class="plain acceptance"><thead><tr><th scope="col">观测点</th><th scope="col">情况</th>\
            <th scope="col">口径</th><th scope="col">结果</th><th scope="col">出处</th></tr></thead>
            \(groups)</table>

            """
    }

    private func line(_ point: ObservationPoint) -> HTML {
        guard let check = checks[point.code] else { return .empty }
        return """
            <tr><th scope="row"><b>\(point.code)</b> \(point.title)</th><td>\(check.text)</td>\
            <td>\(Chip.html(check.basis))</td><td>\(Chip.html(check.outcome))</td>\
            <td class="source">\(EvidenceList.sources(check.because))</td></tr>

            """
    }
}
