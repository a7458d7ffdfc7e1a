import Assessment
import Standards

/// Outcomes and verdicts as small labels: a colour for the eye that wants one, the word for everybody.
enum Chip {
    static func html(_ outcome: ClauseOutcome) -> HTML {
        "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>"
    }

    /// The outcome of a clause, and what stands beside it: a waiver, or what may yet hold.
    static func html(_ check: ClauseCheck) -> HTML {
        let waiver: HTML = check.waivedBy == nil ? .empty : "<span class=\"waived\">已豁免</span>"
        let pending: HTML = check.pending.map { "<span class=\"waived\">是否\($0.title)待补数</span>" } ?? .empty
        return html(check.outcome) + waiver + pending
    }

    /// In two characters, for a column a clause.
    static func short(_ outcome: AssessmentSummary.Outcome) -> HTML {
        let mark: HTML =
            outcome.isWaived
            ? "<span class=\"waived\">豁免</span>" : outcome.pending == nil ? .empty : "<span class=\"waived\">待补数</span>"
        return """
            <span class="chip \(outcome.outcome.rawValue)" title="\(outcome.code) \(outcome.outcome.title)">\
            \(outcome.outcome.shortTitle)</span>\(mark)
            """
    }

    static func html(_ outcome: AcceptanceOutcome) -> HTML {
        "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>"
    }

    static func html(_ filing: FilingCheck) -> HTML {
        "<span class=\"chip \(filing.outcome.rawValue)\">\(filing.title)</span>"
    }

    static func html(_ item: PlanItemCheck) -> HTML {
        "<span class=\"chip \(item.outcome.rawValue)\">\(item.title)</span>"
    }

    static func html(_ task: TaskCheck) -> HTML {
        "<span class=\"chip \(task.outcome.rawValue)\">\(task.title)</span>"
    }

    static func html(_ verdict: Verdict) -> HTML {
        "<span class=\"chip verdict \(verdict.tone.rawValue)\">\(verdict.title)</span>"
    }

    static func html(_ record: ReportRecord) -> HTML {
        "<span class=\"chip \(record.state.rawValue)\">\(record.title)</span>"
    }

    static func html(_ basis: RuleBasis) -> HTML {
        "<span class=\"basis \(basis.rawValue)\">\(basis.title)</span>"
    }

    static func html(_ grade: CredibilitySignal.Grade) -> HTML {
        "<span class=\"chip \(grade == .strong ? "suspected" : "warning")\">\(grade.title)</span>"
    }

    /// Of what was answered, that it was: it is no warning any more.
    static func html(_ severity: FindingSeverity, isAnswered: Bool) -> HTML {
        isAnswered
            ? "<span class=\"chip \(FindingSeverity.info.rawValue)\">已说明</span>"
            : "<span class=\"chip \(severity.rawValue)\">\(severity.title)</span>"
    }
}
