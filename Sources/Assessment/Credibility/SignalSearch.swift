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
    ///   - groups: whose figures agree.
    ///   - registers: the nation's, with no signals.
    init?(
        input: AssessmentInput, consortia: [Consortium], groups: [FigureGroup], assessor: Assessor,
        registers: NationalContext
    ) {
        (edition, year) = (assessor.rules.edition, assessor.year)
        guard edition.credibility != nil else { return nil }
        let known = Set(consortia.map(\.id))
        self.groups = groups
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
        effect = RestatementEffect(assessor: assessor, national: registers)
    }

    /// All signals of a consortium, by kind, year and text.
    func signals(of consortium: Consortium, panel: Panel) -> [CredibilitySignal] {
        let id = consortium.id
        var found = ofDocuments[id, default: []].flatMap {
            EvidenceReuse.signals(of: documents[$0.group], at: $0.place, edition: edition, year: year)
        }
        found += EvidenceReuse.acrossYears(uses[id, default: []], edition: edition, year: year)
        if let restatements = restatements[id] {
            found += UnexplainedRestatement.signals(in: restatements, edition: edition, year: year) {
                effect.matters($0, to: consortium, panel)
            }
        }
        found += ofGroups[id, default: []].flatMap {
            CopiedFigures.signals(of: groups[$0.group], at: $0.place, panel: panel, edition: edition)
        }
        found += ofMembers[id, default: []].map { members[$0.group].signal(at: $0.place, year: year) }
        found += FalseStatements.signals(
            in: statements[id, default: []], incidents: incidents[id, default: []], year: year)
        found += WeakSignals.signals(of: panel, consortium: id, edition: edition, year: year)
        return found.map { $0.affecting(resting.clauses(on: $0)) }.sorted {
            ($0.kind.rawValue, $0.year, $0.text) < ($1.kind.rawValue, $1.year, $1.text)
        }
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
