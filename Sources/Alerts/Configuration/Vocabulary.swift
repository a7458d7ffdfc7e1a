package import Standards

/// The words that a configuration may use for what the standards define, so that a misspelt one is found before a run
/// and not by an alert that never comes.
package struct Vocabulary: Sendable {
    package let editions: [String]
    package let clauses: [String]
    package let verdicts: [String]

    package init(editions: [String], clauses: [String], verdicts: [String]) {
        self.editions = editions
        self.clauses = clauses
        self.verdicts = verdicts
    }

    package init(_ editions: [Edition]) {
        self.init(
            editions: editions.map(\.id),
            clauses: editions.flatMap { $0.clauses.map(\.code) }.once,
            verdicts: editions.flatMap { $0.verdicts.rows.map(\.verdict) }.once)
    }

    /// A duty's part is a clause where it has one.
    private var dutyClauses: [String] {
        DutyStanding.Kind.allCases.flatMap { kind in
            kind == .decision ? clauses.map { "\(kind.rawValue):\($0)" } : [kind.rawValue]
        }
    }

    /// Every value that a label can have; nil where that is open.
    func values(of label: LabelName) -> [String]? {
        switch label {
        case .edition: editions
        case .kind: ConsortiumKind.allCases.map(\.rawValue) + [""]
        case .list:
            ClauseList.allCases.map(\.rawValue) + [Situation.verdict, DutyStanding.dutyList, DutyStanding.systemList]
        case .clause: clauses + [Situation.verdict] + dutyClauses
        case .outcome: ClauseOutcome.alerting.map(\.rawValue) + verdicts + DutyStanding.Outcome.allCases.map(\.rawValue)
        case .severity: Severity.allCases.map(\.rawValue)
        case .consortium, .province, .prefecture, .year: nil
        }
    }
}

extension ClauseOutcome {
    /// Every outcome but those of which there is nothing to tell.
    static let alerting = allCases.filter { $0 < .clear }
}
