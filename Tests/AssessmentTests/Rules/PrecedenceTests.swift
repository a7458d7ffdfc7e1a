import FEEL
import Standards
import Testing

@testable import Assessment

/// Which outcome comes of what is known of the three conditions (DESIGN §3, §5).
@Suite("Precedence of outcomes")
struct PrecedenceTests {
    static let truths: [Bool?] = [true, false, nil]

    /// DESIGN's sentence: undetermined when `triggered` is unknown, when `suspected` is unknown and `triggered` false,
    /// or when both are false and `warning` is unknown.
    static func outcome(_ triggered: Bool?, _ suspected: Bool?, _ warning: Bool?) -> ClauseOutcome {
        switch (triggered, suspected, warning) {
        case (true, _, _): .triggered
        case (nil, _, _): .undetermined
        case (false, true, _): .suspected
        case (false, nil, _): .undetermined
        case (false, false, true): .warning
        case (false, false, nil): .undetermined
        case (false, false, false): .clear
        }
    }

    @Test(arguments: truths, truths)
    func `every case has its outcome`(triggered: Bool?, suspected: Bool?) throws {
        for warning in Self.truths {
            let check = try Self.check(triggered, suspected, warning)
            #expect(
                check.outcome == Self.outcome(triggered, suspected, warning), "warning \(String(describing: warning))")
        }
    }

    @Test(
        arguments: ClauseOutcome.allCases, [DeterminationDecision?.none, .confirm, .dismiss, .waive, .acceptPlanChange])
    func `a determination settles a suspicion and nothing else`(
        outcome: ClauseOutcome, decision: DeterminationDecision?
    ) throws {
        let conditions: [ClauseOutcome: (Bool?, Bool?, Bool?)] = [
            .triggered: (true, false, false), .suspected: (false, true, false), .undetermined: (nil, false, false),
            .warning: (false, false, true), .clear: (false, false, false),
        ]
        let (triggered, suspected, warning) = try #require(conditions[outcome])
        let check = try Self.check(triggered, suspected, warning, decision.map { [$0] } ?? [])
        let settled: ClauseOutcome =
            switch (outcome, decision) {
            case (.suspected, .confirm): .triggered
            case (.suspected, .dismiss): .clear
            default: outcome
            }
        #expect(check.outcome == settled)
        #expect((check.decidedBy != nil) == (settled != outcome))
        // A waiver stands beside the trigger and takes nothing from it.
        #expect((check.waivedBy != nil) == (outcome == .triggered && decision == .waive))
    }

    @Test func `the later of two determinations counts`() throws {
        #expect(try Self.check(false, true, false, [.confirm, .dismiss]).outcome == .clear)
        #expect(try Self.check(false, true, false, [.dismiss, .confirm]).outcome == .triggered)
        let waived = try Self.check(false, true, false, [.waive, .confirm])
        #expect(waived.outcome == .triggered)
        #expect(waived.waivedBy != nil)
    }

    @Test func `a condition that is not written does not hold`() throws {
        let rules = try RuleBook.trial.get()
        let clause = Self.clause(nil, nil, nil)
        #expect(try Self.subject(rules, []).check(Self.program(clause, rules)).outcome == .clear)
    }

    // MARK: - A clause with these conditions

    private static func check(
        _ triggered: Bool?, _ suspected: Bool?, _ warning: Bool?, _ decisions: [DeterminationDecision] = []
    ) throws -> ClauseCheck {
        let rules = try RuleBook.trial.get()
        func formula(_ truth: Bool?) -> Formula {
            Formula(text: truth.map { "\($0)" } ?? "null", file: "", line: 1, column: 1)
        }
        let clause = Self.clause(formula(triggered), formula(suspected), formula(warning))
        return try subject(rules, decisions).check(program(clause, rules))
    }

    private static func clause(_ triggered: Formula?, _ suspected: Formula?, _ warning: Formula?) -> Clause {
        Clause(
            code: "0.1", list: .negative, title: "示例条款", document: "trial-standard", basis: .convention,
            numbers: .convention, rationale: "", trigger: .automatic, triggered: triggered, suspected: suspected,
            warning: warning, remedy: nil, texts: [:])
    }

    private static func program(_ clause: Clause, _ rules: RuleBook) throws -> ClauseProgram {
        let compiler = FormulaCompiler(rules.edition)
        let program = ClauseProgram(
            clause, edition: rules.edition, measures: rules.measures,
            schemas: ClauseProgram.Schemas(measures: rules.measures, compiler: compiler), compiler: compiler)
        try #require(compiler.faults.isEmpty, "\(compiler.faults)")
        return program
    }

    /// A consortium that reported nothing, with these determinations on the clause, a day apart.
    private static func subject(_ rules: RuleBook, _ decisions: [DeterminationDecision]) -> Subject {
        let consortium = Consortium.example("C001")
        let assessor = Assessor(rules: rules, year: 2025)
        let determinations = decisions.enumerated().map { day, decision in
            Determination(
                consortium: consortium.id, clause: "0.1", year: 2025, decision: decision, by: "评审组",
                on: CalendarDate(year: 2026, month: 3, day: 1 + day), ground: "", evidence: nil,
                source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2 + day, column: 1))
        }
        return Subject(
            consortium: consortium, panel: assessor.emptyPanel,
            national: NationalContext(registers: Registers(determinations: determinations), signals: [:]),
            assessor: assessor)
    }
}
