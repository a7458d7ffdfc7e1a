import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// What is named as the reason of a change is the reason: it suffices, and nothing of it can be spared.
@Suite("Comparison of two assessments")
struct ComparisonTests {
    private let rules: RuleBook
    private let edition: Edition

    init() throws {
        rules = try RuleBook.trial.get()
        edition = rules.edition
    }

    /// Two states of a consortium in which figures, registers and the day differ at random. The reasons are put into the
    /// first state by hand and judged in the ordinary way.
    @Test(arguments: 1...12)
    func `the causes of a change bring it about, and none of them can be spared`(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let quality = [60, 90, 99, 100][Int(seed) % 4]
        let doubtful = DoubtfulPanel(edition, faults: 30, quality: quality, using: &random)
        let old = State(panel: doubtful.panel, registers: registers(using: &random), today: nil)
        var values: [PanelCell: ObservedValue] = [:]
        for indicator in edition.indicators where indicator.revisionPolicy != .first {
            for year in [ReportingYear(2024), ReportingYear(2025)] where Int.random(in: 0..<6, using: &random) == 0 {
                let isWell = Bool.random(using: &random)
                values[PanelCell(indicator.ordinal, year)] = DoubtfulPanel.value(
                    of: indicator, isWell, year, using: &random)
            }
        }
        let new = State(
            panel: doubtful.panel.replacing(values), registers: registers(using: &random),
            today: CalendarDate("2026-05-08"))
        let found = changes(from: old, to: new)
        let (before, after) = (try conclusion(of: old), try conclusion(of: new))
        let subjects = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(Set(found.map(\.subject)) == subjects)
        for (subject, differences) in found {
            #expect(try conclusion(of: old.taking(differences, from: new))[subject] == after[subject], "\(subject)")
            for spared in differences.indices {
                var fewer = differences
                fewer.remove(at: spared)
                let outcome = try conclusion(of: old.taking(fewer, from: new))[subject]
                #expect(outcome != after[subject], "\(subject): \(differences[spared]) can be spared")
            }
        }
    }

    @Test func `what is the same on both sides changes nothing`() {
        var random = SplitMix(seed: 9)
        let doubtful = DoubtfulPanel(edition, faults: 10, quality: 80, using: &random)
        let state = State(panel: doubtful.panel, registers: DoubtfulPanel.registers, today: nil)
        #expect(changes(from: state, to: state).isEmpty)
    }

    @Test func `a consortium that was not registered before is told as such`() throws {
        var random = SplitMix(seed: 3)
        let doubtful = DoubtfulPanel(edition, faults: 0, quality: 100, using: &random)
        let state = State(panel: doubtful.panel, registers: DoubtfulPanel.registers, today: nil)
        var none = state.input
        none.consortia = []
        let assessor = Assessor(rules: rules, year: 2025)
        let comparison = Comparison(
            from: .init(assessor, none, reading: PanelSource(none)),
            to: .init(assessor, state.input, reading: PanelSource(state.input)))
        var found: [ConsortiumChange] = []
        comparison.changes { found.append($0) }
        let outcome = try #require(found.first?.outcomes.first)
        #expect(found.count == 1 && outcome.before == nil && outcome.after != nil)
        #expect(outcome.causes == [.registration])
    }

    @Test func `other rules are the cause of what they change, and the cells are shown that they judge`() throws {
        var random = SplitMix(seed: 4)
        let doubtful = DoubtfulPanel(edition, faults: 0, quality: 100, using: &random)
        // Without achievements of the nation, which break through by themselves.
        let achievements = try ["8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2"].map { try Indicator.trial($0).ordinal }
        let cells = achievements.flatMap { code in doubtful.panel.layout.years.map { PanelCell(code, $0) } }
        let panel = doubtful.panel.replacing(Dictionary(uniqueKeysWithValues: cells.map { ($0, .number(0)) }))
        let state = State(panel: panel, registers: DoubtfulPanel.registers, today: nil)
        let strict = try RuleBook(edition.setting(["突破倍数": 1000]))
        let comparison = Comparison(
            from: .init(Assessor(rules: rules, year: 2025), state.input, reading: PanelSource(state.input)),
            to: .init(Assessor(rules: strict, year: 2025), state.input, reading: PanelSource(state.input)),
            hasOtherRules: true)
        var found: [ConsortiumChange] = []
        comparison.changes { found.append($0) }
        let outcome = try #require(found.first?.outcomes.first { $0.subject == .clause("16.5") })
        #expect(outcome.before?.id == "clear" && outcome.after?.id == "suspected" && outcome.causes == [.rules])
        #expect(!outcome.evidence.isEmpty)
    }

