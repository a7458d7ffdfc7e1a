import FEEL
import History
import Standards
import TestSupport

@testable import Assessment

/// A consortium whose gaps are filled in and judged again, one filling after the other: by the ordinary evaluation, which
/// knows nothing of what is possible.
struct FilledSubject {
    let subject: Subject
    let program: ClauseProgram
    /// Those that the subject was made with.
    let registers: Registers

    /// What is not known and looked at, as the check tells it: every cell without a value, and the registers of policies
    /// and incidents where they do not reach far enough.
    var gaps: [Gap] {
        let ruling = subject.ruling(program, subject.year, subject.inputs(for: subject.year))
        let waived = subject.determinations.waivedYears(of: program.clause.code, before: subject.year)
        let facts = subject.cells(program, of: subject.clauseUses(program, ruling.year, waived: waived))
        return facts.filter { $0.status != .reported }.compactMap(\.gap).sorted {
            guard case .cell(let left) = $0, case .cell(let right) = $1 else { return false }
            return (left.indicator, left.year) < (right.indicator, right.year)
        }
            + [.policies, .incidents].filter { register in
                program.registers.contains(register)
                    && !subject.national.covers(register, subject.year, subject.entries)
            }.map(Gap.register)
    }

    /// Whether the outcome is known, with nothing pending.
    func isSettled(_ filling: [Gap: ObservedValue] = [:]) -> Bool {
        let filled = filling.isEmpty ? subject : subject.filled(filling, registers)
        let ruling = filled.ruling(program, filled.year, filled.inputs(for: filled.year))
        return ruling.outcome != .undetermined && ruling.pending == nil
    }

    /// Values that something may be filled in with: for a register, whether it has an entry that counts.
    func values(of gap: Gap) -> [ObservedValue] {
        guard case .cell(let place) = gap else { return [.truth(false), .truth(true)] }
        let indicator = subject.rules.edition.indicators[place.indicator]
        guard indicator.kind != .boolean else { return [.truth(false), .truth(true)] }
        guard indicator.kind.isNumeric else { return [.text("有")] }
        let top: Decimal128 = indicator.kind == .percent ? 100 : 1_000_000
        let numbers = [indicator.kind == .rank ? 1 : 0, top, 7] + known(beside: indicator, top)
        return numbers.map { .number($0) }
    }

    /// What is known of the same unit, and what is a little less: where a figure is held against others, the outcome turns
    /// between them.
    private func known(beside indicator: Indicator, _ top: Decimal128) -> [Decimal128] {
        let years = subject.panel.layout.years
        let others = Set(program.cells.map(\.indicator)).map { subject.rules.edition.indicators[$0] }
            .filter { $0.unit == indicator.unit }
        var numbers: Set<Decimal128> = []
        for other in others {
            for (year, basis) in years.flatMap({ year in [Basis.actual, .committed].map { (year, $0) } }) {
                if case .number(let number) = subject.panel.value(other.ordinal, year, basis) { numbers.insert(number) }
            }
        }
        let isWhole = indicator.kind == .count || indicator.kind == .rank
        let step: Decimal128 = isWhole ? 1 : Decimal128(coefficient: 1, exponent: -2)
        return Array(
            Set(numbers.flatMap { [$0, $0 - step] }).subtracting([0, top, 7]).filter { (0...top).contains($0) }
        )
        .sorted()
    }

    /// A filling of `gaps` that leaves the outcome open; nil where none was found in so many trials. Looked for with each
    /// of ``plainFillings(_:)`` and another value in one place or in two, then by giving one after the other what leaves
    /// it open so far, and going back.
    func opening(_ gaps: [Gap], trials: Int = 4_000) -> [Gap: ObservedValue]? {
        let choices = gaps.map { gap in values(of: gap).map { (gap, $0) } }
        let single = choices.flatMap(\.self)
        let plain = plainFillings(gaps)
        if let found = plain.first(where: { !isSettled($0) }) { return found }
        for plain in plain {
            for (place, (gap, value)) in single.enumerated() {
                let filling = plain.merging([gap: value]) { $1 }
                if !isSettled(filling) { return filling }
                guard single.count <= 60 else { continue }
                for (other, second) in single[(place + 1)...] where other != gap {
                    let filling = filling.merging([other: second]) { $1 }
                    if !isSettled(filling) { return filling }
                }
            }
        }
        var left = trials
        func open(_ place: Int, _ filling: [Gap: ObservedValue]) -> [Gap: ObservedValue]? {
            left -= 1
            guard left > 0 else { return nil }
            guard place < gaps.count else { return isSettled(filling) ? nil : filling }
            // What is known already stays so, but for what contradicts itself.
            guard place < 3 || !isSettled(filling) else { return nil }
            for value in values(of: gaps[place]) {
                if let found = open(place + 1, filling.merging([gaps[place]: value]) { $1 }) { return found }
            }
            return nil
        }
        return open(0, [:])
    }

