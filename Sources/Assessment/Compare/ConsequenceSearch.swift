package import History
package import Standards

/// Which of some doubtful cells would change the conclusion if they held something else: each by itself, several
/// together, or not until others were mended.
///
/// Every cell is tried with all its candidates. What by itself changes nothing is then tried together: all at their
/// ends, all at their best and their worst, and at random; what changes the conclusion that way is thinned out to a
/// smallest group, and the others that can stand in for one of its cells are told with it. The search ends after
/// ``Limits``, and says so.
package struct ConsequenceSearch: Sendable {
    /// What bounds the search.
    package struct Limits: Sendable {
        /// Assessments.
        package var evaluations = 4_000
        package var cells = 250
        package var groups = 6
        /// Random values of all cells together.
        package var samples = 24

        package init() {}
    }

    /// Cells that change the conclusion only together: any ``size`` of ``cells`` or nearly so.
    package struct Group: Sendable, Hashable {
        package let cells: [PanelCell]
        package let size: Int
        /// Values of ``size`` of the cells with which the conclusion is another.
        package let example: [PanelCell: ObservedValue]
        package let changes: [OutcomeChange]
    }

    /// The cells that change the conclusion each by itself, with what can come out otherwise.
    package private(set) var single: [PanelCell: [OutcomeChange]] = [:]
    package private(set) var groups: [Group] = []
    /// The groups that change the conclusion once a cell is mended that changes it by itself, and not before.
    package private(set) var later: [Group] = []
    /// What the other cells change of the 三级指标.
    package private(set) var minor: [PanelCell: [OutcomeChange]] = [:]
    /// Whether something was left untried.
    package private(set) var isBounded = false
    /// How many assessments it took.
    package private(set) var evaluations = 0

    private let counterfactual: Counterfactual
    private let limits: Limits
    private var tried: [PanelCell: Trial] = [:]

    /// What trying one cell by itself told.
    private struct Trial {
        /// One for each way in which things come out.
        var telling: [(value: ObservedValue, outcomes: Outcomes)] = []
        var best: ObservedValue?
        var worst: ObservedValue?
    }

    package init(_ cells: some Sequence<PanelCell>, in counterfactual: Counterfactual, limits: Limits = Limits()) {
        self.counterfactual = counterfactual
        self.limits = limits
        let all = Set(cells).sorted()
        isBounded = all.count > limits.cells
        let cells = Array(all.prefix(limits.cells))
        for cell in cells { tryOut(cell) }
        let rest = gather(cells.filter { single[$0] == nil })
        lookBehind(rest)
    }

    private mutating func evaluate(_ values: [PanelCell: ObservedValue]) -> Outcomes? {
        guard evaluations < limits.evaluations else {
            isBounded = true
            return nil
        }
        evaluations += 1
        return counterfactual.outcomes(with: values)
    }

    // MARK: - One by one

    private mutating func tryOut(_ cell: PanelCell) {
        var trial = Trial()
        var weights: (best: Int, worst: Int) = (.min, .max)
        for value in counterfactual.candidates(for: cell) {
            guard let outcomes = evaluate([cell: value]) else { break }
            if !trial.telling.contains(where: { $0.outcomes == outcomes }) { trial.telling.append((value, outcomes)) }
            guard value.status == .reported else { continue }
            let weight = outcomes.weight
            if weight >= weights.best { (weights.best, trial.best) = (weight, value) }
            if weight < weights.worst { (weights.worst, trial.worst) = (weight, value) }
        }
        tried[cell] = trial
        var conclusion: [OutcomeChange] = []
        var other: [OutcomeChange] = []
        for (_, outcomes) in trial.telling {
            for change in counterfactual.changes(in: outcomes) {
                if change.isOfConclusion {
                    if !conclusion.contains(change) { conclusion.append(change) }
                } else if !other.contains(change) {
                    other.append(change)
                }
            }
        }
        if !conclusion.isEmpty {
            single[cell] = conclusion
        } else if !other.isEmpty {
            minor[cell] = other
        }
    }

    // MARK: - Together

    /// Finds the groups among `cells`; returns those that are in none.
    private mutating func gather(_ cells: [PanelCell]) -> [PanelCell] {
        var rest = cells
        while let group = group(among: rest, beside: [:], base: counterfactual.actual) {
            guard groups.count < limits.groups else {
                isBounded = true
                return rest
            }
            groups.append(group)
            rest.removeAll(where: group.cells.contains)
        }
        return rest
    }

    /// A smallest group of `cells` that changes the conclusion `base`, with those that can stand in for one of it; nil
    /// where none was found.
    private mutating func group(
        among cells: [PanelCell], beside fixed: [PanelCell: ObservedValue], base: Outcomes
    ) -> Group? {
        guard !cells.isEmpty, let joint = joint(of: cells, beside: fixed, base: base) else { return nil }
        let values = thinned(joint, beside: fixed, base: base)
        guard let outcomes = evaluate(fixed.merging(values) { $1 }) else { return nil }
        let others = standIns(for: values, among: cells, beside: fixed, base: base)
        return Group(
            cells: Set(values.keys).union(others).sorted(), size: values.count, example: values,
            changes: counterfactual.changes(in: outcomes, from: base).filter(\.isOfConclusion))
    }

    /// Values of all `cells` with which the conclusion is another than `base`; nil where none was found.
    private mutating func joint(
        of cells: [PanelCell], beside fixed: [PanelCell: ObservedValue], base: Outcomes
    ) -> [PanelCell: ObservedValue]? {
        var random = SplitMix(seed: 0x5EED)
        let candidates = cells.map { ($0, tried[$0], counterfactual.candidates(for: $0)) }
        func reported(_ values: [ObservedValue]) -> [ObservedValue] { values.filter { $0.status == .reported } }
        var assignments: [[PanelCell: ObservedValue]] = []
        func add(_ choose: (Trial?, [ObservedValue]) -> ObservedValue?) {
            let values = candidates.compactMap { cell, trial, all in choose(trial, all).map { (cell, $0) } }
            assignments.append(Dictionary(uniqueKeysWithValues: values))
        }
        add { trial, _ in trial?.best }
        add { trial, _ in trial?.worst }
        add { _, all in reported(all).last }
        add { _, all in reported(all).first }
        add { _, _ in .missing }
        for _ in 0..<limits.samples { add { _, all in all.randomElement(using: &random) } }
        for values in assignments {
            guard let outcomes = evaluate(fixed.merging(values) { $1 }) else { return nil }
            if outcomes.conclusion != base.conclusion { return values }
        }
        return nil
    }

    /// The values without those that the change can do without.
    private mutating func thinned(
        _ values: [PanelCell: ObservedValue], beside fixed: [PanelCell: ObservedValue], base: Outcomes
    ) -> [PanelCell: ObservedValue] {
        var kept = values
        // Halves, quarters and so on, then one by one: most of many cells are of no account.
        var size = max(1, values.count / 2)
        while true {
            for part in kept.keys.sorted().parts(of: size) {
                let fewer = kept.filter { !part.contains($0.key) }
                guard !fewer.isEmpty, let outcomes = evaluate(fixed.merging(fewer) { $1 }) else { continue }
                if outcomes.conclusion != base.conclusion { kept = fewer }
            }
            if size == 1 { return kept }
            size /= 2
        }
    }

    /// Those that can stand in for one of a group.
    private mutating func standIns(
        for group: [PanelCell: ObservedValue], among cells: [PanelCell], beside fixed: [PanelCell: ObservedValue],
        base: Outcomes
    ) -> [PanelCell] {
        cells.filter { cell in
            guard group[cell] == nil, let trial = tried[cell] else { return false }
            let values = [trial.best, trial.worst].compactMap(\.self) + trial.telling.map(\.value).prefix(2)
            return group.keys.sorted().prefix(Self.swaps).contains { member in
                values.contains { value in
                    var swapped = group
                    swapped[member] = nil
                    swapped[cell] = value
                    return evaluate(fixed.merging(swapped) { $1 }).map { $0.conclusion != base.conclusion } ?? false
                }
            }
        }
    }

    /// How many of a group another cell is tried in the place of: in a large one they are all alike.
    private static let swaps = 12

    // MARK: - Afterwards

    /// Finds what comes to matter among `cells` once a cell was mended that matters by itself.
    private mutating func lookBehind(_ cells: [PanelCell]) {
        var rest = cells
        var seen: Set<Outcomes.Conclusion> = [counterfactual.actual.conclusion]
        for cell in single.keys.sorted() {
            for (value, outcomes) in tried[cell]?.telling ?? [] where seen.insert(outcomes.conclusion).inserted {
                while later.count < limits.groups,
                    let group = group(among: rest, beside: [cell: value], base: outcomes)
                {
                    later.append(group)
                    rest.removeAll(where: group.cells.contains)
                }
            }
        }
    }
}

extension Outcomes {
    /// How well things stand: with how many clauses and 三级指标.
    fileprivate var weight: Int {
        let good = clauses.count { $0.outcome == .clear } + criteria.count { $0 == .met }
        let bad = clauses.count { $0.outcome == .triggered } + criteria.count { $0 == .notMet }
        return good - bad
    }
}

extension [PanelCell] {
    fileprivate func parts(of size: Int) -> [Set<PanelCell>] {
        stride(from: 0, to: count, by: size).map { Set(self[$0..<Swift.min($0 + size, count)]) }
    }
}
