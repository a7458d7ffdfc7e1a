import FEEL
import History
import Standards
import TestSupport
import Testing

@testable import Assessment

/// What is told as a remedy clears the clause when the cells say it, and one step less does not.
@Suite("Remedies")
struct RemedyTests {
    private let rules: RuleBook

    init() throws { rules = try RuleBook.trial.get() }

    @Test(.needsSharedFolder, arguments: Campaign.seeds(2))
    func `what is told is true, and smallest`(_ seed: Int) throws {
        var random = Campaign.numbers(seed: UInt64(seed))
        var input = try ExampleInbox(rules.edition).input()
        if seed > 1 { input.thin(rules.edition, using: &random) }
        var told = 0
        for year in [2024, 2025].map({ ReportingYear($0) }) {
            let population = Population(input, assessor: Assessor(rules: rules, year: year))
            for id in population.consortia.map({ $0.id }) {
                guard let subject = population.subject(of: id, input.panels) else { continue }
                for code in ["16.3", "16.5"] {
                    told += try verify(subject, code, input.registers) ? 1 : 0
                }
            }
        }
        #expect(told > 0)
    }

    /// Whether a remedy was told and checked.
    private func verify(_ subject: Subject, _ code: String, _ registers: Registers) throws -> Bool {
        let program = try #require(rules.clauses.first { $0.clause.code == code })
        let check = subject.check(program, subject.inputs(for: subject.year), explaining: false)
        let place = "\(subject.consortium.id) \(code) \(subject.year): "
        guard [.triggered, .warning, .suspected].contains(check.outcome), check.decidedBy == nil else {
            #expect(check.remedy == nil, "\(place)")
            return false
        }
        func outcome(_ cells: [PanelCell: ObservedValue]) -> ClauseOutcome {
            let other = subject.filled(
                Dictionary(
                    uniqueKeysWithValues: cells.map { cell, value in
                        (Gap.cell(.init(year: cell.year, indicator: cell.indicator, reading: .actual)), value)
                    }), registers)
            return other.ruling(program, other.year, other.inputs(for: other.year)).outcome
        }
        let step: Decimal128 = code == "16.3" ? Decimal128(coefficient: 1, exponent: -2) : 1
        let ways = try code == "16.3" ? [funds(subject)] : families(subject).map { [$0] }
        let remedy = try #require(check.remedy, "\(place)\(check.text)")
        let sums = ways.map { way in way.reduce(Decimal128.zero) { $0 + $1.missing } }
        #expect(sums.contains(remedy.amount), "\(place)\(remedy.text), \(sums)")
        for (way, sum) in zip(ways, sums) where sum == remedy.amount {
            let cells = way.reduce(into: [PanelCell: ObservedValue]()) { $0.merge($1.raised(less: .zero)) { $1 } }
            #expect(outcome(cells) == .clear, "\(place)\(remedy.text)")
            for short in way where short.missing > .zero {
                let less = cells.merging(short.raised(less: step)) { $1 }
                #expect(outcome(less) != .clear, "\(place)\(remedy.text) less \(step)")
            }
        }
        if code == "16.5" {
            let sizes = ways.flatMap { $0 }.map { $0.has.isZero ? Decimal128.one : $0.missing / $0.has }
            let own = zip(sizes, sums).filter { $0.1 == remedy.amount }.map(\.0).min()
            #expect(own == sizes.min(), "\(place)\(remedy.text)")
        }
        return true
    }

    /// What something has, what it lacks, and the cell that makes good for it.
    private struct Lack {
        let has: Decimal128
        let missing: Decimal128
        let cell: PanelCell
        let value: Decimal128
        var beside: [PanelCell: ObservedValue] = [:]

        func raised(less: Decimal128) -> [PanelCell: ObservedValue] {
            missing > .zero ? beside.merging([cell: .number(value + missing - less)]) { $1 } : [:]
        }
    }

    /// Of both funds, by the source's words: a fund that was not arranged received nothing.
    private func funds(_ subject: Subject) throws -> [Lack] {
        try [("6.1.1", "6.1.2", "6.1.4"), ("6.1.5", "6.1.6", "6.1.8")].map { arranged, received, planned in
            let gate = try Indicator.trial(arranged).ordinal
            let cell = PanelCell(try Indicator.trial(received).ordinal, subject.year)
            let isArranged = subject.panel.value(gate, subject.year) != .truth(false)
            let reported = number(subject.panel.value(cell.indicator, subject.year))
            // 否 beside an amount contradicts itself: what was received is not known.
            let known = isArranged ? reported : (reported ?? .zero) > .zero ? nil : Decimal128.zero
            let plan = number(subject.panel.plan(try Indicator.trial(planned).ordinal, subject.year))
            // Of a fund of which one of both is not known nothing is asked.
            let has = known ?? .zero
            return Lack(
                has: has, missing: known == nil ? .zero : max(.zero, (plan ?? .zero) - has), cell: cell, value: has,
                beside: isArranged ? [:] : [PanelCell(gate, subject.year): .truth(true)])
        }
    }

    /// Of the families of 16.5 of which both years are known.
    private func families(_ subject: Subject) throws -> [Lack] {
        let codes = [
            ["9.1.2"], ["9.1.3", "9.1.4"], ["9.1.5", "9.1.6"], ["9.2.1", "9.2.2", "9.2.3"], ["14.2.1"], ["14.2.2"],
        ]
        return try codes.compactMap { codes in
            let ordinals = try codes.map { try Indicator.trial($0).ordinal }
            func sum(_ year: ReportingYear) -> Decimal128? {
                let values = ordinals.compactMap { number(subject.panel.value($0, year)) }
                return values.count == ordinals.count ? values.reduce(.zero, +) : nil
            }
            guard let now = sum(subject.year), let base = sum(subject.tenure.baseYear) else { return nil }
            let first = PanelCell(ordinals[0], subject.year)
            let goal = (base * 12 / 10).rounded(.down) + 1
            return Lack(
                has: now, missing: goal - now, cell: first,
                value: number(subject.panel.value(first.indicator, first.year)) ?? .zero)
        }
    }

    private func number(_ value: ObservedValue) -> Decimal128? {
        if case .number(let number) = value { number } else { nil }
    }
}
