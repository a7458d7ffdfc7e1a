import FEEL
import Testing

/// Programs over inputs: slots, references, host functions, unary tests.
struct ProgramTests {
    static let shape = ContextShape(["年度", "到位经费", "计划经费"])
    static let year = FEELType.context(
        ContextType(shape: shape, types: [.number, .number(unit: "万元"), .number(unit: "万元")]))
    static let schema = Schema(inputs: [Schema.Input("近2年", .list(year)), Schema.Input("本年", year)])

    static func year(_ year: Int, received: Int?, planned: Int?) -> Value {
        let amounts = [received, planned].map { $0.map { Value.number(Decimal128($0)) } ?? .null }
        return .context(Context(shape: shape, values: [.number(Decimal128(year))] + amounts, label: "\(year)年"))
    }

    static let rule = "count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费"

    @Test(
        arguments: [
            ([120, 90], [200, 100], true), ([120, 100], [200, 100], false), ([120, nil], [200, 100], nil),
            ([200, nil], [200, 100], false), ([120], [200], false),
        ] as [([Int?], [Int?], Bool?)])
    func `a rule over two years is true, false or unknown`(
        received: [Int?], planned: [Int?], expected: Bool?
    ) throws {
        let years = zip(received, planned).enumerated().map { offset, amounts in
            Self.year(2024 + offset, received: amounts.0, planned: amounts.1)
        }
        let program = try Compiler.compile(Self.rule, schema: Self.schema)
        #expect(program.truth([.list(years)]) == expected)
        #expect(program.evaluate([.list(years)]) == (expected.map(Value.boolean) ?? .null))
    }

    @Test func `contexts of another shape serve as well`() throws {
        let program = try Compiler.compile("本年.计划经费 - 本年.到位经费", schema: Self.schema)
        let other = Context([("计划经费", .number(Decimal128(5))), ("到位经费", .number(Decimal128(2)))])
        #expect(program.evaluate([.null, .context(other)]) == .number(Decimal128(3)))
    }

    @Test func `a program says what it refers to`() throws {
        let references = try Compiler.compile(Self.rule, schema: Self.schema).references
        #expect(references.inputs == ["近2年"])
        #expect(references.entries.map(\.text) == ["年.到位经费", "年.计划经费"])
        #expect(references.entries.allSatisfy { $0.shape === Self.shape })
        #expect(references.functions == ["count"])
    }

    @Test func `entries named within a filter are references too`() throws {
        let references = try Compiler.compile("近2年[到位经费 < 100].年度", schema: Self.schema).references
        #expect(references.entries.map(\.name) == ["到位经费", "年度"])
        #expect(references.inputs == ["近2年"])
    }

    @Test(arguments: [
        ("本年.到位经贵", "第 1 行第 4 列：没有名为“到位经贵”的项。是否想写 到位经费？"),
        ("近3年", "第 1 行第 1 列：没有名为“近3年”的变量。是否想写 近2年？"),
        ("true and\n  cuont(近2年) = 2", "第 2 行第 3 列：没有名为“cuont”的函数。是否想写 count？"),
        ("本年.到位经费 ＜ 3", "第 1 行第 9 列：此处不应出现“＜”。是否想写 <？"),
        ("count(近2年", "第 1 行第 10 列：表达式没有写完，应为“)”。"),
        ("@\"2025-02-30\"", "第 1 行第 1 列：“2025-02-30”不是日期、时间或时长。"),
        ("substring(\"a\")", "第 1 行第 1 列：参数与函数不符：substring(string, start position, [length])。"),
        ("{a: 1, a: 2}", "第 1 行第 8 列：同一上下文中“a”出现了两次。"), ("\"abc", "第 1 行第 1 列：字符串没有结束：缺少右引号。"),
        ("1 instance of numbr", "第 1 行第 15 列：没有名为“numbr”的类型。是否想写 number？"),
    ])
    func `errors name the place and what was probably meant`(source: String, message: String) {
        let error = #expect(throws: FEELError.self) { try Compiler.compile(source, schema: Self.schema) }
        #expect(error?.description == message)
    }

