import FEEL
import Testing

/// The tree that a text becomes.
struct ParserTests {
    /// The tree in brackets: each operator with its operands.
    private func shape(_ expression: Expression) -> String {
        switch expression.kind {
        case .name(let name): name
        case .number(let number): number.description
        case .binary(let operation, let left, let right): "(\(shape(left)) \(operation.rawValue) \(shape(right)))"
        case .negation(let operand): "(-\(shape(operand)))"
        case .path(let base, let entry): "\(shape(base)).\(entry.text)"
        case .filter(let list, let condition): "\(shape(list))[\(shape(condition))]"
        case .between(let value, let low, let high): "(\(shape(value)) between \(shape(low)) \(shape(high)))"
        case .membership(let value, let tests): "(\(shape(value)) in \(tests.map(shape).joined(separator: " ")))"
        case .range(let low, let lowIncluded, let high, let highIncluded):
            "\(lowIncluded ? "[" : "(")\(shape(low))..\(shape(high))\(highIncluded ? "]" : ")")"
        case .invocation(let function, let arguments):
            "\(shape(function))(\(arguments.map { ($0.name.map { $0.text + ":" } ?? "") + shape($0.value) }.joined(separator: " ")))"
        default: "?"
        }
    }

    @Test(arguments: [
        ("a + b * c - d", "((a + (b * c)) - d)"), ("a or b and c or d", "((a or (b and c)) or d)"),
        ("a < b and c >= d", "((a < b) and (c >= d))"), ("-a ** b", "((-a) ** b)"), ("a.b.c[d].e", "a.b.c[d].e"),
        ("a between b and c and d", "((a between b c) and d)"), ("a in [1..2]", "(a in [1..2])"),
        ("a in ]1..2[", "(a in (1..2))"), ("a in (b, [1..2))", "(a in b [1..2))"), ("a[b[1]]", "a[b[1]]"),
        ("f(x: a, y z: b)", "f(x:a y z:b)"), ("a in (b)", "(a in b)"), ("a = b = c", "((a = b) = c)"),
    ])
    func `operators bind as the grammar says`(source: String, expected: String) throws {
        #expect(try shape(Parser.expression(source)) == expected)
    }

    @Test func `known names of several words or with operators win`() throws {
        let names = KnownNames(variables: ["Amount due", "a-b", "8.4.1/人次 合计"], members: [])
        #expect(try shape(Parser.expression("Amount  due * a-b", names: names)) == "(Amount due * a-b)")
        #expect(try shape(Parser.expression("a - b", names: names)) == "(a - b)")
    }

    @Test func `ranges of the text count bytes, lines and columns`() throws {
        let source = "近2年 +\n  b"
        guard case .binary(_, let left, let right) = try Parser.expression(source).kind else {
            Issue.record("not a sum")
            return
        }
        #expect(left.range == SourceRange(start: 0, end: 7, line: 1, column: 1))
        #expect(right.range == SourceRange(start: 12, end: 13, line: 2, column: 3))
        #expect(source.piece(right.range) == "b")
    }

    @Test(arguments: [
        ("list<list<number>>", FEELType.list(.list(.number))), ("days and time duration", .secondsDuration),
        ("function<number, string> -> Any", .function([.number, .string], result: .any)),
        ("range<date>", .range(.date)),
    ])
    func `types`(source: String, expected: FEELType) throws {
        #expect(try FEELType(source) == expected)
        #expect(try FEELType(expected.description) == expected)
    }
}
