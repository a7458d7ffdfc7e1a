import Alerts
import Assessment
import FEEL
import History
import Standards

/// The year that the tests assess.
let assessedYear = ReportingYear(2025)

extension Consortium {
    static func synthetic(_ id: String = "C001", province: String = "430000") -> Consortium {
        Consortium(
            id: id, name: "示例联合体\(id)", kind: .municipal, province: province, prefecture: "", park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
    }
}

extension Clause {
    static func synthetic(_ code: String) -> Clause {
        Clause(
            code: code, list: .negative, title: "条款\(code)", document: "trial", basis: .clause, numbers: .convention,
            rationale: "", trigger: .automatic, triggered: nil, suspected: nil, warning: nil, remedy: nil, texts: [:])
    }
}

extension ClauseCheck {
    static func synthetic(
        _ outcome: ClauseOutcome, of code: String = "16.3", text: String? = nil, waivedBy: Determination? = nil,
        because: [Evidence] = [], wouldDecide: [Evidence] = [], remedy: Remedy? = nil
    ) -> ClauseCheck {
        ClauseCheck(
            clause: .synthetic(code), outcome: outcome, decidedBy: nil, waivedBy: waivedBy,
            text: text ?? "\(code) \(outcome.title)。", because: because, wouldDecide: wouldDecide, remedy: remedy)
    }
}

extension ConsortiumAssessment {
    /// An assessment of some clauses, with the verdict that the table of the trial standard gives for them.
    static func synthetic(
        _ clauses: [ClauseCheck], of consortium: Consortium = .synthetic()
    ) -> ConsortiumAssessment {
        let outcomes = clauses.filter { $0.waivedBy == nil }.map(\.outcome)
        let verdict: Verdict =
            if outcomes.contains(.triggered) {
                .synthetic("disqualify", "建议取消资格")
            } else if outcomes.contains(.suspected) {
                .synthetic("hold", "暂缓，待认定")
            } else if outcomes.contains(.undetermined) {
                .synthetic("incomplete", "资料不全，限期补报")
            } else {
                .synthetic("pass", "建议通过")
            }
        return ConsortiumAssessment(
            consortium: consortium, year: assessedYear,
            panel: Panel(layout: PanelLayout(firstYear: ReportingYear(2022), yearCount: 4, indicatorCount: 0)),
            clauses: clauses,
            acceptance: [], trends: [], signals: [], verdict: verdict)
    }
}

extension Verdict {
    static func synthetic(_ id: String, _ title: String) -> Verdict {
        Verdict(id: id, title: title, row: 1, text: "\(title)。", summary: OutcomeSummary())
    }
}
