import FEEL
import History
import Standards

/// What all consortia share: registers by consortium and by region, signals that need a look at all of them, files.
struct NationalContext: Sendable {
    /// Nil where the register was never collected.
    let incidents: [String: [Incident]]?
    let policies: [String: [Policy]]?
    private let incidentCoverage: Registers.Coverage
    private let policyCoverage: Registers.Coverage
    let determinations: [String: [Determination]]
    let signals: [String: [CredibilitySignal]]
    let parts: [Int: SourcePart]

    /// Registers and signals as they are given, with nothing looked for: what rule tests judge by.
    init(registers: Registers, signals: [String: [CredibilitySignal]]) {
        self.init(registers: registers, signals: signals, parts: [:])
    }

    private init(registers: Registers, signals: [String: [CredibilitySignal]], parts: [Int: SourcePart]) {
        incidents = registers.incidents.map { Dictionary(grouping: $0, by: \.consortium) }
        policies = registers.policies.map { Dictionary(grouping: $0, by: \.region) }
        incidentCoverage = registers.incidentCoverage
        policyCoverage = registers.policyCoverage
        determinations = Dictionary(grouping: registers.determinations ?? [], by: \.consortium)
        self.signals = signals
        self.parts = parts
    }

    init(
        input: AssessmentInput, consortia: [Consortium], panels: [Panel], rules: RuleBook, year: ReportingYear
    ) {
        let edition = rules.edition
        let strong =
            EvidenceReuse.signals(in: input.evidenceUses, edition: edition, year: year)
            + UnexplainedRestatement.signals(in: input.restatements, edition: edition, year: year)
            + CopiedFigures.signals(
                in: zip(consortia, panels).map { (consortium: $0.id, panel: $1) }, edition: edition, year: year)
        let weak = concurrently(consortia.count) {
            WeakSignals.signals(of: panels[$0], consortium: consortia[$0].id, edition: edition, year: year)
        }
        let signals = Dictionary(grouping: strong + weak.joined(), by: \.consortium).mapValues { signals in
            signals.sorted { ($0.kind.rawValue, $0.year, $0.text) < ($1.kind.rawValue, $1.year, $1.text) }
        }
        self.init(registers: input.registers, signals: signals, parts: input.parts)
    }

    /// The policies in force for a consortium: those of its province and of its prefecture. Nil where the register was not
    /// collected for it.
    func policies(of consortium: Consortium) -> [Policy]? {
        guard let policies, policyCoverage.contains(consortium.id) else { return nil }
        let regions = Set([consortium.province, consortium.prefecture]).subtracting([""])
        return regions.sorted().flatMap { policies[$0, default: []] }
    }

    /// Nil where the register was not collected for the consortium.
    func incidents(of consortium: Consortium) -> [Incident]? {
        guard let incidents, incidentCoverage.contains(consortium.id) else { return nil }
        return incidents[consortium.id, default: []]
    }

    /// The determinations on a clause in a year, in the order they were made; undated ones first.
    func determinations(of consortium: Consortium, clause: String, year: ReportingYear) -> [Determination] {
        let own = determinations[consortium.id, default: []].filter { $0.clause == clause && $0.year == year }
        return own.enumerated().sorted { left, right in
            switch (left.element.on, right.element.on) {
            case (let a?, let b?) where a != b: a < b
            case (nil, _?): true
            case (_?, nil): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }
}
