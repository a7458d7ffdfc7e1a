import FEEL
import History
package import Standards

/// What all consortia share: registers by consortium and by region, signals that need a look at all of them, files.
package struct NationalContext: Sendable {
    private var incidents: [String: [Incident]]
    /// An authority's policies, by region.
    private let policies: [String: [Policy]]
    /// Those that a consortium lists itself, by consortium.
    private var ownPolicies: [String: [Policy]]
    private let incidentCoverage: Registers.Coverage
    private let policyCoverage: Registers.Coverage
    private let determinations: [String: [Determination]]
    /// Those on a subject, by the subject.
    private let determinationsBySubject: [String: [Determination]]
    private let transitions: [String: [Transition]]
    /// What documents each consortium sent.
    let filings: Grouped<Filing>
    /// What people rated of each consortium.
    let ratings: Grouped<Rating>
    /// What was said of each consortium's work plans, in the order of receipt.
    let workPlans: Grouped<WorkPlanEntry>
    let tasks: Grouped<MemberTask>
    let evaluations: Grouped<Evaluation>
    /// What was told by quarter.
    let quarters: Grouped<QuarterFigure>
    let unplacedPolicies: [Unplaced<Policy>]
    let unassignedIncidents: [Unplaced<Incident>]
    /// Those of whom they were given, or looked for.
    private(set) var signals: [String: [CredibilitySignal]]
    let parts: [Int: SourcePart]
    /// How high the role of a person stands who determines, by name; nobody named here stands at 0.
    let ranks: [String: DeciderRank]

    /// Registers and signals as they are given, with nothing looked for.
    init(
        registers: Registers, signals: [String: [CredibilitySignal]], parts: [Int: SourcePart] = [:],
        ranks: [String: DeciderRank] = [:]
    ) {
        incidents = Dictionary(grouping: registers.incidents, by: \.consortium)
        policies = Dictionary(grouping: registers.policies.filter { $0.reportedBy == nil }, by: \.region)
        ownPolicies = Dictionary(grouping: registers.policies.filter { $0.reportedBy != nil }) { $0.reportedBy ?? "" }
        incidentCoverage = registers.incidentCoverage
        policyCoverage = registers.policyCoverage
        determinations = Dictionary(grouping: registers.determinations, by: \.consortium)
        determinationsBySubject = Dictionary(grouping: registers.determinations.filter { $0.subject != nil }) {
            $0.subject ?? ""
        }
        transitions = Dictionary(grouping: registers.transitions, by: \.consortium)
        filings = Grouped(registers.filings, by: \.consortium)
        ratings = Grouped(registers.ratings, by: \.consortium)
        workPlans = Grouped(registers.workPlans, by: \.consortium)
        tasks = Grouped(registers.tasks, by: \.consortium)
        quarters = Grouped(registers.quarters, by: \.consortium)
        evaluations = Grouped(registers.evaluations, by: \.consortium)
        unplacedPolicies = registers.unplacedPolicies
        unassignedIncidents = registers.unassignedIncidents
        self.signals = signals
        self.parts = parts
        self.ranks = ranks
    }

    /// Registers in which nobody looks for signals.
    package init(registers: Registers) {
        self.init(registers: registers, signals: [:])
    }

    /// The same registers with what was found in the figures since.
    func with(signals: [String: [CredibilitySignal]]) -> NationalContext {
        var other = self
        other.signals = signals
        return other
    }

    /// Takes in what a consortium has listed itself since; an entry that was there before gives way.
    package mutating func add(policies: [Policy], incidents: [Incident], of consortium: String) {
        let known = Set(policies.map(\.id)).subtracting([""])
        ownPolicies[consortium, default: []].removeAll { known.contains($0.id) }
        ownPolicies[consortium, default: []] += policies
        let listed = Set(incidents.map(\.id)).subtracting([""])
        self.incidents[consortium, default: []].removeAll { listed.contains($0.id) }
        self.incidents[consortium, default: []] += incidents
    }

    /// The policies that count for a consortium, whose register entries are `entries`: of an authority those of its
    /// province and prefecture on the day of issue, and its own.
    func policies(of entries: [Consortium]) -> [Policy] {
        var found: [Policy] = []
        for region in Set(entries.flatMap(\.regions)).sorted() {
            found += policies[region, default: []].filter { policy in
                policy.issuedOn.map { entries.entry(on: $0)?.regions.contains(region) ?? false } ?? true
            }
        }
        return found + (entries.first.map { ownPolicies[$0.id, default: []] } ?? [])
    }

    /// The incidents of a consortium, and before them those of the ones that it came of.
    func incidents(of consortium: Consortium, _ ancestors: [Ancestor] = []) -> [Incident] {
        let own = incidents[consortium.id, default: []]
        guard !ancestors.isEmpty else { return own }
        return ancestors.reversed().flatMap { ancestor in
            incidents[ancestor.id, default: []].filter { ancestor.precedes($0.occurredOn) }
        } + own
    }

    /// The signals of a consortium, and those of the ones that it came of by which falsification is suspected.
    func signals(of consortium: Consortium, _ ancestors: [Ancestor]) -> [CredibilitySignal] {
        let own = signals[consortium.id, default: []]
        guard !ancestors.isEmpty else { return own }
        let known = Set(own.map(\.id))
        return own
            + ancestors.flatMap { ancestor in
                signals[ancestor.id, default: []].filter { signal in
                    signal.grade == .strong && !known.contains(signal.id)
                        && ancestor.lastYear.map { signal.year <= $0 } ?? true
                }
            }
    }

    func transitions(of consortium: Consortium) -> [Transition] { transitions[consortium.id, default: []] }

    /// The determinations on a consortium, and those that another party of one of its signals has on that signal: what
    /// lies between several is one case. Of the ones that it came of, those on what follows it.
    func determinations(of consortium: Consortium, _ ancestors: [Ancestor] = []) -> [Determination] {
        let own = determinations[consortium.id, default: []]
        guard !determinationsBySubject.isEmpty else { return own }
        let inherited = ancestors.flatMap { ancestor in
            determinations[ancestor.id, default: []].filter { $0.subject != nil }
        }
        return own + inherited
            + signals[consortium.id, default: []].filter { $0.parties.count > 1 }.flatMap { signal in
                determinationsBySubject[signal.id, default: []].filter {
                    $0.consortium != consortium.id && signal.parties.contains($0.consortium)
                }
            }
    }

    /// Whether a register covers `year` to its end for the consortium.
    func covers(_ register: RegisterKind, _ year: ReportingYear, _ consortium: Consortium) -> Bool {
        covers(register, year, [consortium])
    }

    /// The same of one with several register entries: it is asked of where it lay when the year ended.
    func covers(_ register: RegisterKind, _ year: ReportingYear, _ entries: [Consortium]) -> Bool {
        guard let consortium = year.lastDay.flatMap({ entries.entry(on: $0) }) ?? entries.last else { return false }
        let coverage = register == .policies ? policyCoverage : incidentCoverage
        guard let day = coverage.until(consortium), let last = year.lastDay else { return false }
        return day >= last
    }
}
