import Assessment
import Standards

/// Outcomes and verdicts as small labels: a colour for the eye that wants one, the word for everybody.
enum Chip {
    static func html(_ outcome: ClauseOutcome, waived: Bool = false) -> HTML {
        let mark: HTML = waived ? "<span class=\"waived\">已豁免</span>" : .empty
        return "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>\(mark)"
    }

    /// In two characters, for a column a clause.
    static func short(_ outcome: AssessmentSummary.Outcome) -> HTML {
        let mark: HTML = outcome.isWaived ? "<span class=\"waived\">豁免</span>" : .empty
        return """
            <span class="chip \(outcome.outcome.rawValue)" title="\(outcome.code) \(outcome.outcome.title)">\
            \(outcome.outcome.shortTitle)</span>\(mark)
            """
    }

    static func html(_ outcome: AcceptanceOutcome) -> HTML {
        "<span class=\"chip \(outcome.rawValue)\">\(outcome.title)</span>"
    }

    static func html(_ verdict: Verdict) -> HTML {
        "<span class=\"chip verdict \(verdict.tone.name)\">\(verdict.title)</span>"
    }

    static func html(_ record: SubmissionRecord) -> HTML {
        "<span class=\"chip \(record.state.rawValue)\">\(record.title)</span>"
    }

    static func html(_ basis: RuleBasis) -> HTML {
        "<span class=\"basis \(basis.rawValue)\">\(basis.title)</span>"
    }

    static func html(_ grade: CredibilitySignal.Grade) -> HTML {
        "<span class=\"chip \(grade == .strong ? "suspected" : "warning")\">\(grade.title)</span>"
    }

    static func html(_ severity: FindingSeverity) -> HTML {
        "<span class=\"chip \(severity.rawValue)\">\(severity.title)</span>"
    }
}

extension VerdictTone {
    /// The class of the style sheet.
    var name: String { String(describing: self) }
}
