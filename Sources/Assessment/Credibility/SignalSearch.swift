import History
import Standards

/// Looks for the signals of a consortium. What lies between several is found once, for all of them; what one's own panel
/// tells is looked for when that is at hand.
struct SignalSearch: Sendable {
    private let edition: Edition
    private let year: ReportingYear
    private let resting: Resting
    private let effect: RestatementEffect
    private let groups: [FigureGroup]
    private let documents: [DocumentGroup]
    private let members: [SharedMember]
    /// By consortium, of which of ``groups``, ``documents`` and ``members`` it is a party, with its place there.
    private let ofGroups: [String: [Seat]]
    private let ofDocuments: [String: [Seat]]
    private let ofMembers: [String: [Seat]]
    private let uses: [String: [EvidenceUse]]
    private let restatements: [String: [Restatement]]
    private let statements: [String: [RegisterEntry]]
    private let incidents: [String: [Incident]]

    private struct Seat: Sendable {
        let group: Int
        let place: Int

        /// The seats of all parties.
        static func all(_ parties: [[String]]) -> [String: [Seat]] {
            var seats: [String: [Seat]] = [:]
            for (group, parties) in parties.enumerated() {
                for (place, party) in parties.enumerated() {
                    seats[party, default: []].append(Seat(group: group, place: place))
                }
            }
            return seats
        }
    }

    /// Nil where the edition says nothing of credibility.
    ///
    /// - Parameters:
    ///   - population: that of `input`, which knows no signals.
    ///   - figures: what its panels tell together.
    init?(input: AssessmentInput, in population: Population, figures: NationalFigures) {
        let assessor = population.assessor
        (edition, year) = (assessor.rules.edition, assessor.year)
        guard edition.credibility != nil else { return nil }
        let known = Set(population.consortia.map(\.id))
        groups = figures.groups
        let subjects = input.registers.signalSubjects
        let uses = input.evidenceUses.filter { known.contains($0.consortium) }
        let edition = edition
        documents = Dictionary(grouping: uses, by: \.hash).values.compactMap { uses in
            DocumentGroup(uses, edition: edition, subjects: subjects)
        }
        members = SharedMember.all(in: input.members.filter { known.contains($0.consortium) }, year: year)
        ofGroups = Seat.all(groups.map(\.parties))
        ofDocuments = Seat.all(documents.map(\.parties))
        ofMembers = Seat.all(members.map(\.parties))
        self.uses = Dictionary(grouping: uses, by: \.consortium)
        restatements = Dictionary(
            grouping: input.restatements.filter { known.contains($0.consortium) }, by: \.consortium)
        statements = Dictionary(
            grouping: input.statements.filter { known.contains($0.consortium) }, by: \.consortium)
        incidents =
            statements.isEmpty ? [:] : Dictionary(grouping: input.registers.incidents, by: \.consortium)
        resting = Resting(assessor.rules)
        effect = RestatementEffect(population, through: figures.lastYear)
    }

    /// All signals of some consortia by their ids, those of one by kind, year and text.
    ///
    /// - Parameters:
    ///   - consortia: with each all that it came of.
    ///   - panels: of these; one without has reported nothing.
    func signals(of consortia: [String], _ panels: [String: Panel]) -> [String: [CredibilitySignal]] {
        var found: [String: [CredibilitySignal]] = [:]
        for id in consortia where found[id] == nil { found[id] = others(of: id, panels[id]) }
        // Whether a figure given differently matters is asked beside all that is doubtful anyway.
        let others = found
        for id in others.keys {
            found[id, default: []] += UnexplainedRestatement.signals(
                in: restatements[id, default: []], edition: edition, year: year
            ) {
                effect.effective(among: $0, of: id, panels, signals: others)
            }
        }
        return found.mapValues { signals in
            signals.map { $0.affecting(resting.clauses(on: $0)) }.sorted {
                ($0.kind.rawValue, $0.year, $0.text) < ($1.kind.rawValue, $1.year, $1.text)
            }
        }
    }

    /// The signals of a consortium other than restatements.
    private func others(of id: String, _ panel: Panel?) -> [CredibilitySignal] {
        var found = ofDocuments[id, default: []].flatMap {
            EvidenceReuse.signals(of: documents[$0.group], at: $0.place, edition: edition, year: year)
        }
        found += EvidenceReuse.acrossYears(uses[id, default: []], edition: edition, year: year)
        found += ofMembers[id, default: []].map { members[$0.group].signal(at: $0.place, year: year) }
        found += FalseStatements.signals(
            in: statements[id, default: []], incidents: incidents[id, default: []], year: year)
        guard let panel else { return found }
        found += ofGroups[id, default: []].flatMap {
            CopiedFigures.signals(of: groups[$0.group], at: $0.place, panel: panel, edition: edition)
        }
        return found + WeakSignals.signals(of: panel, consortium: id, edition: edition, year: year)
    }

    /// Which clauses rest on which figures.
    private struct Resting: Sendable {
        private let clauses: [(code: String, cells: Set<Int>, usesSignals: Bool)]

        init(_ rules: RuleBook) {
            clauses = rules.clauses.map {
                ($0.clause.code, Set($0.cells.map(\.indicator)), $0.references.usesSignals)
            }
        }

        func clauses(on signal: CredibilitySignal) -> [String] {
            let cells = Set(
                signal.because.compactMap { evidence -> Int? in
                    guard case .cell(let indicator, _, _) = evidence.subject else { return nil }
                    return indicator.ordinal
                })
            return clauses.filter { clause in
                (clause.usesSignals && signal.grade == .strong) || !clause.cells.isDisjoint(with: cells)
            }.map(\.code)
        }
    }
}

extension Registers {
    /// By consortium, the incidents and signals that somebody determined on.
    var signalSubjects: [String: Set<String>] {
        determinations.reduce(into: [:]) { subjects, determination in
            if let subject = determination.subject { subjects[determination.consortium, default: []].insert(subject) }
        }
    }
}
