import FEEL
import Standards
import Testing

@testable import Assessment

/// Which outcome comes of what is known of the three conditions (DESIGN §3, §5).
@Suite("Precedence of outcomes")
struct PrecedenceTests {
    static let truths: [Bool?] = [true, false, nil]

    /// DESIGN's sentence: the first in the order that is known to hold; undetermined where neither `triggered` nor
    /// `suspected` is true and one of them is unknown. What a known outcome leaves open is pending.
    static func outcome(
        _ triggered: Bool?, _ suspected: Bool?, _ warning: Bool?
    ) -> (outcome: ClauseOutcome, pending: ClauseOutcome?) {
        switch (triggered, suspected, warning) {
        case (true, _, _): (.triggered, nil)
        case (nil, true, _): (.suspected, .triggered)
        case (false, true, _): (.suspected, nil)
        case (nil, _, _), (_, nil, _): (.undetermined, nil)
        case (false, false, true): (.warning, nil)
        case (false, false, nil): (.clear, .warning)
        case (false, false, false): (.clear, nil)
        }
    }

    @Test(arguments: truths, truths)
    func `every case has its outcome`(triggered: Bool?, suspected: Bool?) throws {
        for warning in Self.truths {
            let check = try Self.check(triggered, suspected, warning)
            let expected = Self.outcome(triggered, suspected, warning)
            #expect(check.outcome == expected.outcome, "warning \(String(describing: warning))")
            #expect(check.pending == expected.pending, "warning \(String(describing: warning))")
        }
    }

    /// A confirmed suspicion is a trigger; a dismissed one is taken away, and the next known outcome holds.
    @Test(arguments: truths, truths)
    func `a determination settles a suspicion and nothing else`(triggered: Bool?, suspected: Bool?) throws {
        for warning in Self.truths {
            for decision in [DeterminationDecision.confirm, .dismiss, .waive, .acceptPlanChange] {
                let check = try Self.check(triggered, suspected, warning, [decision])
                let before = Self.outcome(triggered, suspected, warning)
                let settled: (outcome: ClauseOutcome, pending: ClauseOutcome?) =
                    switch decision {
                    case .confirm where triggered != true && suspected == true: (.triggered, nil)
                    case .dismiss where triggered != true: Self.outcome(triggered, false, warning)
                    default: before
                    }
                #expect(check.outcome == settled.outcome, "\(decision), warning \(String(describing: warning))")
                #expect(check.pending == settled.pending, "\(decision), warning \(String(describing: warning))")
                // A waiver stands beside the trigger and takes nothing from it.
                #expect((check.waivedBy != nil) == (check.outcome == .triggered && decision == .waive))
            }
        }
    }

    @Test(arguments: truths)
    func `on a clause that only a person brings into force the determination decides`(suspected: Bool?) throws {
        #expect(try Self.check(nil, suspected, nil, [.confirm], trigger: .determination).outcome == .triggered)
        #expect(try Self.check(nil, suspected, nil, [.dismiss], trigger: .determination).outcome == .clear)
        let undecided = try Self.check(nil, suspected, nil, trigger: .determination)
        #expect(undecided.outcome == (suspected == true ? .suspected : suspected == false ? .clear : .undetermined))
    }

    @Test func `the later of two determinations counts`() throws {
        #expect(try Self.check(false, true, false, [.confirm, .dismiss]).outcome == .clear)
        #expect(try Self.check(false, true, false, [.dismiss, .confirm]).outcome == .triggered)
        let waived = try Self.check(false, true, false, [.waive, .confirm])
        #expect(waived.outcome == .triggered)
        #expect(waived.waivedBy != nil)
    }

    @Test func `contradictory determinations of one day decide nothing and are told`() throws {
        let check = try Self.check(false, true, false, [.confirm, .dismiss], daysApart: 0)
        #expect(check.outcome == .suspected)
        #expect(check.contradictory.count == 2)
        #expect(check.text.contains("相互矛盾"))
    }

    @Test func `the highest role holds, whoever came later`() throws {
        let check = try Self.check(false, true, false, [.confirm, .dismiss], by: ["部级审定", "部级专家"])
        #expect(check.outcome == .triggered)
    }

    @Test func `a condition that is not written does not hold`() throws {
        let rules = try RuleBook.trial.get()
        let subject = Self.subject(rules, [])
        let check = subject.check(
            try Self.program(Self.clause(nil, nil, nil), rules), subject.inputs(for: 2025), explaining: false)
        #expect(check.outcome == .clear)
    }

    // MARK: - A clause with these conditions

    private static func check(
        _ triggered: Bool?, _ suspected: Bool?, _ warning: Bool?, _ decisions: [DeterminationDecision] = [],
        trigger: Clause.Trigger = .automatic, daysApart: Int = 1, by people: [String] = []
    ) throws -> ClauseCheck {
        let rules = try RuleBook.trial.get()
        func formula(_ truth: Bool?) -> Formula {
            Formula(text: truth.map { "\($0)" } ?? "null", file: "", line: 1, column: 1)
        }
        let clause = Self.clause(
            trigger == .automatic ? formula(triggered) : nil, formula(suspected),
            trigger == .automatic ? formula(warning) : nil, trigger)
        let subject = subject(rules, decisions, daysApart: daysApart, by: people)
        return subject.check(try program(clause, rules), subject.inputs(for: 2025), explaining: false)
    }

    private static func clause(
        _ triggered: Formula?, _ suspected: Formula?, _ warning: Formula?, _ trigger: Clause.Trigger = .automatic
    ) -> Clause {
        Clause(
            code: "0.1", list: .negative, title: "示例条款", document: "trial-standard", basis: .convention,
            numbers: .convention, rationale: "", trigger: trigger, triggered: triggered, suspected: suspected,
            warning: warning, remedy: nil, texts: [:])
    }

    private static func program(_ clause: Clause, _ rules: RuleBook) throws -> ClauseProgram {
        let compiler = FormulaCompiler(rules.edition)
        let program = ClauseProgram(
            clause, edition: rules.edition, measures: rules.measures,
            schemas: ClauseProgram.Schemas(edition: rules.edition, measures: rules.measures, compiler: compiler),
            compiler: compiler)
        try #require(compiler.faults.isEmpty, "\(compiler.faults)")
        return program
    }

    /// A consortium that reported nothing, with these determinations on the clause.
    private static func subject(
        _ rules: RuleBook, _ decisions: [DeterminationDecision], daysApart: Int = 1, by people: [String] = []
    ) -> Subject {
        let consortium = Consortium.example("C001")
        let assessor = Assessor(rules: rules, year: 2025)
        let determinations = decisions.enumerated().map { day, decision in
            Determination(
                consortium: consortium.id, clause: "0.1", year: 2025, decision: decision,
                by: people.indices.contains(day) ? people[day] : "评审组",
                on: CalendarDate(year: 2026, month: 3, day: 1 + day * daysApart), ground: "核查", evidence: nil,
                source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2 + day, column: 1))
        }
        return Subject(
            consortium: consortium, panel: assessor.emptyPanel,
            national: NationalContext(
                registers: Registers(determinations: determinations), signals: [:],
                ranks: ["部级审定": .cases, "部级专家": .suspicions]),
            assessor: assessor)
    }
}
