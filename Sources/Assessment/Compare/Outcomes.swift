package import Standards

/// What an assessment of one consortium comes to, without the sentences and the evidence: two of them can be held
/// against one another.
package struct Outcomes: Sendable, Hashable {
    /// What a clause came to in the assessed year, and what the verdict counts of it beside.
    package struct ClauseLine: Sendable, Hashable {
        package var outcome: ClauseOutcome
        let isWaived: Bool
        /// Cases of earlier years that nobody has closed.
        var openCases: Int
    }

    /// In the order of the standard's clauses.
    package let clauses: [ClauseLine]
    /// Of every 三级指标 that is accepted or not, in the order of the source.
    package let criteria: [AcceptanceOutcome]
    package let verdict: VerdictLine
    let summary: OutcomeSummary

    package struct VerdictLine: Sendable, Hashable {
        package let id: String
        package let title: String
    }

    /// What people call the conclusion: the outcomes of the clauses, and the verdict.
    package var conclusion: Conclusion {
        Conclusion(clauses: clauses.map(\.outcome), verdict: verdict.id)
    }

    package struct Conclusion: Sendable, Hashable {
        let clauses: [ClauseOutcome]
        let verdict: String
    }
}

/// Something that came out otherwise.
package struct OutcomeChange: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case verdict
        /// A clause by its code.
        case clause(String)
        /// A 三级指标 by its code.
        case criterion(String)
    }

    package let subject: Subject
    /// As people read them: 数据不足, 未触发, 达标.
    package let before: String
    package let after: String

    /// Whether the conclusion changed, and not only what a 三级指标 came to.
    package var isOfConclusion: Bool {
        if case .criterion = subject { false } else { true }
    }
}
