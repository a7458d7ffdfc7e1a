import FEEL
import Testing

@Suite("Decision tables")
struct DecisionTableTests {
    private static let schema = Schema(inputs: [Schema.Input("得分", .number), Schema.Input("等级", .string)])

    private static func number(_ value: Int) -> Value { .number(Decimal128(value)) }

    private static func decide(_ table: DecisionTable, _ score: Int?, _ grade: String? = nil) throws
        -> CompiledDecisionTable.Decision
    {
        let inputs: [Value] = [score.map(number) ?? .null, grade.map(Value.string) ?? .null]
        return try table.compiled(schema: schema).evaluate(inputs)
    }

    private static func table(
        _ policy: DecisionTable.HitPolicy, _ rules: [(DecisionTable.Cell, DecisionTable.Cell)],
        values: [DecisionTable.Cell] = [], fallback: DecisionTable.Cell? = nil
    ) -> DecisionTable {
        DecisionTable(
            "结论", hitPolicy: policy, inputs: [DecisionTable.Input("得分", type: .number)],
            outputs: [DecisionTable.Output("结论", values: values, fallback: fallback)],
            rules: rules.map { DecisionTable.Rule([$0.0], [$0.1]) })
    }

    @Test(
        arguments: [
            (DecisionTable.HitPolicy.first, 95, "\"优\"", [1]), (.first, 70, "\"良\"", [2]), (.first, 10, "\"差\"", [3]),
            (.unique, 95, "null", [1, 2, 3]), (.unique, 10, "\"差\"", [3]),
            (.any, 95, "null", [1, 2, 3]), (.any, 10, "\"差\"", [3]),
            (.priority, 95, "\"良\"", [1, 2, 3]), (.priority, 10, "\"差\"", [3]),
            (.ruleOrder, 95, "[\"优\", \"良\", \"差\"]", [1, 2, 3]), (.ruleOrder, 10, "[\"差\"]", [3]),
            (.outputOrder, 95, "[\"良\", \"差\", \"优\"]", [1, 2, 3]),
            (.collect(nil), 70, "[\"良\", \"差\"]", [2, 3]), (.collect(.count), 70, "2", [2, 3]),
        ])
    func `decides by its hit policy`(
        policy: DecisionTable.HitPolicy, score: Int, expected: String, rows: [Int]
    ) throws {
        let table = Self.table(
            policy, [("> 90", "\"优\""), ("> 60", "\"良\""), ("-", "\"差\"")], values: ["\"良\"", "\"差\"", "\"优\""])
        let decision = try Self.decide(table, score)
        #expect(decision.value == (try Compiler.compile(expected).evaluate()))
        #expect(decision.rows == rows)
    }

    @Test(
        arguments: [
            (DecisionTable.Aggregator.sum, 70, 50), (.min, 70, 20), (.max, 70, 30), (.count, 70, 2), (.sum, 95, 60),
        ])
    func `puts numbers together`(aggregator: DecisionTable.Aggregator, score: Int, expected: Int) throws {
        let table = Self.table(.collect(aggregator), [("> 90", "10"), ("> 60", "20"), ("-", "30")])
        #expect(try Self.decide(table, score).value == Self.number(expected))
    }

    @Test func `does not put texts together as a sum`() throws {
        let table = Self.table(.collect(.sum), [("-", "\"a\"")])
        #expect(try Self.decide(table, 1).value.isNull)
    }

    @Test func `says why rules conflict`() throws {
        let rules: [(DecisionTable.Cell, DecisionTable.Cell)] = [("> 60", "1"), ("> 90", "2")]
        #expect(try Self.decide(Self.table(.unique, rules), 95).conflict == "规则 1、2 同时适用，而只应有一条。")
        #expect(try Self.decide(Self.table(.any, rules), 95).conflict == "规则 1、2 同时适用而结论不同。")
        #expect(try Self.decide(Self.table(.any, [("> 60", "1"), ("> 90", "1.0")]), 95).value == Self.number(1))
        #expect(try Self.decide(Self.table(.first, rules), 95).conflict == nil)
    }

    @Test func `falls back where no rule applies`() throws {
        let rules: [(DecisionTable.Cell, DecisionTable.Cell)] = [("> 60", "1")]
        let open = try Self.decide(Self.table(.first, rules), 10)
        #expect(open.value.isNull)
        #expect(open.rows.isEmpty)
        let closed = try Self.decide(Self.table(.first, rules, fallback: "得分 + 1"), 10)
        #expect(closed.value == Self.number(11))
        #expect(closed.rows.isEmpty)
    }

    @Test func `does not apply a rule to what is unknown`() throws {
        let table = Self.table(.first, [("> 60", "\"甲\""), ("not(> 60)", "\"乙\""), ("null", "\"丙\""), ("-", "\"丁\"")])
        #expect(try Self.decide(table, nil).value == .string("丙"))
        #expect(try Self.decide(table, 10).value == .string("乙"))
    }

