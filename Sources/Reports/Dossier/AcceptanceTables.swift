import Assessment
import Standards

/// The acceptance checks by category and criterion (三级指标), each with its outcome over its points.
struct AcceptanceTables {
    let edition: Edition
    private let checks: [String: AcceptanceCheck]

    init(edition: Edition, assessment: ConsortiumAssessment) {
        self.edition = edition
        checks = assessment.acceptanceByPoint
    }

    var html: HTML {
        edition.categories.filter { $0.role != .negative }.enumerated().map { table($0 + 1, $1) }.joined()
    }

    private func table(_ number: Int, _ category: Standards.Category) -> HTML {
        let criteria = category.goals.flatMap(\.criteria)
        let outcomes = criteria.map { $0.outcome(checks) }
        let tally = AcceptanceOutcome.allCases.compactMap { outcome in
            let count = outcomes.count { $0 == outcome }
            return count == 0 ? nil : "\(outcome.title)\(count)项"
        }
        let groups: [HTML] = zip(criteria, outcomes).map { criterion, outcome in
            """
            <tbody><tr class="group"><th scope="rowgroup" colspan="3"><b>\(criterion.code)</b> \(criterion.title)</th>\
            <td>\(Chip.html(outcome))</td><td></td></tr>
            \(criterion.points.map(line))</tbody>

            """
        }
        return """
            <h3>\(Figures.ordinal(number))\(category.name)<small>\(tally.joined(separator: "，"))</small></h3>
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
