import Alerts
package import Assessment
import FEEL
import History
package import Standards

/// The edition that the tests assess by where they name none.
package let trialEdition = "municipal-consortium-trial"

/// The year that the tests assess.
package let assessedYear = ReportingYear(2025)

extension Consortium {
    package static func synthetic(
        _ id: String = "C001", province: String = "430000", kind: ConsortiumKind = .municipal
    ) -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)", kind: kind, province: province, prefecture: "", park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
    }
}

extension Clause {
    package static func synthetic(_ code: String) -> Clause {
        Clause(
            code: code, list: .negative, title: "条款\(code)", document: "trial", basis: .clause, numbers: .convention,
            rationale: "", trigger: .automatic, triggered: nil, suspected: nil, warning: nil, remedy: nil, texts: [:])
    }
}

extension ClauseCheck {
    package static func synthetic(
        _ outcome: ClauseOutcome, of code: String = "16.3", pending: ClauseOutcome? = nil, text: String? = nil,
        waivedBy: Determination? = nil, because: [Evidence] = [], wouldDecide: [Evidence] = [],
        remedy: Remedy? = nil, openCases: [OpenCase] = []
    ) -> ClauseCheck {
        ClauseCheck(
            clause: .synthetic(code), outcome: outcome, pending: pending, waivedBy: waivedBy,
            text: text ?? "\(code) \(outcome.title)。", because: because, wouldDecide: wouldDecide, remedy: remedy,
            openCases: openCases)
    }
}

extension ConsortiumAssessment {
    /// An assessment of some clauses, with the verdict that the table of the trial standard gives for them.
    package static func synthetic(
        _ clauses: [ClauseCheck], of consortium: Consortium = .synthetic(), edition: String = trialEdition
    ) -> ConsortiumAssessment {
        let outcomes = clauses.filter { $0.waivedBy == nil }.map(\.outcome)
        let verdict: Verdict =
            if outcomes.contains(.triggered) || clauses.contains(where: { !$0.openCases.isEmpty }) {
                .synthetic("disqualify", "建议取消资格", .disqualify)
            } else if outcomes.contains(.suspected) {
                .synthetic("hold", "暂缓，待认定", .hold)
            } else if outcomes.contains(.undetermined) {
                .synthetic("incomplete", "资料不全，限期补报", .incomplete)
            } else {
                .synthetic("pass", "建议通过验收", .pass)
            }
        return ConsortiumAssessment(
            edition: edition, consortium: consortium, year: assessedYear,
            panel: Panel(layout: PanelLayout(firstYear: ReportingYear(2022), yearCount: 4, indicatorCount: 0)),
            clauses: clauses,
            acceptance: [], trends: [], signals: [], verdict: verdict)
    }
}

extension Verdict {
    package static func synthetic(_ id: String, _ title: String, _ tone: VerdictTone) -> Verdict {
        Verdict(
            id: id, title: title, tone: tone, standing: .cultivation, row: 1, text: "\(title)。",
            summary: OutcomeSummary())
    }
}
