import FEEL
import Testing

@Suite("Check")
struct CheckTests {
    @Test(
        arguments: [
            "count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费",
            "本年.计划经费 - 本年.到位经费 > 100",
            "本年.到位经费 * 1.2 >= 基年.到位经费",
            "本年.到位经费 / 本年.人数 > 3",
            "sum(近2年.到位经费) >= 100",
            "近2年[-1].到位经费 > 近2年[1].到位经费",
            "count(事件[领域 = \"造假\" and 发生日期 >= @\"2022-01-01\"]) > 0",
            "if 本年.计划经费 = 0 then null else 本年.到位经费 / 本年.计划经费",
            "本年.计划经费 > 0 and 本年.到位经费 / 本年.计划经费 < 0.9",
            "本年.计划经费 = 0 or 本年.到位经费 / 本年.计划经费 < 0.9",
            "if not(本年.计划经费 <= 0) then 本年.到位经费 / 本年.计划经费 else 0",
            "{a: 1, b: a + 1}.b",
            "for i in 1..3 return i + 1",
            "some x in [1, 2], y in [3] satisfies x + 1 = y",
            "(function(a: number, b) a + b)(1, 2)",
            "date(year: 2025, month: 1, day: 31).year = 2025",
            "@\"2025-01-31\" - @\"2024-01-31\" > @\"P1D\"",
            "本年.名称 = null or contains(本年.名称, \"园\")",
            "append([1], 2, 3)[item > 1]",
            "未知列表[任意名 = 1]",
            "本年.到位经费 in [0..100]",
            "本年.名称 in (\"甲\", \"乙\")",
            "占比 * 本年.到位经费 > 本年.计划经费",
            "if actual(\"6.1.1\") = false then 0 else actual(\"6.1.2\")",
        ])
    func `finds nothing wrong`(source: String) {
        #expect(Fixture.check.expression(source).map(\.description) == [])
    }

    @Test(
        arguments: [
            // source, code, line, column, piece, suggestion
            ("本年.到位经费 < 本年.计划经费 and", CheckIssue.Code.syntax, 1, 22, "", nil),
            ("本年.到位金费 > 0", .unknownEntry, 1, 4, "到位金费", "到位经费"),
            ("近2年.到位金费", .unknownEntry, 1, 5, "到位金费", "到位经费"),
            ("今年.到位经费 > 0", .unknownName, 1, 1, "今年", "上年"),
            ("every 年 in 近3年 satisfies 年.到位经费 > 0", .unknownName, 1, 12, "近3年", "近2年"),
            ("counts(近2年)", .unknownName, 1, 1, "counts", "count"),
            ("本年.到位经费\n  < 本年.人数", .unitMismatch, 1, 1, "本年.到位经费\n  < 本年.人数", nil),
            ("本年.到位经费 + 本年.人数", .unitMismatch, 1, 1, "本年.到位经费 + 本年.人数", nil),
            ("1 + (本年.到位经费 - 本年.人数)", .unitMismatch, 1, 6, "本年.到位经费 - 本年.人数", nil),
            ("sum(本年.到位经费, 本年.人数)", .unitMismatch, 1, 1, "sum(本年.到位经费, 本年.人数)", nil),
            ("if true then 本年.到位经费 else 本年.人数", .unitMismatch, 1, 1, "if true then 本年.到位经费 else 本年.人数", nil),
            ("本年.到位经费 between 0 and 本年.人数", .unitMismatch, 1, 1, "本年.到位经费 between 0 and 本年.人数", nil),
            ("本年.到位经费 / 本年.人数 > 本年.人数", .unitMismatch, 1, 1, "本年.到位经费 / 本年.人数 > 本年.人数", nil),
            ("本年.到位经费 = \"甲\"", .alwaysNull, 1, 1, "本年.到位经费 = \"甲\"", nil),
            ("本年.名称 < 3", .alwaysNull, 1, 1, "本年.名称 < 3", nil),
            ("本年.达标 > true", .alwaysNull, 1, 1, "本年.达标 > true", nil),
            ("本年.名称 * 2", .alwaysNull, 1, 1, "本年.名称 * 2", nil),
            ("本年.到位经费 < null", .alwaysNull, 1, 1, "本年.到位经费 < null", nil),
            ("-本年.名称", .alwaysNull, 1, 2, "本年.名称", nil),
            ("本年.名称.长度", .alwaysNull, 1, 7, "长度", nil),
            ("@\"2025-01-31\".yeer", .unknownEntry, 1, 15, "yeer", "year"),
            ("本年.到位经费 and true", .typeMismatch, 1, 1, "本年.到位经费", nil),
            ("if 本年.名称 then 1 else 2", .typeMismatch, 1, 4, "本年.名称", nil),
            ("近2年[名称]", .typeMismatch, 1, 5, "名称", nil),
            ("string length(本年.到位经费)", .typeMismatch, 1, 15, "本年.到位经费", nil),
            ("count(近2年, 1)", .wrongArguments, 1, 1, "count(近2年, 1)", nil),
            ("contains(text: \"a\", match: \"b\")", .wrongArguments, 1, 10, "text", nil),
            ("substring(string: \"abc\", start: 2)", .wrongArguments, 1, 26, "start", nil),
            ("(function(a) a)(1, 2)", .wrongArguments, 1, 1, "(function(a) a)(1, 2)", nil),
            ("本年 instance of nummer", .unknownType, 1, 16, "nummer", "number"),
            ("本年.到位经费 / 本年.计划经费", .divisionByZero, 1, 11, "本年.计划经费", "if 本年.计划经费 > 0 then … else null"),
            ("1 / 0", .divisionByZero, 1, 5, "0", nil),
            (
                "if 本年.人数 > 0 then 1 / 本年.计划经费 else 0", .divisionByZero, 1, 23, "本年.计划经费",
                "if 本年.计划经费 > 0 then … else null"
            ),
            ("actual(\"6.1.3\")", .wrongArguments, 1, 8, "\"6.1.3\"", "6.1.2"),
            ("actual(code: \"6.1.2\") > 本年.人数", .unitMismatch, 1, 1, "actual(code: \"6.1.2\") > 本年.人数", nil),
            ("actual(\"6.1.2\", 2)", .wrongArguments, 1, 1, "actual(\"6.1.2\", 2)", nil),
            ("本年.到位经费 in (\"甲\", \"乙\")", .alwaysNull, 1, 13, "\"甲\"", nil),
        ])
    func `finds what is wrong, with its place`(
        source: String, code: CheckIssue.Code, line: Int, column: Int, piece: String, suggestion: String?
    ) throws {
        let issue = try #require(Fixture.check.expression(source).first)
        #expect(issue.code == code, "\(issue)")
        #expect((issue.range.line, issue.range.column) == (line, column), "\(issue)")
        #expect(issue.piece == piece)
        #expect(issue.suggestion == suggestion)
    }