    /// The least value everywhere and the greatest everywhere, then the one in a year, or of plans, and the other in what
    /// remains: rules hold years against each other, and figures against plans.
    private func plainFillings(_ gaps: [Gap]) -> [[Gap: ObservedValue]] {
        func filling(_ isGreatest: (Gap) -> Bool) -> [Gap: ObservedValue] {
            Dictionary(
                uniqueKeysWithValues: gaps.map { gap in
                    let values = values(of: gap)
                    return (gap, values[isGreatest(gap) ? min(1, values.count - 1) : 0])
                })
        }
        func place(_ gap: Gap) -> Subject.Place? { if case .cell(let place) = gap { place } else { nil } }
        let years = Set(gaps.compactMap { place($0)?.year }).sorted()
        let parts: [(Gap) -> Bool] =
            years.map { year in { place($0)?.year == year } } + [{ place($0)?.reading == .plan }]
        return [filling { _ in false }, filling { _ in true }]
            + parts.flatMap { part in [filling(part), filling { !part($0) }] }
    }

    /// Whether the outcome is known for so many fillings at random, and for those with one value everywhere.
    func isSettled(_ gaps: [Gap], trials: Int, using random: inout SeededNumbers) -> Bool {
        var fillings = (0..<3).map { choice in
            gaps.map { gap in (gap, values(of: gap)[min(choice, values(of: gap).count - 1)]) }
        }
        for _ in 0..<trials {
            fillings.append(gaps.map { gap in (gap, values(of: gap).randomElement(using: &random) ?? .missing) })
        }
        return fillings.allSatisfy { isSettled(Dictionary(uniqueKeysWithValues: $0)) }
    }
}

extension Subject {
    /// With what a filling says, in its panel and its registers.
    func filled(_ filling: [Gap: ObservedValue], _ known: Registers) -> Subject {
        var cells: [PanelCell: ObservedValue] = [:]
        var registers = known
        for (gap, value) in filling {
            switch gap {
            case .cell(let place): cells[PanelCell(place.indicator, place.year, place.reading.basis)] = value
            case .register(.policies):
                if let later = FilledSubject.later { registers.policyCoverage.add("", until: later) }
                if value == .truth(true) { registers.policies.append(.counting(for: consortium, in: year)) }
            case .register:
                if let later = FilledSubject.later { registers.incidentCoverage.add("", until: later) }
                if value == .truth(true) { registers.incidents.append(.counting(for: consortium, in: year)) }
            case .entry: break
            }
        }
        return Subject(
            consortium: consortium, entries: entries, panel: panel.replacing(cells, plans: rules.edition.keepingFirst),
            national: NationalContext(
                registers: registers, signals: [consortium.id: signals], ranks: national.ranks),
            assessor: assessor)
    }
}

extension FilledSubject {
    fileprivate static let later = CalendarDate(year: 2099, month: 12, day: 31)
}

extension Policy {
    fileprivate static func counting(for consortium: Consortium, in year: ReportingYear) -> Policy {
        Policy(
            id: "P-new", level: .province, region: consortium.province, title: "办法", number: "", issuer: "",
            issuedOn: CalendarDate(year: year.value, month: 3, day: 1), isEffective: true, evidence: nil,
            source: CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1))
    }
}

extension Incident {
    fileprivate static func counting(for consortium: Consortium, in year: ReportingYear) -> Incident {
        Incident(
            id: "I-new", consortium: consortium.id, occurredOn: CalendarDate(year: year.value, month: 3, day: 1),
            domain: .safety, severity: .major, hasAdverseImpact: true, status: .confirmed, evidence: nil,
            source: CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1))
    }
}

extension Evidence {
    /// What is to be filled in, where this is not reported.
    var gap: Gap? {
        switch subject {
        case .cell(let indicator, let year, let basis):
            let reading: CellReading =
                basis == .committed ? .committed : indicator.revisionPolicy == .first ? .plan : .actual
            return .cell(Assessment.Subject.Place(year: year, indicator: indicator.ordinal, reading: reading))
        case .register(let register): return .register(register)
        case .entry: return nil
        }
    }
}