    @Test func `a host function is bound to its literals and reads the environment`() throws {
        final class Panel {
            let figures: [Int]
            init(_ figures: [Int]) { self.figures = figures }
        }
        let codes = ["6.1.2": 0, "6.1.4": 1]
        let actual = HostFunction("actual", [.init("indicator", .string)], result: .number) {
            literals throws(HostFunction.Refusal) in
            guard case .string(let code)? = literals[0], let index = codes[code] else {
                throw HostFunction.Refusal("没有这个观测点。", suggestion: "\"6.1.2\"")
            }
            return HostCall(type: .number(unit: "万元"), reading: Panel.self) { _, panel in
                .number(Decimal128(panel.figures[index]))
            }
        }
        let schema = Schema(functions: [actual])
        let program = try Compiler.compile("actual(\"6.1.4\") - actual(\"6.1.2\")", schema: schema)
        #expect(program.evaluate(host: Panel([120, 200])) == .number(Decimal128(80)))
        #expect(program.evaluate() == .null)
        #expect(program.references.hostCalls.map(\.literals) == [[.string("6.1.4")], [.string("6.1.2")]])
        #expect(program.references.hostCalls.allSatisfy { $0.type == .number(unit: "万元") })
        let error = #expect(throws: FEELError.self) { try Compiler.compile("1 + actual(\"6.1.3\")", schema: schema) }
        #expect(error?.code == .refusedArgument)
        #expect(error?.range.column == 12)
    }

    @Test func `an environment of another class stops the program by name`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            final class Panel {}
            final class Register {}
            let actual = HostFunction("actual", []) { _ in HostCall(reading: Panel.self) { _, _ in .null } }
            let program = try Compiler.compile("actual()", schema: Schema(functions: [actual]))
            _ = program.evaluate(host: Register())
        }
        let message = String(decoding: try #require(result?.standardErrorContent), as: UTF8.self)
        #expect(message.contains("a host function reads Panel and was given Register"))
    }

    @Test(arguments: [
        ("-", 1, true), ("< 5", 4, true), ("< 5", 5, false), ("1, 2", 2, true), ("not(1, 2)", 2, false),
        ("[1..3], > 7", 8, true),
        ("? > 3 and ? < 6", 5, true), ("? > 3 and ? < 6", 6, false), ("[1, 2, 3]", 3, true), ("!= 3", 3, false),
    ])
    func `unary tests`(source: String, input: Int, expected: Bool) throws {
        let schema = Schema(inputs: [Schema.Input("?", .number)])
        let program = try Compiler.compile(unaryTests: source, schema: schema)
        #expect(program.truth([.number(Decimal128(input))]) == expected)
    }

    @Test func `a function that left its program keeps what it saw`() throws {
        let program = try Compiler.compile(
            "function(x) x + n", schema: Schema(inputs: [Schema.Input("n", .number)]))
        let function = program.evaluate([.number(Decimal128(40))])
        let call = try Compiler.compile("f(2)", schema: Schema(inputs: [Schema.Input("f")]), mode: .lenient)
        #expect(call.evaluate([function]) == .number(Decimal128(42)))
    }

    @Test func `one program serves many threads`() async throws {
        let program = try Compiler.compile(Self.rule, schema: Self.schema)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    let years = [
                        Self.year(2024, received: task, planned: 4), Self.year(2025, received: task, planned: 4),
                    ]
                    return (0..<500).allSatisfy { _ in program.truth([.list(years)]) == (task < 4) }
                }
            }
            for await holds in group { #expect(holds) }
        }
    }

    @Test func `diagnostics say why a value is null`() throws {
        let (value, diagnostics) = try Compiler.compile("1 + \"a\"").diagnose()
        #expect(value == .null)
        #expect(diagnostics.map(\.code) == [.undefinedOperation])
    }
}
