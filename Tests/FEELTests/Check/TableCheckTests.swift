import FEEL
import Testing

@Suite("Check of decision tables")
struct TableCheckTests {
    private static func table(
        _ policy: DecisionTable.HitPolicy, _ inputs: [DecisionTable.Input], _ rules: [([DecisionTable.Cell], String)],
        fallback: DecisionTable.Cell? = nil
    ) -> DecisionTable {
        DecisionTable(
            "结论", hitPolicy: policy, inputs: inputs, outputs: [DecisionTable.Output("结论", fallback: fallback)],
            rules: rules.map { DecisionTable.Rule($0.0, [DecisionTable.Cell("\"\($0.1)\"")]) })
    }

    private static func issues(_ table: DecisionTable) -> [String] {
        Fixture.check.table(table).map(\.description)
    }

    private static let score = DecisionTable.Input("达标率", type: .number)
    private static let grade = DecisionTable.Input("等级", type: .string)

    @Test func `finds nothing wrong with a whole table`() {
        let whole = Self.table(
            .unique, [Self.score, Self.grade],
            [
                (["< 60", "-"], "甲"), (["[60..80)", "\"优\""], "乙"), (["[60..80)", "not(\"优\")"], "丙"),
                ([">= 80", "-"], "丁"),
            ])
        #expect(Self.issues(whole) == [])
        let first = Self.table(.first, [Self.score], [(["< 60"], "甲"), (["< 80"], "乙"), (["-"], "丙")])
        #expect(Self.issues(first) == [])
    }

    @Test func `finds rules that earlier ones leave nothing to`() {
        // The last rule is for a rate that is not known.
        let table = Self.table(
            .first, [Self.score], [(["< 60"], "甲"), ([">= 60"], "乙"), (["[70..80]"], "丙"), (["-"], "丁")])
        #expect(Self.issues(table) == ["规则 3：前面的规则已经涵盖它的全部情形，这条规则永远不会适用。"])
        let twice = Self.table(.first, [Self.score], [(["< 60"], "甲"), (["-"], "乙"), (["-"], "丙")])
        #expect(Self.issues(twice) == ["规则 3：前面的规则已经涵盖它的全部情形，这条规则永远不会适用。"])
        let unknown = Self.table(
            .first, [Self.score], [(["null"], "甲"), (["< 60"], "乙"), ([">= 60"], "丙"), (["-"], "丁")])
        #expect(Self.issues(unknown) == ["规则 4：前面的规则已经涵盖它的全部情形，这条规则永远不会适用。"])
    }

    @Test func `finds rules that contradict themselves`() {
        let table = Self.table(.first, [Self.score], [(["[80..60]"], "甲"), (["-"], "乙")])
        #expect(Self.issues(table) == ["规则 1：条件自相矛盾，这条规则永远不会适用。"])
    }

    @Test func `finds rules that apply together`() {
        let table = Self.table(
            .unique, [Self.score, Self.grade],
            [(["<= 60", "-"], "甲"), ([">= 60", "\"优\""], "乙"), (["> 60", "not(\"优\")"], "丙")])
        #expect(
            Self.issues(table) == [
                "规则 2：与规则 1 同时适用于：达标率等于60，等级为“优”。"
                // Not a gap: what is 60 and not 优 falls under the first rule.
            ])
    }

    @Test func `under ANY rules may apply together when they decide the same`() {
        let table = Self.table(.any, [Self.score], [(["< 60"], "甲"), (["< 50"], "甲"), (["> 40"], "乙")])
        #expect(Self.issues(table) == ["规则 3：与规则 1 同时适用于：达标率高于40且低于50。"])
    }

    @Test func `finds what no rule is for`() {
        let gap = Self.table(.unique, [Self.score], [(["< 60"], "甲"), (["> 60"], "乙")])
        #expect(Self.issues(gap) == ["没有规则适用于：达标率等于60。"])
        #expect(Fixture.check.table(gap).map(\.severity) == [.warning])
        let other = Self.table(.first, [Self.grade], [(["\"优\""], "甲"), (["\"良\""], "乙")])
        #expect(Self.issues(other) == ["没有规则适用于：等级为其他值。"])
        #expect(Self.issues(Self.table(.first, [Self.grade], [(["\"优\""], "甲")], fallback: "\"无\"")) == [])
        let flag = DecisionTable.Input("a")
        #expect(Self.issues(Self.table(.unique, [flag], [(["true"], "甲"), (["false"], "乙")])) == [])
        #expect(Self.issues(Self.table(.unique, [flag], [(["true"], "甲")])) == ["没有规则适用于：a为“否”。"])
    }

    @Test func `leaves open what data decide`() {
        let table = Self.table(.unique, [Self.score], [(["< 本年.人数"], "甲"), (["> 50"], "乙")])
        #expect(Self.issues(table) == [])
    }

    @Test func `compares dates and texts in their order`() {
        let input = DecisionTable.Input("@\"2025-01-01\"", label: "日期", type: .date)
        let table = Self.table(
            .unique, [input], [(["< @\"2025-01-01\""], "甲"), (["[@\"2025-01-01\"..@\"2025-12-31\"]"], "乙")])
        #expect(Self.issues(table) == ["没有规则适用于：日期晚于2025年12月31日。"])
    }

    @Test func `says in which cell something is wrong`() {
        let table = DecisionTable(
            "结论", hitPolicy: .unique,
            inputs: [DecisionTable.Input(DecisionTable.Cell("达标律", line: 3, column: 5))],
            outputs: [DecisionTable.Output("结论", type: .string)],
            rules: [
                DecisionTable.Rule(
                    [DecisionTable.Cell("< \"a\" +", line: 7, column: 9)],
                    [DecisionTable.Cell("1", line: 7, column: 30)]),
                DecisionTable.Rule(["-", "-"], ["\"a\""]),
            ])
        let issues = Fixture.check.table(table)
        #expect(issues.map(\.row) == [nil, 1, 1, 2])
        #expect(issues.map(\.column) == [1, 1, 2, nil])
        #expect(issues.map(\.code) == [.unknownName, .syntax, .typeMismatch, .wrongArguments])
        #expect(issues[0].description == "第 1 栏，第 3 行第 5 列：没有名为“达标律”的变量或函数。是否想写 达标率？")
        #expect((issues[1].range.line, issues[1].range.column) == (7, 16))
    }

    @Test func `a large table takes no time`() {
        let inputs = (0..<8).map { DecisionTable.Input("达标率", label: "第\($0)项", type: .number) }
        let rules = (0..<60).map { row in
            (
                inputs.indices.map {
                    DecisionTable.Cell("[\((row * 7 + $0 * 3) % 50)..\((row * 7 + $0 * 3) % 50 + 40)]")
                }, "r\(row)"
            )
        }
        let issues = Fixture.check.table(Self.table(.first, inputs, rules))
        #expect(issues.allSatisfy { $0.code == .missingRule || $0.code == .unreachableRule })
    }
}
