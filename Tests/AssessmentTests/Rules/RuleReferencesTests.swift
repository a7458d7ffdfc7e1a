import FEEL
import Standards
import Testing

@testable import Assessment

@Suite("What a rule rests on")
struct RuleReferencesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let measures: Set<String>
        let registers: Set<RegisterKind>
        let usesSignals: Bool

        init(
            _ text: String, _ measures: Set<String> = [], registers: Set<RegisterKind> = [], usesSignals: Bool = false
        ) {
            self.text = text
            self.measures = measures
            self.registers = registers
            self.usesSignals = usesSignals
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case("年度 > 2024"),
        Case("本年.到位经费 < 本年.计划经费", ["本年.到位经费", "本年.计划经费"]),
        Case("本年.联合培养 > 上年.联合培养", ["本年.联合培养", "上年.联合培养"]),
        // A variable stands for the window it runs over.
        Case("every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费", ["近2年.到位经费", "近2年.计划经费"]),
        Case("some 年 in 基年后 satisfies 年.国家级成果", ["基年后.国家级成果"]),
        Case("sum(for 年 in 近3年 return 年.到位经费) > 0", ["近3年.到位经费"]),
        Case("count(近2年[item.到位经费 > 0]) = 2", ["近2年.到位经费"]),
        Case("近2年[-1].到位经费 > 0", ["近2年.到位经费"]),
        Case("every 甲 in 历年 satisfies some 乙 in 近2年 satisfies 甲.到位经费 < 乙.到位经费", ["历年.到位经费", "近2年.到位经费"]),
        Case("some 事 in 事件 satisfies 事.程度 = \"重大\"", registers: [.incidents]),
        Case("count(政策) = 0 and 认定[-1].认定 = \"成立\"", registers: [.policies, .determinations]),
        Case("some 信 in 信号 satisfies 信.等级 = \"重大\"", usesSignals: true),
        Case("年末状态 = \"通过验收\" and 未登记事件", registers: [.transitions, .incidents]),
    ])
    func `an expression names these`(test: Case) throws {
        let edition = try Edition.trial.get()
        let compiler = FormulaCompiler(edition)
        let measures = MeasureBook(edition: edition, compiler: compiler)
        let compiled = try #require(
            compiler.compile(
                Formula(text: test.text, file: "", line: 1, column: 1),
                schema: compiler.schema(inputs: RuleInputs.declarations(measures: measures, compiler: compiler)),
                place: ""),
            "\(compiler.faults)")
        let references = RuleReferences([compiled.expression])
        #expect(Set(references.measures.map { "\($0.window.rawValue).\($0.measure)" }) == test.measures)
        #expect(references.registers == test.registers)
        #expect(references.usesSignals == test.usesSignals)
    }

    /// The points that DESIGN §5 names for each clause; 16.1 and 16.2 rest on registers alone.
    static let points: [(clause: String, points: [String])] = [
        ("16.1", []),
        ("16.2", []),
        ("16.3", ["6.1.1", "6.1.2", "6.1.4", "6.1.5", "6.1.6", "6.1.8"]),
        ("16.4", ["1.1.2", "1.2.2", "6.2.1", "6.3.1"]),
        (
            "16.5",
            [
                "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6", "9.2.1", "9.2.2", "9.2.3", "14.2.1", "14.2.2",
                "8.2.3", "8.3.3", "8.4.4", "15.2.1", "15.2.2",
            ]
        ),
        (
            "16.6",
            [
                "7.2.1", "7.2.2", "8.4.1/人次", "9.1.2", "9.1.3", "9.1.4", "9.1.5", "9.1.6", "11.2.4", "11.2.5",
                "13.2.3", "13.2.4", "13.3.4", "14.1.3",
            ]
        ),
    ]

    @Test(arguments: points)
    func `a clause rests on the points of its text`(clause: String, points: [String]) throws {
        let rules = try RuleBook.trial.get()
        let program = try #require(rules.clauses.first { $0.clause.code == clause })
        let codes = Set(program.cells.map { rules.edition.indicators[$0.indicator].code.text })
        #expect(codes == Set(points))
    }

    static let registers: [(clause: String, registers: Set<RegisterKind>)] = [
        ("16.1", [.incidents]), ("16.2", [.incidents]), ("16.3", []), ("16.4", [.policies]),
        ("16.5", []), ("16.6", []), ("2023-15.3", [.incidents, .transitions]),
    ]

    @Test(arguments: registers)
    func `a clause consults these registers`(clause: String, registers: Set<RegisterKind>) throws {
        let program = try #require(try RuleBook.trial.get().clauses.first { $0.clause.code == clause })
        #expect(program.registers == registers)
    }
}