    // MARK: - Two states

    private struct State {
        var panel: Panel
        var registers: Registers
        var today: CalendarDate?

        var input: AssessmentInput {
            AssessmentInput(
                consortia: [DoubtfulPanel.consortium], panels: [DoubtfulPanel.consortium.id: panel],
                registers: registers)
        }

        /// Puts some differences into this state, one by one.
        func taking(_ differences: [Difference], from other: State) -> State {
            var state = self
            for difference in differences {
                switch difference {
                case .cell(let cell):
                    let value = other.panel.value(cell.indicator, cell.year, cell.basis)
                    state.panel = state.panel.replacing([cell: value])
                case .incident(let swap):
                    state.registers.incidents.removeAll { $0 == swap.before }
                    state.registers.incidents += [swap.after].compactMap(\.self)
                case .policy(let swap):
                    state.registers.policies.removeAll { $0 == swap.before }
                    state.registers.policies += [swap.after].compactMap(\.self)
                case .determination(let swap):
                    state.registers.determinations.removeAll { $0 == swap.before }
                    state.registers.determinations += [swap.after].compactMap(\.self)
                case .transition(let swap):
                    state.registers.transitions.removeAll { $0 == swap.before }
                    state.registers.transitions += [swap.after].compactMap(\.self)
                case .coverage(.policies): state.registers.policyCoverage = other.registers.policyCoverage
                case .coverage: state.registers.incidentCoverage = other.registers.incidentCoverage
                case .time: state.today = other.today
                case .filing, .rating, .ledgers, .registration, .signals, .rules: Issue.record("\(difference)")
                }
            }
            return state
        }
    }

    private func assessor(of state: State) -> Assessor {
        Assessor(rules: rules, year: 2025, dates: AssessmentDates(today: state.today))
    }

    private func conclusion(of state: State) throws -> [OutcomeChange.Subject: String] {
        let assessed = try #require(assessor(of: state).assess(state.input).first)
        var outcomes: [OutcomeChange.Subject: String] = [.verdict: assessed.verdict.id]
        for check in assessed.clauses {
            outcomes[.clause(check.clause.code)] = check.outcome.rawValue + (check.waivedBy == nil ? "" : " waived")
        }
        return outcomes
    }

    private func changes(
        from old: State, to new: State
    ) -> [(subject: OutcomeChange.Subject, differences: [Difference])] {
        func side(_ state: State) -> TwoSides.Side? {
            let input = state.input
            let population = Population(input, assessor: assessor(of: state))
            return population.subject(of: DoubtfulPanel.consortium.id, input.panels).map {
                TwoSides.Side($0, ancestors: [], registers: input.registers)
            }
        }
        guard let before = side(old), let after = side(new) else { return [] }
        let sides = TwoSides(before: before, after: after, hasOtherRules: false)
        var search = CauseSearch(sides)
        let subjects = [OutcomeChange.Subject.verdict] + rules.clauses.map { .clause($0.clause.code) }
        return subjects.filter { before.outcomes[$0, in: rules] != after.outcomes[$0, in: rules] }.map {
            ($0, search.causes(of: $0).differences)
        }
    }

    private func registers(using random: inout SplitMix) -> Registers {
        let source = CellSource(file: "登记.csv", sha256: "", sheet: nil, row: 2, column: 1)
        func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &random)]
        }
        var registers = pick([DoubtfulPanel.registers, Registers()])
        registers.incidents = ["I1", "I2"].filter { _ in Bool.random(using: &random) }.map { id in
            Incident(
                id: id, consortium: "C001", occurredOn: CalendarDate(pick(["2024-05-06", "2025-05-06"])),
                domain: pick([.safety, .falsification]), severity: pick([.major, .serious]),
                hasAdverseImpact: pick([true, nil]), status: pick([.confirmed, .reported, .dismissed]), evidence: nil,
                source: source)
        }
        registers.determinations = ["16.1", "16.2", "16.3", "16.5"].filter { _ in Bool.random(using: &random) }.map {
            Determination(
                consortium: "C001", clause: $0, year: 2025, decision: pick([.confirm, .dismiss, .waive]),
                by: "部级审定", on: CalendarDate("2026-04-01"), ground: "核查", evidence: nil, id: "R\($0)",
                source: source)
        }
        let accepted = CalendarDate("2025-06-01").map { day in
            [
                Transition(
                    consortium: "C001", from: .cultivation, to: .accepted, on: day, document: "示例〔2025〕1号",
                    by: "示例部门", ground: "验收", source: source)
            ]
        }
        registers.transitions = pick([[], accepted ?? []])
        return registers
    }
}