    @Test func `tests several inputs and gives several outputs`() throws {
        let table = DecisionTable(
            "结论", hitPolicy: .first,
            inputs: [DecisionTable.Input("得分 * 2", label: "双倍", type: .number), DecisionTable.Input("等级")],
            outputs: [
                DecisionTable.Output("结论", type: .string), DecisionTable.Output("扣分", type: .number, fallback: "0"),
            ],
            rules: [
                DecisionTable.Rule(["> 100", "\"优\", \"良\""], ["\"通过\"", "100 - 得分"]),
                DecisionTable.Rule(["? > 得分 + 10", "-"], ["\"整改\"", "\"不是数字\""]),
            ])
        let passed = try Self.decide(table, 60, "良")
        #expect(passed.value.context?["结论"] == .string("通过"))
        #expect(passed.value.context?["扣分"] == Self.number(40))
        let rectify = try Self.decide(table, 60, "差")
        #expect(rectify.value.context?["结论"] == .string("整改"))
        #expect(rectify.value.context?["扣分"]?.isNull == true)
        let none = try Self.decide(table, 1, "差")
        #expect(none.value.context?["扣分"] == Self.number(0))
        #expect(none.value.context?["结论"]?.isNull == true)
    }

    @Test func `ranks by several outputs`() throws {
        let table = DecisionTable(
            "结论", hitPolicy: .priority, inputs: [DecisionTable.Input("得分")],
            outputs: [
                DecisionTable.Output("甲", values: ["1", "2"]), DecisionTable.Output("乙", values: ["\"x\"", "\"y\""]),
            ],
            rules: [
                DecisionTable.Rule(["-"], ["2", "\"x\""]), DecisionTable.Rule(["-"], ["1", "\"y\""]),
                DecisionTable.Rule(["-"], ["1", "\"x\""]), DecisionTable.Rule(["-"], ["9", "\"x\""]),
            ])
        let decision = try Self.decide(table, 0)
        #expect(decision.value.context?["甲"] == Self.number(1))
        #expect(decision.value.context?["乙"] == .string("x"))
    }

    @Test func `names the cell that is wrong`() throws {
        func failure(_ table: DecisionTable) -> DecisionTableError? {
            do throws(DecisionTableError) {
                _ = try table.compiled(schema: Self.schema)
                return nil
            } catch {
                return error
            }
        }
        let test = try #require(failure(Self.table(.first, [("> 60", "1"), ("> 得份", "2")])))
        #expect((test.row, test.column) == (2, 1))
        #expect(test.cause?.code == .unknownName)
        #expect(test.description.hasPrefix("规则 2第 1 栏：第 1 行第 3 列："))
        let output = try #require(failure(Self.table(.first, [("> 60", "1 +")])))
        #expect((output.row, output.column) == (1, 2))
        let head = DecisionTable("t", inputs: ["得 分"].map { DecisionTable.Input($0) }, outputs: [.init("a")], rules: [])
        #expect(try #require(failure(head)).column == 1)
        let ragged = DecisionTable(
            "t", inputs: [DecisionTable.Input("得分")], outputs: [.init("a")], rules: [.init(["-", "-"], ["1"])])
        #expect(try #require(failure(ragged)).description == "规则 1：应有 1 个条件和 1 个结论，实有 2 个和 1 个。")
        #expect(failure(Self.table(.priority, [("-", "1")])) != nil)
        #expect(failure(DecisionTable("t", inputs: [], outputs: [], rules: [])) != nil)
    }

    @Test func `knows hit policies by name and letter`() {
        let policies: [(String, DecisionTable.HitPolicy?)] = [
            ("UNIQUE", .unique), ("f", .first), ("A", .any), ("Priority", .priority), ("RULE ORDER", .ruleOrder),
            ("O", .outputOrder), ("C", .collect(nil)), ("C+", .collect(.sum)), ("COLLECT MIN", .collect(.min)),
            ("C>", .collect(.max)), ("C#", .collect(.count)), ("D", nil),
        ]
        for (text, policy) in policies { #expect(DecisionTable.HitPolicy(text) == policy, "\(text)") }
    }

    @Test func `says its rules in Chinese`() {
        let table = DecisionTable(
            "结论", hitPolicy: .first,
            inputs: [DecisionTable.Input("得分"), DecisionTable.Input("等级", label: "评定等级")],
            outputs: [DecisionTable.Output("结论")],
            rules: [
                DecisionTable.Rule([">= 60", "\"优\", \"良\""], ["\"通过\""]),
                DecisionTable.Rule(["[30..60)", "-"], ["\"整改\""]),
                DecisionTable.Rule(["-", "-"], ["\"不通过\""]),
            ])
        #expect(
            table.described(schema: Self.schema) == [
                "若得分不低于60，且评定等级为“优”或“良”，则结论为“通过”", "若得分在30至60（不含）之间，则结论为“整改”", "其余情形，结论为“不通过”",
            ])
    }
}