    @Test func `finds everything, in the order of the text`() {
        let issues = Fixture.check.expression("今年.甲 > 0 and 本年.到位经费 > 本年.人数 and 本年.名称 > 1")
        #expect(issues.map(\.code) == [.unknownName, .unitMismatch, .alwaysNull])
    }

    @Test func `says it in a sentence`() {
        let issues = Fixture.check.expression("本年.到位金费 > 0")
        #expect(issues.map(\.description) == ["第 1 行第 4 列：没有名为“到位金费”的条目。是否想写 到位经费？"])
        let units = Fixture.check.expression("本年.到位经费 > 本年.人数")
        #expect(units.map(\.description) == ["第 1 行第 1 列：比较的两个数单位不同：万元与人。"])
    }

    @Test func `holds a measure to its unit`() {
        let amount = FEELType.number(unit: "万元")
        #expect(Fixture.check.expression("本年.到位经费 + 本年.计划经费", wanted: amount).isEmpty)
        #expect(Fixture.check.expression("本年.人数 * 2", wanted: amount).map(\.code) == [.unitMismatch])
        #expect(Fixture.check.expression("本年.名称", wanted: amount).map(\.code) == [.typeMismatch])
        #expect(Fixture.check.expression("本年.人数 > 2", wanted: .boolean).isEmpty)
    }

    @Test(
        arguments: [
            ("本年.到位经费 / 本年.人数", "number", "万元/人"), ("本年.到位经费 / 本年.计划经费", "number", nil),
            ("近2年.到位经费", "list<number>", nil), ("近2年[1].名称", "string", nil), ("max(近2年.到位经费)", "number", "万元"),
            ("for 年 in 近2年 return 年.人数 > 1", "list<boolean>", nil), ("if a then 1 else 2", "number", nil),
            ("[1, \"a\"]", "list<Any>", nil), ("@\"2025-01-01\" - @\"2024-01-01\"", "days and time duration", nil),
        ])
    func `infers types and units`(source: String, type: String, unit: String?) {
        let inferred = Fixture.check.type(of: source)
        #expect(inferred.description == type)
        if let unit { #expect(inferred == .number(unit: unit)) }
    }

    @Test(
        arguments: [
            ("-", []), ("< 60, [80..100]", []), ("\"优\"", [CheckIssue.Code.alwaysNull]), ("not(< 60)", []),
            ("? > 10 and ? < 20", []), ("> 本年.名称", [.alwaysNull]), ("[\"a\"..\"b\"]", [.alwaysNull, .alwaysNull]),
            ("得分 > 1", [.unknownName]), ("null", []), ("< 本年.人数", [.unitMismatch]),
        ])
    func `checks unary tests`(source: String, codes: [CheckIssue.Code]) {
        #expect(Fixture.check.unaryTests(source, of: .number(unit: "分")).map(\.code) == codes)
    }
}

/// What the rules of these tests may name.
enum Fixture {
    static let year = FEELType.context(
        ContextType([
            ("到位经费", .number(unit: "万元")), ("计划经费", .number(unit: "万元")), ("人数", .number(unit: "人")),
            ("名称", .string), ("达标", .boolean),
        ]))
    static let incident = FEELType.context(
        ContextType([("领域", .string), ("程度", .string), ("发生日期", .date)]))
    /// The value of an indicator; its unit goes by the indicator.
    static let actual = HostFunction(
        "actual", [HostFunction.Parameter("code", .string)], result: .any
    ) { (literals) throws(HostFunction.Refusal) in
        guard let code = literals[0]?.string else { throw HostFunction.Refusal("观测点应写明。") }
        switch code {
        case "6.1.1": return HostCall(type: .boolean) { _, _ in .null }
        case "6.1.2": return HostCall(type: .number(unit: "万元")) { _, _ in .null }
        default: throw HostFunction.Refusal("没有观测点 \(code)。", suggestion: "6.1.2")
        }
    }
    static let check = Check(
        schema: Schema(
            inputs: [
                Schema.Input("本年", year), Schema.Input("上年", year), Schema.Input("基年", year),
                Schema.Input("近2年", .list(year)), Schema.Input("事件", .list(incident)),
                Schema.Input("未知列表", .list(.any)), Schema.Input("占比", .number(unit: "%")), Schema.Input("a", .boolean),
                Schema.Input("等级", .string), Schema.Input("达标率", .number),
            ],
            functions: [actual]),
        mayBeZero: ["计划经费"])
}
