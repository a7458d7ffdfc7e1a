import FEEL
import History
import Standards

/// One thing in which two sides of a comparison differ, and which can be taken from the one or the other.
enum Difference: Hashable {
    case cell(PanelCell)
    case policy(Swap<Policy>)
    case incident(Swap<Incident>)
    case determination(Swap<Determination>)
    case transition(Swap<Transition>)
    case filing(Swap<Filing>)
    case rating(Swap<Rating>)
    /// Of policies or of incidents.
    case coverage(RegisterKind)
    /// Work plans, tasks and evaluations.
    case ledgers
    case registration
    case signals
    case rules
    case time

    /// An entry that stands in the place of another, or where none stood, or nowhere any more.
    struct Swap<Entry: Hashable & Sendable>: Hashable {
        let before: Entry?
        let after: Entry?
    }

    /// Which of several that would do is named last: a figure is more telling than the day on which it is looked at.
    var reticence: Int {
        switch self {
        case .time: 0
        case .signals: 1
        case .coverage: 2
        case .registration: 3
        case .filing, .ledgers, .rating, .transition, .policy, .incident, .determination: 4
        case .cell: 5
        case .rules: 6
        }
    }
}

extension Registers {
    /// The entries that may count for a consortium: its own, those of the ones it came of, those of its regions, and
    /// determinations on what lies between several.
    func concerning(_ consortia: Set<String>, regions: Set<String>) -> Registers {
        var registers = self
        registers.policies.removeAll { policy in
            policy.reportedBy.map { !consortia.contains($0) } ?? !regions.contains(policy.region)
        }
        registers.incidents.removeAll { !consortia.contains($0.consortium) }
        registers.determinations.removeAll { !consortia.contains($0.consortium) && $0.subject == nil }
        registers.transitions.removeAll { !consortia.contains($0.consortium) }
        registers.filings.removeAll { !consortia.contains($0.consortium) }
        registers.ratings.removeAll { !consortia.contains($0.consortium) }
        registers.workPlans.removeAll { !consortia.contains($0.consortium) }
        registers.tasks.removeAll { !consortia.contains($0.consortium) }
        registers.evaluations.removeAll { !consortia.contains($0.consortium) }
        return registers
    }

    /// In what `later` says something else.
    func differences(from later: Registers) -> [Difference] {
        Self.swaps(policies, later.policies, \.withoutSource) { $0.id }.map(Difference.policy)
            + Self.swaps(incidents, later.incidents, \.withoutSource) { $0.id }.map(Difference.incident)
            + Self.swaps(determinations, later.determinations, \.withoutSource) { $0.id ?? "" }
            .map(Difference.determination)
            + Self.swaps(transitions, later.transitions, \.withoutSource) { _ in "" }.map(Difference.transition)
            + Self.swaps(filings, later.filings, { $0 }, id: { _ in "" }).map(Difference.filing)
            + Self.swaps(ratings, later.ratings, \.withoutSource) { "\($0.point)/\($0.round)/\($0.by)" }
            .map(Difference.rating)
            + ((workPlans, tasks, evaluations) == (later.workPlans, later.tasks, later.evaluations) ? [] : [.ledgers])
            + (policyCoverage == later.policyCoverage && unplacedPolicies == later.unplacedPolicies
                ? [] : [.coverage(.policies)])
            + (incidentCoverage == later.incidentCoverage && unassignedIncidents == later.unassignedIncidents
                ? [] : [.coverage(.incidents)])
    }

    /// Those of `before` that are not in `after` and the other way round, paired where they have the same id.
    private static func swaps<Entry: Hashable>(
        _ before: [Entry], _ after: [Entry], _ content: (Entry) -> Entry, id: (Entry) -> String
    ) -> [Difference.Swap<Entry>] {
        let (old, new) = (Set(before.map(content)), Set(after.map(content)))
        var gone = before.filter { !new.contains(content($0)) }
        let swaps = after.filter { !old.contains(content($0)) }.map { entry in
            let place = id(entry).isEmpty ? nil : gone.firstIndex { id($0) == id(entry) }
            return Difference.Swap(before: place.map { gone.remove(at: $0) }, after: entry)
        }
        return swaps + gone.map { Difference.Swap(before: $0, after: nil) }
    }

    /// These registers with some of the `differences` from `later` taken over, each entry in its place.
    func taking(_ differences: Set<Difference>, from later: Registers) -> Registers {
        var registers = self
        var swaps:
            (
                policies: [Difference.Swap<Policy>], incidents: [Difference.Swap<Incident>],
                determinations: [Difference.Swap<Determination>], transitions: [Difference.Swap<Transition>],
                filings: [Difference.Swap<Filing>], ratings: [Difference.Swap<Rating>]
            ) = ([], [], [], [], [], [])
        for difference in differences {
            switch difference {
            case .policy(let swap): swaps.policies.append(swap)
            case .incident(let swap): swaps.incidents.append(swap)
            case .determination(let swap): swaps.determinations.append(swap)
            case .transition(let swap): swaps.transitions.append(swap)
            case .filing(let swap): swaps.filings.append(swap)
            case .rating(let swap): swaps.ratings.append(swap)
            case .coverage(.policies):
                registers.policyCoverage = later.policyCoverage
                registers.unplacedPolicies = later.unplacedPolicies
            case .coverage:
                registers.incidentCoverage = later.incidentCoverage
                registers.unassignedIncidents = later.unassignedIncidents
            case .ledgers:
                (registers.workPlans, registers.tasks) = (later.workPlans, later.tasks)
                registers.evaluations = later.evaluations
            case .cell, .registration, .signals, .rules, .time: break
            }
        }
        registers.policies = Self.taking(swaps.policies, policies, later.policies)
        registers.incidents = Self.taking(swaps.incidents, incidents, later.incidents)
        registers.determinations = Self.taking(swaps.determinations, determinations, later.determinations)
        registers.transitions = Self.taking(swaps.transitions, transitions, later.transitions)
        registers.filings = Self.taking(swaps.filings, filings, later.filings)
        registers.ratings = Self.taking(swaps.ratings, ratings, later.ratings)
        return registers
    }

    /// In the order of `after`, which is that of receipt; what stays of `before` follows.
    private static func taking<Entry: Hashable>(
        _ swaps: [Difference.Swap<Entry>], _ before: [Entry], _ after: [Entry]
    ) -> [Entry] {
        guard !swaps.isEmpty else { return before }
        let taken = Set(swaps.compactMap(\.after))
        let left = Set(swaps.compactMap(\.before))
        let kept = before.filter { !left.contains($0) }
        let known = Set(kept)
        let ordered = after.filter { taken.contains($0) || known.contains($0) }
        let placed = Set(ordered)
        return ordered + kept.filter { !placed.contains($0) }
    }
}
