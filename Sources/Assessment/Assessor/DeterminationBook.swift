import FEEL
import Standards

/// What people determined on one consortium, as far as it decides anything.
///
/// Of several on the same thing the highest role's latest holds; where those of one role and day contradict each other,
/// they decide nothing, and an earlier one may still hold.
struct DeterminationBook: Sendable {
    /// Complete, in force by today, and not withdrawn; in the order of their days.
    private var valid: [Determination]
    /// What was decided on other facts than those that are known now: it decides nothing until somebody decides anew.
    private var reopened: [Determination] = []
    /// Appeals and executions beside the decisions, what was suspended among them, in the order of their days: what a
    /// case has gone through.
    private let course: [Determination]
    /// By name; people whom nobody knows decide on suspicions, as the authority's word stands for them.
    private let ranks: [String: DeciderRank]
    /// The day of the last incident.
    private let lastIncident: CalendarDate?

    /// What decides a matter: one determination, or several that contradict each other.
    struct Decision: Sendable {
        let holding: Determination?
        let contradictory: [Determination]

        static let none = Decision(holding: nil, contradictory: [])
    }

    init(_ determinations: [Determination], incidents: [Incident], ranks: [String: DeciderRank], today: CalendarDate?) {
        self.ranks = ranks
        lastIncident = determinations.isEmpty ? nil : incidents.compactMap(\.occurredOn).max()
        guard !determinations.isEmpty else {
            valid = []
            course = []
            return
        }
        let occurred = Dictionary(
            incidents.map { ([$0.consortium, $0.id], $0.occurredOn) }, uniquingKeysWith: { first, _ in first })
        let complete = determinations.filter { determination in
            guard let on = determination.on, !determination.by.isEmpty, !determination.ground.isEmpty else {
                return false
            }
            if let today, on > today { return false }
            if let subject = determination.subject, let day = occurred[[determination.consortium, subject]] ?? nil,
                on < day
            {
                return false
            }
            return true
        }
        let ordered = complete.enumerated().sorted { left, right in
            guard let first = left.element.on, let second = right.element.on, first != second else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element)
        // The latest first: a withdrawal that was itself withdrawn takes nothing away.
        var withdrawn: Set<String> = []
        for determination in ordered.reversed() where determination.decision == .withdraw {
            guard !(determination.id.map(withdrawn.contains) ?? false), let id = determination.withdraws else {
                continue
            }
            withdrawn.insert(id)
        }
        let standing = ordered.filter { determination in
            determination.decision != .withdraw && !(determination.id.map(withdrawn.contains) ?? false)
        }
        valid = standing.filter { !$0.decision.isProceeding }
        course = standing
    }

    var isEmpty: Bool { valid.isEmpty }

    /// Whether any of `consortium` is bound to what it was decided on.
    func isBound(of consortium: String) -> Bool { valid.contains { Self.isBound($0, consortium) } }

    /// A subject is a fact itself; a plan that was accepted is a figure of its own.
    private static func isBound(_ determination: Determination, _ consortium: String) -> Bool {
        determination.caseDigest != nil && determination.subject == nil && determination.consortium == consortium
            && determination.decision != .acceptPlanChange
    }

    /// Suspends what was decided on other facts than those that `digest` gives for a clause and year; where it gives
    /// none, nobody can tell.
    mutating func hold(
        to digest: (_ clause: String, _ year: ReportingYear) -> String?, of consortium: String
    ) {
        reopened = valid.filter { determination in
            guard Self.isBound(determination, consortium),
                let now = digest(determination.clause, determination.year)
            else { return false }
            return now != determination.caseDigest
        }
        guard !reopened.isEmpty else { return }
        valid.removeAll(where: reopened.contains)
    }

    /// Those of a clause and year whose facts have changed since.
    func reopened(_ clause: String, _ year: ReportingYear) -> [Determination] {
        reopened.isEmpty ? [] : reopened.filter { $0.clause == clause && $0.year == year }
    }

    /// Whether an incident happened after a determination was made.
    func isOutrun(_ determination: Determination) -> Bool {
        guard let lastIncident, let on = determination.on else { return false }
        return lastIncident > on
    }

    /// All that decide, or once decided, on a clause in a year, with those on a subject whatever their year.
    func all(_ clause: String, _ year: ReportingYear) -> [Determination] {
        valid.filter { $0.clause == clause && ($0.year == year || $0.subject != nil) }
    }

    /// What holds of a clause and year as such. A clause that only a person brings into force cannot be determined
    /// before the year is over, and rests on no single incident or signal: a subject says nothing there.
    func decision(on clause: Clause, _ year: ReportingYear) -> Decision {
        decision(
            among: valid.filter { determination in
                determination.clause == clause.code && determination.year == year
                    && (clause.trigger == .automatic
                        ? determination.subject == nil : (determination.on?.year ?? 0) > year.value)
            })
    }

    /// What was decided of a clause in a year, appealed against and carried out; nil where nobody said anything.
    func proceedings(_ clause: String, _ year: ReportingYear) -> Proceedings? {
        let own = course.filter { $0.clause == clause && $0.year == year }
        guard !own.isEmpty else { return nil }
        let last = Proceedings.lastAppeal(in: own, mayAnswer: mayClose)
        return Proceedings(
            clause: clause, year: year, decision: own.last { $0.decision == .confirm && !reopened.contains($0) },
            appeal: last?.appeal, answer: last?.answer, execution: own.last { $0.decision == .execute })
    }

    /// What holds of each incident and signal that was determined on under a clause, by its id.
    func subjects(of clause: Clause) -> [String: Decision] {
        let own = valid.filter { $0.clause == clause.code && $0.subject != nil }
        return Dictionary(grouping: own) { $0.subject ?? "" }.mapValues { decision(among: $0) }
    }

    /// The waiver of a clause in a year.
    func waiver(of clause: String, _ year: ReportingYear) -> Determination? {
        valid.last { $0.clause == clause && $0.year == year && $0.decision == .waive }
    }

    /// The years before `year` for which a clause was waived.
    func waivedYears(of clause: String, before year: ReportingYear) -> Set<ReportingYear> {
        Set(valid.filter { $0.clause == clause && $0.decision == .waive && $0.year < year }.map(\.year))
    }

    private func decision(among determinations: [Determination]) -> Decision {
        let deciding = determinations.filter {
            ($0.decision == .confirm || $0.decision == .dismiss) && rank(of: $0) >= .suspicions
        }
        guard let highest = deciding.map({ rank(of: $0) }).max() else { return .none }
        var left = deciding.filter { rank(of: $0) == highest }
        var contradictory: [Determination] = []
        while let last = left.last {
            let latest = left.filter { $0.on == last.on }
            if Set(latest.map(\.decision)).count == 1 {
                return Decision(holding: last, contradictory: contradictory)
            }
            contradictory += latest
            left.removeAll { $0.on == last.on }
        }
        return Decision(holding: nil, contradictory: contradictory)
    }

    /// Whether a determination may take back what was recommended: that is 部级审定's, where the roles are known.
    func mayClose(_ determination: Determination) -> Bool {
        let names = Self.names(of: determination)
        return names.contains { ranks[$0] == nil } || rank(of: determination) == .cases
    }

    /// Of several people (甲、乙) the highest counts.
    private func rank(of determination: Determination) -> DeciderRank {
        guard !ranks.isEmpty else { return .suspicions }
        return Self.names(of: determination).map { ranks[$0] ?? .suspicions }.max() ?? .suspicions
    }

    private static func names(of determination: Determination) -> [String] {
        determination.by.split(separator: "、").map(String.init)
    }
}
