package import History
package import Standards

/// What would come out for one consortium, had some of its cells held other values. Pure, and cheap: what no changed
/// cell has a part in is not evaluated again.
///
/// Signals are left aside: they rest on other consortia and on earlier reports, and are the same before and after.
package struct Counterfactual: Sendable {
    /// As things are.
    package let actual: Outcomes
    let subject: Subject
    /// By ordinal of an indicator, the positions of the clauses that look at it.
    let readers: [Int: [Int]]
    let remembersCases: Bool
    /// The indicators whose first plan counts.
    let plans: Set<Int>

    /// - Parameters:
    ///   - consortium: its id, which must be among `consortia`.
    ///   - consortia: the register entries of it and of all that it came of (``Ancestry``).
    ///   - panels: by consortium; one without has reported nothing.
    package init(
        of consortium: String, among consortia: [Consortium], panels: [String: Panel], registers: NationalContext,
        assessor: Assessor
    ) {
        let population = Population(consortia, several: consortia, national: registers, assessor: assessor)
        guard let subject = population.subject(of: consortium, panels) else {
            preconditionFailure("a consortium has an entry")
        }
        self.init(subject)
    }

    /// - Parameter remembersCases: whether cases of earlier years count for the verdict.
    init(_ subject: Subject, remembersCases: Bool = true) {
        self.subject = subject
        self.remembersCases = remembersCases
        plans = subject.rules.edition.keepingFirst
        var readers: [Int: [Int]] = [:]
        for (position, program) in subject.rules.clauses.enumerated() {
            for indicator in Set(program.cells.map(\.indicator)) { readers[indicator, default: []].append(position) }
        }
        self.readers = readers
        actual = subject.outcomes(remembersCases: remembersCases)
    }

    package var edition: Edition { subject.rules.edition }
    package var year: ReportingYear { subject.year }

    /// What a cell holds.
    package func value(of cell: PanelCell) -> ObservedValue {
        subject.panel.value(cell.indicator, cell.year, cell.basis)
    }

    /// What would come out if the cells held these values.
    package func outcomes(with values: [PanelCell: ObservedValue]) -> Outcomes {
        let values = values.filter { value(of: $0.key) != $0.value }
        guard !values.isEmpty else { return actual }
        let affected = Set(values.keys.flatMap { readers[$0.indicator] ?? [] }).sorted()
        let other = subject.with(
            subject.panel.replacing(values, plans: plans),
            changedIn: affected.isEmpty ? [] : Set(values.keys.map(\.year)))
        var clauses = actual.clauses
        for (position, line) in other.lines(ofClauses: affected, remembersCases) { clauses[position] = line }
        let judged = [subject.year, subject.tenure.baseYear]
        let criteria =
            values.keys.contains { judged.contains($0.year) } ? other.criterionOutcomes : actual.criteria
        return other.outcomes(clauses: clauses, criteria: criteria)
    }

    /// What came out otherwise than it is now, or than in `base`: the verdict first, then clauses and 三级指标 as the
    /// standard lists them.
    package func changes(in outcomes: Outcomes, from base: Outcomes? = nil) -> [OutcomeChange] {
        let base = base ?? actual
        var changes: [OutcomeChange] = []
        func compare(_ subject: OutcomeChange.Subject, _ before: String, _ after: String) {
            if before != after { changes.append(OutcomeChange(subject: subject, before: before, after: after)) }
        }
        if outcomes.verdict.id != base.verdict.id {
            compare(.verdict, base.verdict.title, outcomes.verdict.title)
        }
        for (program, (before, after)) in zip(subject.rules.clauses, zip(base.clauses, outcomes.clauses)) {
            compare(.clause(program.clause.code), before.outcome.title, after.outcome.title)
        }
        let criteria = edition.categories.filter { $0.role != .negative }.flatMap(\.goals).flatMap(\.criteria)
        for (criterion, (before, after)) in zip(criteria, zip(base.criteria, outcomes.criteria)) {
            compare(.criterion(criterion.code), before.title, after.title)
        }
        return changes
    }
}

extension Edition {
    /// The indicators, by ordinal, of which the first value counts.
    var keepingFirst: Set<Int> { Set(indicators.filter { $0.revisionPolicy == .first }.map(\.ordinal)) }
}

extension Subject {
    /// What an assessment comes to.
    /// - Parameter remembersCases: whether cases of earlier years count for the verdict.
    func outcomes(remembersCases: Bool = true) -> Outcomes {
        outcomes(
            clauses: lines(ofClauses: Array(rules.clauses.indices), remembersCases).map(\.line),
            criteria: criterionOutcomes)
    }

    /// What clauses, by their positions in the rule book, come to.
    /// - Parameter past: the inputs of the years before, where they are at hand.
    func lines(
        ofClauses positions: [Int], _ remembersCases: Bool, past: [ReportingYear: RuleInputs]? = nil
    ) -> [(position: Int, line: Outcomes.ClauseLine)] {
        guard !positions.isEmpty else { return [] }
        let inputs = inputs(for: year)
        let past = remembersCases ? past ?? pastInputs : [:]
        return positions.map { position in
            let program = rules.clauses[position]
            let ruling = ruling(program, year, inputs)
            return (
                position,
                Outcomes.ClauseLine(
                    outcome: ruling.outcome, isWaived: ruling.waivedBy != nil,
                    openCases: remembersCases ? openCases(program, current: ruling, past).count : 0)
            )
        }
    }

    func outcomes(clauses: [Outcomes.ClauseLine], criteria: [AcceptanceOutcome]) -> Outcomes {
        let lists = rules.clauses.map(\.clause.list)
        let summary = summary(clauses: Array(zip(lists, clauses)), criteria: criteria)
        let standing = tenure.standing(in: year)
        let hit =
            if let (rater, rating) = rating() {
                rater.rules.verdicts.row(for: rating.summary, standing: standing, parameters: rater.parameters)
            } else {
                rules.verdicts.row(for: summary, standing: standing, parameters: parameters)
            }
        return Outcomes(
            clauses: clauses, criteria: criteria,
            verdict: Outcomes.VerdictLine(id: hit?.row.verdict ?? "none", title: hit?.row.title ?? "不作结论"),
            summary: summary)
    }
}
