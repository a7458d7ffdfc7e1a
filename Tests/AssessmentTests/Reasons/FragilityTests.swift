import FEEL
import History
import Standards
import TestSupport
import Testing

@testable import Assessment

/// The change that is told makes the outcome another, and no smaller change of any figure does.
@Suite("Fragility")
struct FragilityTests {
    private let rules: RuleBook

    init() throws { rules = try RuleBook.trial.get() }

    @Test(arguments: [
        ("3.3.1", "2.6", "2.49"), ("2.3.1", "30.1", "30"), ("7.2.1", "3", "0"), ("7.2.1", "0", "1"),
    ])
    func `a figure is changed by as little as it takes`(_ code: String, _ from: String, _ to: String) throws {
        let indicator = try Indicator.trial(code)
        let year = ReportingYear(2025)
        let (old, new) = (try #require(Decimal128(from)), try #require(Decimal128(to)))
        var cells: [PanelCell: ObservedValue] = [PanelCell(indicator.ordinal, year): .number(old)]
        for other in rules.edition.indicators where other.code.point == code && other.kind == .boolean {
            cells[PanelCell(other.ordinal, year)] = .truth(true)
        }
        let subject = Subject(
            consortium: .example("C001"),
            panel: Panel(
                layout: PanelLayout(
                    firstYear: 2022, yearCount: 4, indicatorCount: rules.edition.indicators.count)
            ).replacing(cells), national: NationalContext(registers: Registers()),
            assessor: Assessor(rules: rules, year: year))
        let point = try #require(rules.edition.points.first { $0.code == code })
        let found = subject.fragility(of: subject.check(point))
        #expect(found?.to == .number(new))
        #expect(found?.change == (old.isZero ? .one : ((new - old) / old).magnitude))
    }

    /// Of clauses and verdicts of consortia of the worked example, against figures changed at random by less.
    @Test(.needsSharedFolder, arguments: Campaign.seeds(2))
    func `what is told is true, and smallest`(_ seed: Int) throws {
        var random = Campaign.numbers(seed: UInt64(seed))
        var input = try ExampleInbox(rules.edition).input()
        if seed.isMultiple(of: 2) { input.thin(rules.edition, using: &random) }
        let year = ReportingYear(2023 + seed % 3)
        let population = Population(input, assessor: Assessor(rules: rules, year: year))
        var told = 0
        // Of a thinned inbox some have nothing that is known: as many are looked at as it takes.
        for (place, id) in population.consortia.map({ $0.id }).shuffled(using: &random).enumerated()
        where place < 2 || told == 0 {
            guard let subject = population.subject(of: id, input.panels) else { continue }
            told += FragileOutcomes(subject).verify(using: &random)
        }
        #expect(told > 0)
    }
}

/// The outcomes of one consortium, held against figures that were changed by less than is told.
struct FragileOutcomes {
    let subject: Subject
    private let counterfactual: Counterfactual
    private let figures: [PanelCell]

    init(_ subject: Subject) {
        self.subject = subject
        counterfactual = Counterfactual(subject)
        let panel = subject.panel
        figures = panel.layout.years.flatMap { year in
            subject.rules.edition.indicators.compactMap { indicator in
                let gate = indicator.dueWhen.flatMap(subject.rules.edition.indicator)
                let isAsked = gate.map { panel.value($0.ordinal, year) != .truth(false) } ?? true
                guard isAsked, panel.value(indicator.ordinal, year).status == .reported,
                    indicator.kind.isNumeric || indicator.kind == .boolean
                else { return nil }
                return PanelCell(indicator.ordinal, year)
            }
        }
    }

    /// - Returns: of how many outcomes a change was told.
    func verify(using random: inout SeededNumbers) -> Int {
        let search = FragilitySearch(counterfactual)
        var told = 0
        for (place, program) in subject.rules.clauses.enumerated() {
            let outcome = counterfactual.actual.clauses[place].outcome
            guard outcome != .undetermined, outcome != .notApplicable else { continue }
            let read = Set(program.cells.map(\.indicator))
            told += verify(
                search.clause(place), "\(program.clause.code)", figures.filter { read.contains($0.indicator) }, 6,
                &random
            ) { outcomes in
                let other = outcomes.clauses[place].outcome
                return other != outcome && other != .undetermined
            }
        }
        told += verify(search.verdict(), "verdict", figures, 1, &random) { outcomes in
            let isKnown = zip(outcomes.clauses, counterfactual.actual.clauses).allSatisfy {
                $0.outcome != .undetermined || $1.outcome == .undetermined
            }
            return isKnown && outcomes.verdict.id != counterfactual.actual.verdict.id
        }
        return told
    }

    private func verify(
        _ found: Fragility?, _ what: String, _ figures: [PanelCell], _ trials: Int, _ random: inout SeededNumbers,
        isOther: (Outcomes) -> Bool
    ) -> Int {
        let place = "\(subject.consortium.id) \(subject.year) \(what): \(found?.text ?? "nothing")"
        if let found {
            let cell = PanelCell(found.indicator.ordinal, found.year)
            #expect(isOther(counterfactual.outcomes(with: [cell: found.to])), "true: \(place)")
            #expect(found.change > .zero, "\(place)")
        }
        for cell in figures {
            let indicator = subject.rules.edition.indicators[cell.indicator]
            for value in changes(of: cell, indicator, below: found?.change, trials, &random) {
                #expect(
                    !isOther(counterfactual.outcomes(with: [cell: value])),
                    "smaller: \(place), \(indicator.code) \(cell.year) \(value)")
            }
        }
        return found == nil ? 0 : 1
    }

    /// Values of a figure that are changes smaller than `bound`: the greatest of them up and down, and some between.
    private func changes(
        of cell: PanelCell, _ indicator: Indicator, below bound: Decimal128?, _ trials: Int,
        _ random: inout SeededNumbers
    ) -> [ObservedValue] {
        switch counterfactual.value(of: cell) {
        case .truth(let truth): return bound.map { $0 > .one } ?? true ? [.truth(!truth)] : []
        case .number(let number):
            let isWhole = indicator.kind == .count || indicator.kind == .rank
            let unit: Decimal128 = isWhole ? 1 : Decimal128(coefficient: 1, exponent: -2)
            if number.isZero, let bound, bound <= .one { return [] }
            let size = number.isZero ? 1_000 : number.magnitude
            // Strictly smaller, on the grid of what can be told.
            var most = ((bound ?? 30) * size / unit).rounded(.down).intValue ?? 0
            while most > 0, let bound, !number.isZero, Decimal128(most) * unit / size >= bound { most -= 1 }
            guard most > 0 else { return [] }
            var steps = [most, -most, 1, -1]
            for _ in 0..<trials {
                let step = Int.random(in: 1...most, using: &random)
                steps.append(Bool.random(using: &random) ? step : -step)
            }
            let least: Decimal128 = indicator.isGrowthRate ? -100 : indicator.kind == .rank ? 1 : .zero
            let top: Decimal128 = indicator.kind == .percent && !indicator.isGrowthRate ? 100 : 1_000_000_000
            return steps.map { number + Decimal128($0) * unit }.filter { $0 >= least && $0 <= top && $0 != number }
                .map(ObservedValue.number)
        default: return []
        }
    }
}
