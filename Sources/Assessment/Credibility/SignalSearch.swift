import History
import Standards

/// Looks for signals among all consortia of an edition.
struct SignalSearch {
    /// By consortium, those of one by kind, year and text.
    let signals: [String: [CredibilitySignal]]

    /// `population` is that of `input`, and knows no signals.
    init(input: AssessmentInput, in population: Population) {
        let (consortia, panels) = (population.consortia, population.panels)
        let (rules, year) = (population.assessor.rules, population.assessor.year)
        let edition = rules.edition
        guard edition.credibility != nil else {
            signals = [:]
            return
        }
        let known = Set(consortia.map(\.id))
        let uses = input.evidenceUses.filter { known.contains($0.consortium) }
        let restatements = input.restatements.filter { known.contains($0.consortium) }
        var found = EvidenceReuse.signals(in: uses, edition: edition, year: year)
        found += CopiedFigures.signals(
            in: zip(consortia, panels).map { (consortium: $0.id, panel: $1) }, edition: edition, year: year)
        found += SharedMembers.signals(in: input.members.filter { known.contains($0.consortium) }, year: year)
        found += FalseStatements.signals(
            in: input.statements.filter { known.contains($0.consortium) }, incidents: input.registers.incidents,
            year: year)
        let weak = concurrently(consortia.count) {
            WeakSignals.signals(of: panels[$0], consortium: consortia[$0].id, edition: edition, year: year)
        }
        found += weak.joined()
        if !restatements.isEmpty {
            // Whether a figure given differently matters is asked beside all that is doubtful anyway.
            let others = Dictionary(grouping: found, by: \.consortium)
            let effect = RestatementEffect(population, national: population.national.with(signals: others))
            found += UnexplainedRestatement.signals(
                in: restatements, edition: edition, year: year, matters: effect.matters)
        }
        let resting = Resting(rules)
        signals = Dictionary(grouping: found, by: \.consortium).mapValues { signals in
            signals.map(resting.named).sorted {
                ($0.kind.rawValue, $0.year, $0.text) < ($1.kind.rawValue, $1.year, $1.text)
            }
        }
    }

    /// Which clauses rest on which figures.
    private struct Resting {
        private let clauses: [(code: String, cells: Set<Int>, usesSignals: Bool)]

        init(_ rules: RuleBook) {
            clauses = rules.clauses.map {
                ($0.clause.code, Set($0.cells.map(\.indicator)), $0.references.usesSignals)
            }
        }

        func named(_ signal: CredibilitySignal) -> CredibilitySignal {
            let cells = signal.because.compactMap { evidence -> Int? in
                guard case .cell(let indicator, _, _) = evidence.subject else { return nil }
                return indicator.ordinal
            }
            let affected = clauses.filter { clause in
                (clause.usesSignals && signal.grade == .strong) || cells.contains { clause.cells.contains($0) }
            }
            return CredibilitySignal(
                id: signal.id, kind: signal.kind, grade: signal.grade, consortium: signal.consortium,
                parties: signal.parties, year: signal.year, text: signal.text, because: signal.because,
                affects: affected.map(\.code))
        }
    }
}
