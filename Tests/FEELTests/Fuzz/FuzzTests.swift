import FEEL
import Testing

/// No text crashes, hangs or overflows the stack.
struct FuzzTests {
    /// A generator that gives the same numbers every time (SplitMix64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let limits = Limits(length: 20_000, depth: 100, steps: 20_000, size: 20_000)

    private static let seeds = [
        "count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费",
        "for i in 1..10 return if i < 3 then i else partial[-1] + partial[-2]",
        "[{a: 1, b c: \"x\"}, {a: null}][a > 0].b c", "{f: function(x, y: number) x ** y, z: f(2, y: 3)}.z",
        "replace(\"ab\\u4e2d\", \"(a|b)+?[^c-[d]]*\", \"$1\", \"ix\")",
        "date(\"2025-12-31\") + @\"P1Y2M\" > @\"2026-01-01T00:00:00Z\"",
        "x in (< 5, [1..3), ]4..7[, not(8))", "sort([3, 1, 2], function(a, b) a < b)[1] between -1 and 1e5",
        "some a in [[1, 2], [3]], b in a satisfies b instance of list<number> or string(b) = \"3\"",
        "context put({a: {b: 1}}, [\"a\", \"b\"], 2).a.b /* c */ - 1 // d",
    ]
    private static let pieces = [
        "(", ")", "[", "]", "{", "}", "..", ",", ":", ".", "-", "+", "**", "\"", "\\", "@", "?", " ", "\n", "in", "for",
        "if", "then",
        "else", "not", "null", "item", "partial", "function", "1e999", "0.0", "年", "，", "🐎", "/*", "//", "string(",
        "[1..", "<", "=",
    ]

    @Test(arguments: 0..<8) func `mutated expressions end in a value or an error`(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        for _ in 0..<120 {
            var scalars = Array((Self.seeds.randomElement(using: &numbers) ?? "").unicodeScalars)
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let place = Int.random(in: 0...scalars.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: scalars.remove(atOffset: place)
                case 1:
                    scalars.insert(
                        contentsOf: (Self.pieces.randomElement(using: &numbers) ?? "").unicodeScalars, at: place)
                case 2: scalars.append(contentsOf: scalars[place...])
                default: scalars.swap(place, Int.random(in: 0...scalars.count, using: &numbers))
                }
            }
            evaluate(String(String.UnicodeScalarView(scalars)))
        }
    }

    private func evaluate(_ source: String) {
        let inputs = ["近2年", "x"].map { Schema.Input($0) }
        for mode in [Compiler.Mode.strict, .lenient] {
            guard
                let program = try? Compiler.compile(
                    source, schema: Schema(inputs: inputs), mode: mode, limits: Self.limits)
            else { continue }
            let value = program.evaluate([.list([.number(.one)]), .number(.one)])
            #expect((program.trace([.list([.number(.one)]), .number(.one)]).value == nil) == false)
            _ = value.description.count
        }
        _ = try? Parser.unaryTests(source, limits: Self.limits)
    }

    @Test(arguments: [
        "(", "[", "{a:", "-", "not(", "if ", "1+", "a.", "f(", "for a in ", "function(a) ", "x in (", "x[", "1 in ",
        "\"a\" + ",
    ])
    func `however deep a text nests, it is refused`(piece: String) {
        let error = #expect(throws: FEELError.self) {
            try Parser.expression(String(repeating: piece, count: 60_000 / piece.count) + "1")
        }
        #expect([.tooDeep, .tooLong, .unexpectedToken, .unexpectedEnd].contains(error?.code))
    }

    @Test func `what the limit of depth lets through is evaluated`() throws {
        let depth = Limits().depth - 2
        let sum = String(repeating: "1 + ", count: depth) + "1"
        #expect(try Compiler.compile(sum).evaluate() == .number(Decimal128(depth + 1)))
        let nested = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        #expect(try Compiler.compile("count(" + nested.dropFirst().dropLast() + ")").evaluate() == .number(.one))
    }

    @Test(arguments: [
        ("1", " + ", "201"), ("1", " - ", "-199"), ("1 = 2", " or ", "false"), ("1 = 1", " and ", "true"),
        ("1", " * ", "1"),
    ])
    func `a chain of operators is no nesting`(term: String, operation: String, value: String) throws {
        let chain = Array(repeating: term, count: 201).joined(separator: operation)
        #expect(try Compiler.compile(chain).evaluate().description == value)
        #expect(try Parser.expression(chain).nesting <= 3)
        // In brackets it may nest as deep as anything.
        let depth = Limits().depth - 10
        let nested = String(repeating: "(", count: depth) + chain + String(repeating: ")", count: depth)
        #expect(try Compiler.compile(nested).evaluate().description == value)
    }

    @Test func `a chain has an end`() {
        let chain = Array(repeating: "1", count: Limits().levels + 2).joined(separator: " + ")
        let error = #expect(throws: FEELError.self) { try Parser.expression(chain) }
        #expect(error?.code == .tooDeep)
    }

    @Test(arguments: [
        "for i in 1..1000000000 return i", "count(for i in 1..2000, j in 1..2000 return 1)",
        "(function(f) f(f))(function(f) f(f))", "every i in 1..1000000000 satisfies true",
        "for i in 1..100000 return [partial[-1]]", "for i in 1..1000 return function() partial",
        "(for i in 1..60 return if i = 1 then \"a\" else partial[-1] + partial[-1])[-1]",
        "(for i in 1..60 return if i = 1 then [1] else flatten([partial[-1], partial[-1]]))[-1]",
        "string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a+)+$\")",
        "matches(\"a\", \"((a{1000}){1000}){1000}\")",
    ])
    func `what would take too long becomes null`(source: String) throws {
        #expect(try Compiler.compile(source, mode: .lenient, limits: Self.limits).evaluate() == .null)
    }
}

extension [Unicode.Scalar] {
    fileprivate mutating func remove(atOffset offset: Int) {
        if indices.contains(offset) { remove(at: offset) }
    }

    fileprivate mutating func swap(_ one: Int, _ other: Int) {
        if indices.contains(one), indices.contains(other) { swapAt(one, other) }
    }
}
