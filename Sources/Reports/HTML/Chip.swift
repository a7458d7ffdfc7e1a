import Assessment
import Standards

/// Outcomes and verdicts as small labels: a colour for the eye that wants one, the word for everybody.
enum Chip {
    static func html(_ outcome: ClauseOutcome, waived: Bool = false) -> HTML {
        let mark: HTML = waived ? "<span class=\"waived\">已豁免</span>" : .empty
        return "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>\(mark)"
    }

    /// In two characters, for a column a clause.
    static func short(_ check: ClauseCheck) -> HTML {
        let mark: HTML = check.waivedBy == nil ? .empty : "<span class=\"waived\">豁免</span>"
        return """
            <span class="chip \(check.outcome.rawValue)" title="\(check.clause.code) \(check.outcome.title)">\
            \(check.outcome.shortTitle)</span>\(mark)
            """
    }

    static func html(_ outcome: AcceptanceOutcome) -> HTML {
        "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>"
    }

    static func html(_ verdict: Verdict) -> HTML {
        "<span class=\"chip verdict \(verdict.tone.name)\">\(verdict.title)</span>"
    }

    static func html(_ state: SubmissionRecord.State) -> HTML {
        "<span class=\"chip \(state.rawValue)\">\(state.title)</span>"
    }

    static func html(_ basis: RuleBasis) -> HTML {
        "<span class=\"basis \(basis.rawValue)\">\(basis.title)</span>"
    }

    static func html(_ grade: CredibilitySignal.Grade) -> HTML {
        "<span class=\"chip \(grade == .strong ? "suspected" : "warning")\">\(grade.title)</span>"
    }

    static func html(_ severity: ReportFinding.Severity) -> HTML {
        "<span class=\"chip \(severity.rawValue)\">\(severity.title)</span>"
    }
}

extension VerdictTone {
    /// The class of the style sheet.
    var name: String { String(describing: self) }
}
