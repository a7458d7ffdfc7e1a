import FEEL
import Testing

/// What an evaluation writes down of itself.
struct TraceTests {
    /// The tree as indented lines: text, label, value.
    private func lines(_ node: TraceNode, _ indent: String = "") -> [String] {
        let label = node.label.map { " (\($0))" } ?? ""
        let value = node.value.map(\.text) ?? "not evaluated"
        return ["\(indent)\(node.text)\(label): \(value)"] + node.children.flatMap { lines($0, indent + "  ") }
    }

    @Test func `iterations show each round under the label of its context, paths their labels`() throws {
        let program = try Compiler.compile(
            "every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费", schema: ProgramTests.schema)
        let years = [
            ProgramTests.year(2024, received: 1, planned: 2), ProgramTests.year(2025, received: 3, planned: 2),
        ]
        let trace = program.trace([.list(years)])
        #expect(trace.value == program.evaluate([.list(years)]))
        let rounds = trace.children.dropFirst()
        #expect(rounds.map(\.label) == ["2024年", "2025年"])
        #expect(rounds.flatMap(\.children).map(\.value) == [.boolean(true), .boolean(false)])
        let paths = rounds.flatMap(\.children).flatMap(\.children)
        #expect(paths.map(\.label) == ["2024年到位经费", "2024年计划经费", "2025年到位经费", "2025年计划经费"])
        #expect(paths.map(\.value) == [1, 2, 3, 2].map { .number(Decimal128($0)) })
    }

    @Test func `what was not needed is marked`() throws {
        let program = try Compiler.compile("if 1 > 2 then 1 + 1 else 3 + 3")
        #expect(
            lines(program.trace()) == [
                "if 1 > 2 then 1 + 1 else 3 + 3: 6", "  1 > 2: false", "    1: 1", "    2: 2", "  1 + 1: not evaluated",
                "  3 + 3: 6", "    3: 3", "    3: 3",
            ])
        let conjunction = try Compiler.compile("false and 1 / 0 = 1").trace()
        #expect(conjunction.children.map(\.isEvaluated) == [true, false])
    }

    @Test func `calls show their arguments`() throws {
        let trace = try Compiler.compile("max(1 + 1, 5)").trace()
        #expect(trace.call?.function == "max")
        #expect(trace.call?.arguments == [.number(Decimal128(2)), .number(Decimal128(5))])
    }
}
