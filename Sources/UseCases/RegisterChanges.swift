internal import FEEL
internal import Standards
internal import Store

/// The registers by the end of a day, and the entries of that of the consortia, by consortium.
struct RegisterState {
    var registers = Registers()
    var consortia: [String: [Consortium]] = [:]

    init() {}

    /// The consortia that `edition` is for.
    init(_ snapshot: StoreSnapshot, of edition: Edition) throws {
        registers = try snapshot.registers
        let ofKind = snapshot.consortia.filter { $0.kind == edition.kind }
        consortia = Dictionary(grouping: ofKind, by: \.id)
            .merging(Dictionary(grouping: snapshot.consortiumEntries, by: \.id)) { _, entries in entries }
    }
}

/// About whom registers said one thing at one time and say another at a later. Where an entry stands is no part of what
/// it says: a register that is sent again changes nothing.
struct RegisterChanges {
    private var changed: Set<String> = []
    /// Whether somebody confirmed what may be a signal, which may lie between the named consortium and others.
    let confirmsSignal: Bool
    /// The regions of which a policy came, went or changed, with the year of issue; nil where the day is not known.
    private var policies: [(region: String, year: Int?)] = []
    private let consortia: [String: [Consortium]]
    /// What registers of policies covered before and cover now: of a year that none covers nothing is known.
    private let coverage: (then: Registers.Coverage, now: Registers.Coverage)

    init(from then: RegisterState, to now: RegisterState) {
        consortia = now.consortia
        confirmsSignal = Self.difference(then.registers.determinations, now.registers.determinations)
            .contains(where: now.registers.confirmsSignal)
        coverage = (then.registers.policyCoverage, now.registers.policyCoverage)
        changed = Set(
            Self.difference(then.registers.incidents, now.registers.incidents).map(\.consortium)
                + Self.difference(then.registers.determinations, now.registers.determinations).map(\.consortium)
                + Self.difference(then.registers.transitions, now.registers.transitions).map(\.consortium))
        policies = Self.difference(then.registers.policies, now.registers.policies).map {
            ($0.region, $0.issuedOn?.year)
        }
        for (id, entries) in now.consortia where then.consortia[id] != entries {
            changed.insert(id)
        }
        addSuccessors()
    }

    /// What is said of one is said of those that came of it.
    private mutating func addSuccessors() {
        let successors = consortia.filter { $0.value.contains { !$0.predecessors.isEmpty } }
        var isComplete = successors.isEmpty
        while !isComplete {
            let added = successors.filter { id, entries in
                !changed.contains(id) && entries.contains { !changed.isDisjoint(with: $0.predecessors) }
            }
            changed.formUnion(added.keys)
            isComplete = added.isEmpty
        }
    }

    /// Those about whom something is said that may count for a year up to `year`.
    func consortia(upTo year: ReportingYear) -> Set<String> {
        let regions = Set(policies.filter { $0.year.map { $0 <= year.value } ?? true }.map(\.region))
        let covering = regionsThatCover(year)
        guard !regions.isEmpty || !covering.isEmpty else { return changed }
        return changed.union(
            consortia.filter { _, entries in
                entries.contains { entry in
                    // Of a policy whose region nobody knows it is not known whom it concerns.
                    !regions.isDisjoint(with: entry.regions) || !regions.allSatisfy(RegionCode.isCode)
                        || covering.contains { region in
                            entry.regions.contains { RegionCode.contains(region, $0) }
                        }
                }
            }.keys)
    }

    /// The regions whose register of policies covers the year to its end now and did not then, or the other way round.
    private func regionsThatCover(_ year: ReportingYear) -> [String] {
        Set(coverage.then.days.keys).union(coverage.now.days.keys).filter { region in
            func covers(_ coverage: Registers.Coverage) -> Bool {
                // To its last day.
                coverage.days[region].map { $0.year > year.value || $0 == Self.lastDay(of: year) } ?? false
            }
            return covers(coverage.then) != covers(coverage.now)
        }
    }

    private static func lastDay(of year: ReportingYear) -> CalendarDate? {
        CalendarDate(year: year.value, month: 12, day: 31)
    }

    private static func difference<Entry: Sourced>(_ then: [Entry], _ now: [Entry]) -> Set<Entry> {
        Set(then.map(\.withoutSource)).symmetricDifference(now.map(\.withoutSource))
    }
}

extension Registers {
    /// Whether a determination confirms a subject that is no incident, and so a signal.
    func confirmsSignal(_ determination: Determination) -> Bool {
        guard determination.decision == .confirm, let subject = determination.subject else { return false }
        return !incidents.contains { $0.id == subject }
    }
}
