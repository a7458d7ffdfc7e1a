import FEEL
import History
import Standards

/// What all consortia share: registers by consortium and by region, signals that need a look at all of them, files.
struct NationalContext: Sendable {
    private let incidents: [String: [Incident]]
    /// An authority's policies, by region.
    private let policies: [String: [Policy]]
    /// Those that a consortium lists itself, by consortium.
    private let ownPolicies: [String: [Policy]]
    private let incidentCoverage: Registers.Coverage
    private let policyCoverage: Registers.Coverage
    private let determinations: [String: [Determination]]
    /// Those on a subject, by the subject.
    private let determinationsBySubject: [String: [Determination]]
    private let transitions: [String: [Transition]]
    let unplacedPolicies: [Unplaced<Policy>]
    let unassignedIncidents: [Unplaced<Incident>]
    let signals: [String: [CredibilitySignal]]
    let parts: [Int: SourcePart]
    /// How high the role of a person stands who determines, by name; nobody named here stands at 0.
    let ranks: [String: Int]

    /// Registers and signals as they are given, with nothing looked for.
    init(
        registers: Registers, signals: [String: [CredibilitySignal]], parts: [Int: SourcePart] = [:],
        ranks: [String: Int] = [:]
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
        unplacedPolicies = registers.unplacedPolicies
        unassignedIncidents = registers.unassignedIncidents
        self.signals = signals
        self.parts = parts
        self.ranks = ranks
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

    /// The incidents of a consortium, and of the one that it came of.
    func incidents(of consortium: Consortium) -> [Incident] {
        let own = incidents[consortium.id, default: []]
        return consortium.predecessor.map { incidents[$0, default: []] + own } ?? own
    }

    func transitions(of consortium: Consortium) -> [Transition] { transitions[consortium.id, default: []] }

    /// The determinations on a consortium, and those that another party of one of its signals has on that signal: what
    /// lies between several is one case.
    func determinations(of consortium: Consortium) -> [Determination] {
        let own = determinations[consortium.id, default: []]
        guard !determinationsBySubject.isEmpty else { return own }
        return own
            + signals[consortium.id, default: []].filter { $0.parties.count > 1 }.flatMap { signal in
                determinationsBySubject[signal.id, default: []].filter {
                    $0.consortium != consortium.id && signal.parties.contains($0.consortium)
                }
            }
    }

    /// Whether a register covers `year` to its end for the consortium.
    func covers(_ register: RegisterKind, _ year: ReportingYear, _ consortium: Consortium) -> Bool {
        let coverage = register == .policies ? policyCoverage : incidentCoverage
        guard let day = coverage.until(consortium), let last = year.lastDay else { return false }
        return day >= last
    }
}

extension Consortium {
    /// The regions whose policies are for the consortium: its province and its prefecture, of which a cluster of cities
    /// has several.
    fileprivate var regions: [String] {
        ([province] + prefecture.split { !$0.isNumber }.map(String.init)).filter { !$0.isEmpty }
    }
}

extension [Consortium] {
    /// Of several register entries of one consortium, in the order of ``Consortium/validFrom``, the one that holds on
    /// `day`; the first before any does.
    func entry(on day: CalendarDate) -> Consortium? {
        last { $0.validFrom.map { $0 <= day } ?? true } ?? first
    }
}
