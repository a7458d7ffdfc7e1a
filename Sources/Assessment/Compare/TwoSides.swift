import FEEL
import History
import Standards

/// One consortium as two sides of a comparison see it, and as it would be with some of their differences taken over.
struct TwoSides {
    /// A consortium on one side.
    struct Side {
        let subject: Subject
        let ancestors: [Ancestor]
        /// Those that may count for it.
        let registers: Registers
        let outcomes: Outcomes

        init(_ subject: Subject, ancestors: [Ancestor], registers: Registers) {
            self.subject = subject
            self.ancestors = ancestors
            self.registers = registers.concerning(
                Set(ancestors.map(\.id) + [subject.consortium.id]), regions: Set(subject.entries.flatMap(\.regions)))
            outcomes = subject.outcomes()
        }
    }

    let before: Side
    let after: Side
    let differences: [Difference]
    private let hasOtherRules: Bool

    /// - Parameter hasOtherRules: whether the sides are judged by other rules.
    init(before: Side, after: Side, hasOtherRules: Bool) {
        self.before = before
        self.after = after
        self.hasOtherRules = hasOtherRules
        let (old, new) = (before.subject, after.subject)
        var differences = before.registers.differences(from: after.registers)
        differences += old.panel.cells(differingFrom: new.panel).map(Difference.cell)
        if old.entries != new.entries || before.ancestors != after.ancestors { differences.append(.registration) }
        if Set(old.signals) != Set(new.signals) { differences.append(.signals) }
        if hasOtherRules { differences.append(.rules) }
        if old.assessor.dates != new.assessor.dates { differences.append(.time) }
        self.differences = differences
    }

    /// What comes out where `taken` are as they are afterwards, and all else as it was before.
    func outcomes(taking taken: Set<Difference>) -> Outcomes {
        if taken.isEmpty { return before.outcomes }
        if taken.count == differences.count { return after.outcomes }
        let (old, new) = (before.subject, after.subject)
        let registered = taken.contains(.registration) ? after : before
        let remembering = taken.contains(.time) ? new : old
        let assessor = Assessor(
            rules: (taken.contains(.rules) ? new : old).rules, year: new.year, dates: remembering.assessor.dates)
        let national = NationalContext(
            registers: before.registers.taking(taken, from: after.registers),
            signals: [registered.subject.consortium.id: (taken.contains(.signals) ? new : old).signals],
            ranks: new.national.ranks)
        let cells = taken.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
        var subject = Subject(
            consortium: registered.subject.consortium, entries: registered.subject.entries,
            ancestors: registered.ancestors, panel: old.panel.taking(Set(cells), from: new.panel), national: national,
            assessor: assessor)
        subject.closings = remembering.closings
        subject.predecessors = registered.subject.predecessors
        return subject.outcomes()
    }

    /// The cells that a clause looks at; nil for the verdict, which looks at all.
    func indicators(of subject: OutcomeChange.Subject) -> Set<Int>? {
        guard case .clause(let code) = subject else { return nil }
        let programs = before.subject.rules.clauses + after.subject.rules.clauses
        return Set(programs.filter { $0.clause.code == code }.flatMap { $0.cells.map(\.indicator) })
    }

    /// What a clause rests on, on the side where it is the graver; nothing for the verdict.
    func evidence(of subject: OutcomeChange.Subject) -> [Evidence] {
        guard case .clause(let code) = subject else { return [] }
        let checks = [before.subject, after.subject].compactMap { subject in
            subject.rules.clauses.first { $0.clause.code == code }.map {
                subject.check($0, subject.inputs(for: subject.year), explaining: false)
            }
        }
        return checks.min { $0.outcome < $1.outcome }?.because ?? []
    }

    /// The file that a cell was last told in.
    func part(of cell: PanelCell) -> Int {
        let locator =
            after.subject.panel.locator(cell.indicator, cell.year, cell.basis)
            ?? before.subject.panel.locator(cell.indicator, cell.year, cell.basis)
        return locator?.part ?? -1
    }
}

extension TwoSides {
    /// Differences in words that people read; ratings, which are given apart, in one.
    func causes(_ differences: [Difference]) -> [OutcomeCause] {
        var ratings = 0
        var causes: [OutcomeCause] = []
        for difference in differences {
            if case .rating = difference { ratings += 1 } else { causes.append(cause(difference)) }
        }
        return causes + (ratings > 0 ? [.ratings(ratings)] : [])
    }

    private func cause(_ difference: Difference) -> OutcomeCause {
        let (old, new) = (before.subject, after.subject)
        switch difference {
        case .cell(let cell):
            let isPlan =
                old.panel.value(cell.indicator, cell.year, cell.basis)
                == new.panel.value(cell.indicator, cell.year, cell.basis)
            let reading: CellReading = isPlan ? .plan : cell.basis == .actual ? .actual : .committed
            return .figure(
                before: old.evidence(cell.indicator, cell.year, reading),
                after: new.evidence(cell.indicator, cell.year, reading))
        case .policy(let swap):
            return .entry(before: swap.before.map(Subject.evidence), after: swap.after.map(Subject.evidence))
        case .incident(let swap):
            return .entry(before: swap.before.map(Subject.evidence), after: swap.after.map(Subject.evidence))
        case .determination(let swap):
            return .entry(before: swap.before.map(Subject.evidence), after: swap.after.map(Subject.evidence))
        case .transition(let swap):
            return .entry(before: swap.before.map(Subject.evidence), after: swap.after.map(Subject.evidence))
        case .rating: return .ratings(1)
        case .filing(let swap): return .filing(before: swap.before?.title, after: swap.after?.title)
        case .coverage(let register):
            func until(_ side: Side) -> CalendarDate? {
                let registers = side.registers
                return (register == .policies ? registers.policyCoverage : registers.incidentCoverage)
                    .until(side.subject.consortium)
            }
            return .coverage(register, before: until(before), after: until(after))
        case .ledgers: return .ledgers
        case .registration: return .registration
        case .signals:
            let (gone, came) = (Set(old.signals), Set(new.signals))
            return .signals(
                gone: old.signals.filter { !came.contains($0) }, new: new.signals.filter { !gone.contains($0) })
        case .rules: return .rules
        case .time: return .time
        }
    }
}
