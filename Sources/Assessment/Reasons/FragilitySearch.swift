import FEEL
import History
import Standards

/// Looks for the smallest change of one reported figure that makes an outcome another, by judging again.
///
/// The rules compare figures with thresholds, so that once an outcome has changed it does not come back as the figure
/// goes on the same way: of every figure the farthest value that could still be the smallest change is tried, and only
/// where that makes the outcome another is the nearest one sought between.
struct FragilitySearch {
    private let counterfactual: Counterfactual
    /// With what past closes come to at hand.
    private let subject: Subject
    private let past: [ReportingYear: RuleInputs]
    private var rules: RuleBook { subject.rules }
    /// By ordinal of an indicator, the 三级指标 whose points ask it.
    private let criteria: [Int: Int]

    init(_ counterfactual: Counterfactual) {
        self.counterfactual = counterfactual
        subject = counterfactual.subject.remembering(counterfactual.subject.rules.clauses)
        past = counterfactual.remembersCases ? subject.pastInputs : [:]
        let places = counterfactual.subject.rules.criteria.enumerated().flatMap { place, criterion in
            criterion.points.flatMap(\.indicators).map { ($0, place) }
        }
        criteria = Dictionary(places, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - Clauses, points, the verdict

    /// Of a clause by its place in the rule book; nil where its outcome is not known, or no figure changes it.
    func clause(_ place: Int) -> Fragility? {
        let program = rules.clauses[place]
        let outcome = counterfactual.actual.clauses[place].outcome
        guard outcome != .undetermined, outcome != .notApplicable else { return nil }
        return smallest(among: cells(of: program, in: subject.year)) { cell, value in
            let other = subject.changing(cell, to: value, plans: counterfactual.plans, affectsClauses: true)
            let changed = other.ruling(program, subject.year, other.inputs(for: subject.year)).outcome
            return changed == outcome || changed == .undetermined ? nil : changed.title
        }
    }

    /// Of an observation point that is met or not.
    func point(_ point: ObservationPoint, outcome: AcceptanceOutcome) -> Fragility? {
        guard outcome == .met || outcome == .notMet else { return nil }
        let beside = rules.criteria.first { $0.points.contains { $0.code == point.code } }?.points ?? [point]
        let cells = beside.flatMap(\.indicators).flatMap { judgedCells($0) }
        return smallest(among: cells) { cell, value in
            let other = subject.changing(cell, to: value, plans: counterfactual.plans, affectsClauses: false)
            let changed = other.outcome(of: point)
            return changed == outcome || changed == .undetermined ? nil : changed.title
        }
    }

    /// Of the verdict.
    func verdict() -> Fragility? {
        let actual = counterfactual.actual
        var telling: (clauses: [[Int]: Bool], criteria: Set<Int>) = ([:], tellingCriteria)
        // Cases that earlier years left open count for the verdict, and so does what those years look at.
        let judged = [subject.year] + past.keys
        var cells = Set(
            rules.clauses.flatMap { program in judged.flatMap { self.cells(of: program, in: $0) } }
        ).filter { cell in
            let readers = counterfactual.readers[cell.indicator] ?? []
            if let known = telling.clauses[readers] { return known }
            telling.clauses[readers] = isTelling(readers)
            return telling.clauses[readers] ?? true
        }
        let years = [subject.year, subject.tenure.baseYear]
        for (ordinal, place) in criteria where telling.criteria.contains(place) {
            cells.formUnion(judgedCells(ordinal))
        }
        return smallest(among: Array(cells)) { cell, value in
            let positions = counterfactual.readers[cell.indicator] ?? []
            let other = subject.changing(
                cell, to: value, plans: counterfactual.plans, affectsClauses: !positions.isEmpty)
            var clauses = actual.clauses
            for (position, line) in other.lines(
                ofClauses: positions, counterfactual.remembersCases,
                past: cell.year < subject.year ? nil : past)
            {
                guard line.outcome != .undetermined || clauses[position].outcome == .undetermined else { return nil }
                clauses[position] = line
            }
            var outcomes = actual.criteria
            if let place = criteria[cell.indicator], years.contains(cell.year), outcomes.indices.contains(place) {
                outcomes[place] = other.criterionOutcome(at: place)
            }
            guard clauses != actual.clauses || outcomes != actual.criteria else { return nil }
            let verdict = other.outcomes(clauses: clauses, criteria: outcomes).verdict
            return verdict.id == actual.verdict.id ? nil : verdict.title
        }
    }

    /// The 三级指标 that make the verdict another where they come out otherwise, each by itself.
    private var tellingCriteria: Set<Int> {
        let actual = counterfactual.actual
        return Set(
            actual.criteria.indices.filter { place in
                [AcceptanceOutcome.met, .notMet, .notApplicable].contains { outcome in
                    guard outcome != actual.criteria[place] else { return false }
                    var criteria = actual.criteria
                    criteria[place] = outcome
                    return subject.outcomes(clauses: actual.clauses, criteria: criteria).verdict.id
                        != actual.verdict.id
                }
            })
    }

    /// Whether the verdict would be another with any other outcomes of these clauses, or other cases left open by them.
    private func isTelling(_ places: [Int]) -> Bool {
        let actual = counterfactual.actual
        func isOther(_ clauses: [Outcomes.ClauseLine], _ rest: ArraySlice<Int>) -> Bool {
            guard let place = rest.first else {
                return clauses != actual.clauses
                    && subject.outcomes(clauses: clauses, criteria: actual.criteria).verdict.id != actual.verdict.id
            }
            return [clauses[place].outcome, .triggered, .suspected, .warning, .clear].contains { outcome in
                Set([clauses[place].openCases, 0, 1]).contains { open in
                    var clauses = clauses
                    clauses[place].outcome = outcome
                    clauses[place].openCases = open
                    return isOther(clauses, rest.dropFirst())
                }
            }
        }
        return isOther(actual.clauses, places[...])
    }

    /// What acceptance looks at: the figure, what was promised of it, and that of the base year.
    private func judgedCells(_ ordinal: Int) -> [PanelCell] {
        [
            PanelCell(ordinal, subject.year), PanelCell(ordinal, subject.year, .committed),
            PanelCell(ordinal, subject.tenure.baseYear),
        ]
    }

    /// What a clause looks at when it judges `year`.
    private func cells(of program: ClauseProgram, in year: ReportingYear) -> [PanelCell] {
        let waived = subject.determinations.waivedYears(of: program.clause.code, before: year)
        return program.cells.flatMap { use in
            subject.years(of: use.window, year, waived: waived).map {
                PanelCell(use.indicator, $0, use.basis)
            }
        }
    }

    // MARK: - Figures

    private struct Found {
        let cell: PanelCell
        let value: ObservedValue
        let change: Decimal128
        let becomes: String
    }

    /// - Parameter outcome: what comes out with another value in a cell; nil where nothing else does.
    private func smallest(
        among cells: [PanelCell], outcome: (PanelCell, ObservedValue) -> String?
    ) -> Fragility? {
        var best: Found?
        for cell in Set(cells).sorted() where subject.isDue(cell.indicator, cell.year) {
            switch counterfactual.value(of: cell) {
            case .truth(let truth):
                guard best.map({ $0.change > .one }) ?? true, let becomes = outcome(cell, .truth(!truth)) else {
                    continue
                }
                best = Found(cell: cell, value: .truth(!truth), change: .one, becomes: becomes)
            case .number(let number):
                for direction in [-1, 1] {
                    let figure = Figure(rules.edition.indicators[cell.indicator], number, direction)
                    guard
                        let steps = figure.fewestSteps(below: best?.change, { outcome(cell, .number($0)) != nil }),
                        let becomes = outcome(cell, .number(figure.value(after: steps)))
                    else { continue }
                    best = Found(
                        cell: cell, value: .number(figure.value(after: steps)), change: figure.change(after: steps),
                        becomes: becomes)
                }
            case .text, .missing, .notApplicable, .rejected, .withdrawn: continue
            }
        }
        return best.map { found in
            Fragility(
                indicator: rules.edition.indicators[found.cell.indicator], year: found.cell.year,
                from: counterfactual.value(of: found.cell), to: found.value, change: found.change,
                becomes: found.becomes)
        }
    }
}

extension Subject {
    /// The same with another value in one cell.
    fileprivate func changing(
        _ cell: PanelCell, to value: ObservedValue, plans: Set<Int>, affectsClauses: Bool
    ) -> Subject {
        with(panel.replacing([cell: value], plans: plans), changedIn: affectsClauses ? [cell.year] : [])
    }

    /// What one point comes to.
    fileprivate func outcome(of point: ObservationPoint) -> AcceptanceOutcome {
        var inputs = acceptanceInputs
        return .together(
            point.indicators.filter { isAsked($0) }.map { outcome(of: $0, &inputs) })
    }
}
