import History
import Standards

/// Which of the differences between two sides made an outcome what it is: a set that suffices and of which none can be
/// spared, found by judging again with differences left out, halves of them first.
struct CauseSearch {
    private let sides: TwoSides
    private var known: [Set<Difference>: Outcomes] = [:]

    /// More figures than these are told by the file they came in and are not tried one by one.
    private static let mostFigures = 40

    init(_ sides: TwoSides) {
        self.sides = sides
    }

    /// - Returns: the differences in the order of the sides', and whether figures among them were left together.
    mutating func causes(of subject: OutcomeChange.Subject) -> (differences: [Difference], isOfManyFigures: Bool) {
        let target = sides.after.outcomes[subject, in: sides.after.subject.rules]
        // What the clause does not look at is tried first, in one piece, and what says least before what says most.
        let indicators = sides.indicators(of: subject)
        var units: [[Difference]] = []
        var cells: [Int: [Difference]] = [:]
        var unread: [Difference] = []
        for difference in sides.differences {
            guard case .cell(let cell) = difference else {
                units.append([difference])
                continue
            }
            if let indicators, !indicators.contains(cell.indicator) {
                unread.append(difference)
            } else {
                cells[sides.part(of: cell), default: []].append(difference)
            }
        }
        units.sort { $0[0].reticence < $1[0].reticence }
        units = (unread.isEmpty ? [] : [unread]) + units + cells.sorted { $0.key < $1.key }.map(\.value)
        var kept = thinned(units, subject, target).flatMap(\.self)
        let figures = kept.count { if case .cell = $0 { true } else { false } }
        if figures <= Self.mostFigures { kept = thinned(kept.map { [$0] }, subject, target).flatMap(\.self) }
        let needed = Set(kept)
        return (sides.differences.filter(needed.contains), figures > Self.mostFigures)
    }

    /// The units without those that the outcome can do without.
    private mutating func thinned(
        _ units: [[Difference]], _ subject: OutcomeChange.Subject, _ target: ChangedOutcome.State?
    ) -> [[Difference]] {
        var kept = units
        var size = max(1, units.count / 2)
        while true {
            var start = 0
            while start < kept.count {
                let end = min(start + size, kept.count)
                let fewer = Array(kept[..<start] + kept[end...])
                if comes(fewer, subject, target) { kept = fewer } else { start = end }
            }
            if size == 1 { return kept }
            size /= 2
        }
    }

    private mutating func comes(
        _ units: [[Difference]], _ subject: OutcomeChange.Subject, _ target: ChangedOutcome.State?
    ) -> Bool {
        let taken = Set(units.flatMap(\.self))
        let outcomes = known[taken] ?? sides.outcomes(taking: taken)
        known[taken] = outcomes
        return outcomes[subject, in: sides.after.subject.rules] == target
    }
}

extension Outcomes {
    /// What the verdict or a clause came to; nil where the rules have no such clause.
    subscript(subject: OutcomeChange.Subject, in rules: RuleBook) -> ChangedOutcome.State? {
        switch subject {
        case .verdict: ChangedOutcome.State(id: verdict.id, title: verdict.title)
        case .clause(let code):
            rules.clauses.firstIndex { $0.clause.code == code }.map { place in
                let line = clauses[place]
                return ChangedOutcome.State(
                    id: line.outcome.rawValue, title: line.outcome.title + (line.isWaived ? "（已豁免）" : ""))
            }
        case .criterion: nil
        }
    }
}
