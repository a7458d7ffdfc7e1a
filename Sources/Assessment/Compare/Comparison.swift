import History
import Standards

/// Two assessments of one year held against one another: what was known on two days, or by two books of rules. Pure.
package struct Comparison<Failure: Error> {
    /// One of the two, with where its panels are read.
    package struct Side {
        let assessor: Assessor
        let input: AssessmentInput
        let panels: PanelSource<Failure>

        package init(_ assessor: Assessor, _ input: AssessmentInput, reading panels: PanelSource<Failure>) {
            self.assessor = assessor
            self.input = input
            self.panels = panels
        }
    }

    private let before: (side: Side, population: Population)
    private let after: (side: Side, population: Population)
    private let hasOtherRules: Bool

    /// Both are of one edition's indicators and of one year.
    /// - Parameter hasOtherRules: whether the sides are judged by other rules; else those of `after` are those of `before`.
    package init(from before: Side, to after: Side, hasOtherRules: Bool = false) {
        self.before = (before, Population(before.input, assessor: before.assessor))
        self.after = (after, Population(after.input, assessor: after.assessor))
        self.hasOtherRules = hasOtherRules
    }

    /// How many consortia are judged on either side; nil for those of all provinces.
    package func count(in province: String?) -> Int {
        let all = before.population.consortia + after.population.consortia
        return Set(all.filter { province == nil || $0.province == province }.map(\.id)).count
    }

    private func ids(_ population: Population) -> [String] { population.consortia.map(\.id) }

    /// Hands over what changed, in the order of the bytes of the ids of the consortia; one of which nothing changed is left
    /// out. A few consortia at a time are read and judged, on all cores.
    package func changes(
        only consortium: String? = nil, take: (ConsortiumChange) throws(Failure) -> Void
    ) throws(Failure) {
        let all = Set(ids(before.population) + ids(after.population))
            .filter { consortium == nil || $0 == consortium }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for start in stride(from: 0, to: all.count, by: Self.consortiaAtATime) {
            let batch = Array(all[start..<min(start + Self.consortiaAtATime, all.count)])
            let old = try subjects(batch, before)
            let new = try subjects(batch, after)
            let found = concurrently(batch.count) { place in
                change(before: old[place], after: new[place])
            }
            for case let change? in found { try take(change) }
        }
    }

    private static var consortiaAtATime: Int { 64 }

    private typealias Known = (subject: Subject, ancestors: [Ancestor])

    private func subjects(
        _ ids: [String], _ known: (side: Side, population: Population)
    ) throws(Failure) -> [Known?] {
        let panels = try known.side.panels.panels(ids.flatMap { known.population.panelsNeeded(by: $0) })
        return ids.map { id in
            known.population.subject(of: id, panels).map { ($0, known.population.ancestors(of: id)) }
        }
    }

    private func change(before old: Known?, after new: Known?) -> ConsortiumChange? {
        guard let (subject, _) = new ?? old else { return nil }
        let sides = (side(old, before.side), side(new, after.side))
        guard let then = sides.0, let now = sides.1 else {
            let outcomes = (sides.0 ?? sides.1)?.outcomes
            let state = outcomes.map { ChangedOutcome.State(id: $0.verdict.id, title: $0.verdict.title) }
            let changed = ChangedOutcome(
                subject: .verdict, before: sides.0 == nil ? nil : state, after: sides.1 == nil ? nil : state,
                causes: [.registration], isOfManyFigures: false, evidence: [])
            return ConsortiumChange(consortium: subject.consortium, year: subject.year, outcomes: [changed])
        }
        let changed = changedSubjects(then, now)
        guard !changed.isEmpty else { return nil }
        let both = TwoSides(before: then, after: now, hasOtherRules: hasOtherRules)
        var search = CauseSearch(both)
        let outcomes = changed.map { subject in
            let found = search.causes(of: subject)
            return ChangedOutcome(
                subject: subject, before: then.outcomes[subject, in: then.subject.rules],
                after: now.outcomes[subject, in: now.subject.rules],
                causes: both.causes(found.differences), isOfManyFigures: found.isOfManyFigures,
                evidence: hasOtherRules ? both.evidence(of: subject) : [])
        }
        return ConsortiumChange(consortium: subject.consortium, year: subject.year, outcomes: outcomes)
    }

    private func side(_ known: Known?, _ side: Side) -> TwoSides.Side? {
        known.map { TwoSides.Side($0.subject, ancestors: $0.ancestors, registers: side.input.registers) }
    }

    /// The verdict, and the clauses of both books of rules, in the order of the later one's.
    private func changedSubjects(_ old: TwoSides.Side, _ new: TwoSides.Side) -> [OutcomeChange.Subject] {
        let codes = new.subject.rules.clauses.map(\.clause.code)
        let gone = old.subject.rules.clauses.map(\.clause.code).filter { !codes.contains($0) }
        let subjects = [OutcomeChange.Subject.verdict] + (codes + gone).map(OutcomeChange.Subject.clause)
        return subjects.filter {
            old.outcomes[$0, in: old.subject.rules] != new.outcomes[$0, in: new.subject.rules]
        }
    }
}
