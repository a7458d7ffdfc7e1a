import FEEL
import Testing

/// Built-in functions, where their manner is not plain from their name.
struct BuiltinTests {
    @Test(arguments: [
        Evaluation("substring(\"中文字符\", -2)", "\"字符\""), Evaluation("substring(\"abc\", 0)", "null"),
        Evaluation("string length(\"👍中\")", "2"), Evaluation("substring before(\"a-b\", \"-\")", "\"a\""),
        Evaluation("substring after(\"a-b\", \"\")", "\"a-b\""), Evaluation("upper case(\"aß\")", "\"ASS\""),
        Evaluation("split(\"a, b ,c\", \"\\s*,\\s*\")", "[\"a\", \"b\", \"c\"]"),
        Evaluation("string join([\"a\", null, \"b\"], \"-\")", "\"a-b\""),
        Evaluation("string([1, \"a\", null])", "\"[1, \\\"a\\\", null]\""),
        Evaluation("number(\"1 234,5\", \" \", \",\")", "1234.5"), Evaluation("number(\"1,2\", \",\", \",\")", "null"),
        Evaluation("contains(\"e\\u0301\", \"e\")", "true"), Evaluation("ends with(\"中文\", \"文\")", "true"),
    ])
    func `strings`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("matches(\"foobar\", \"^fo*b\")", "true"), Evaluation("matches(\"a\\nb\", \"a.b\")", "false"),
        Evaluation("matches(\"a\\nb\", \"a.b\", \"s\")", "true"), Evaluation("matches(\"Ä\", \"ä\", \"i\")", "true"),
        Evaluation("matches(\"x1\", \"\\p{L}\\d\")", "true"),
        Evaluation("matches(\"近2年\", \"\\p{IsCJKUnifiedIdeographs}\\d\")", "true"),
        Evaluation("matches(\"e\", \"[a-z-[aeiou]]\")", "false"),
        Evaluation("matches(\"abab\", \"^(ab)\\1$\")", "true"),
        Evaluation("matches(\"a\", \"(a\")", "null"), Evaluation("matches(\"a.c\", \"a.c\", \"q\")", "true"),
        Evaluation("matches(\"aXc\", \"a.c\", \"q\")", "false"), Evaluation("matches(\"aaa\", \"^a{2}$\")", "false"),
        Evaluation("matches(\"aaa\", \"^a{2,}$\")", "true"), Evaluation("matches(\"\", \"(a*)*\")", "true"),
        Evaluation("replace(\"abcd\", \"(ab)|(cd)\", \"[$1$2]\")", "\"[ab][cd]\""),
        Evaluation("replace(\"a.b\", \"\\.\", \"\\$\")", "\"a$b\""),
        Evaluation("replace(\"abc\", \"x*\", \"-\")", "null"),
        Evaluation("replace(\"aaa\", \"a+?\", \"b\")", "\"bbb\""), Evaluation("replace(\"a\", \"a\", \"$\")", "null"),
    ])
    func `patterns`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("sum([])", "null"), Evaluation("sum(1, 2.5)", "3.5"), Evaluation("min([\"b\", \"a\"])", "\"a\""),
        Evaluation("max(1, null)", "null"), Evaluation("mean([1, 2, 4])", "2.333333333333333333333333333333333"),
        Evaluation("median([4, 1, 3, 2])", "2.5"), Evaluation("mode([1, 2, 2, 1, 3])", "[1, 2]"),
        Evaluation("stddev([2, 4, 4, 4, 5, 5, 7, 9]) > 2.138", "true"), Evaluation("count(null)", "null"),
        Evaluation("sublist([1, 2, 3], -2, 1)", "[2]"), Evaluation("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
        Evaluation("remove([1, 2, 3], -1)", "[1, 2]"), Evaluation("append([1], 2, [3])", "[1, 2, [3]]"),
        Evaluation("concatenate([1], [2], 3)", "[1, 2, 3]"), Evaluation("union([1, 2], [2, 3])", "[1, 2, 3]"),
        Evaluation("distinct values([1, 1.0, \"a\"])", "[1, \"a\"]"), Evaluation("flatten([1, [2, [3]]])", "[1, 2, 3]"),
        Evaluation("index of([1, 2, 1], 1)", "[1, 3]"), Evaluation("list contains([1, null], null)", "true"),
        Evaluation("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]"), Evaluation("all([])", "true"),
        Evaluation("any([])", "false"), Evaluation("list replace([1, 2, 3], function(i, n) i > 1, 0)", "[1, 0, 0]"),
    ])
    func `lists`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("decimal(2.5, 0)", "2"), Evaluation("round half up(2.5, 0)", "3"),
        Evaluation("round half down(2.5, 0)", "2"),
        Evaluation("round up(-1.1, 0)", "-2"), Evaluation("floor(-1.5)", "-2"), Evaluation("ceiling(1.21, 1)", "1.3"),
        Evaluation("modulo(-12, 5)", "3"), Evaluation("sqrt(2)", "1.414213562373095048801688724209698"),
        Evaluation("even(2.0)", "true"), Evaluation("odd(2.5)", "false"), Evaluation("abs(-@\"P1D\")", "P1D"),
        Evaluation("round up(1, 6177)", "null"), Evaluation("exp(0)", "1"), Evaluation("log(0)", "null"),
    ])
    func `numbers`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("date(\"2025-02-29\")", "null"), Evaluation("date(2024, 2, 29)", "2024-02-29"),
        Evaluation("time(12, 30, 0.5, @\"PT8H\")", "12:30:00.5+08:00"),
        Evaluation("week of year(@\"2021-01-01\")", "53"),
        Evaluation("day of week(@\"2025-12-31\")", "\"Wednesday\""), Evaluation("day of year(@\"2024-12-31\")", "366"),
        Evaluation("years and months duration(@\"2023-03-15\", @\"2025-03-14\")", "P1Y11M"),
        Evaluation("date and time(@\"2025-01-01\", @\"10:00:00\")", "2025-01-01T10:00:00"),
        Evaluation("is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false"),
        Evaluation("@\"10:00:00Z\" = @\"11:00:00+01:00\"", "true"),
        Evaluation("before(1, [2..3])", "true"), Evaluation("meets([1..2], [2..3])", "true"),
        Evaluation("meets([1..2), [2..3])", "false"),
        Evaluation("overlaps([1..3], [2..4])", "true"), Evaluation("includes([1..5], 5)", "true"),
        Evaluation("during(5, [1..5))", "false"),
        Evaluation("finishes(5, [1..5])", "true"), Evaluation("started by([1..5], (1..2])", "false"),
        Evaluation("coincides([1..2], [1..2])", "true"), Evaluation("range(\"[1..x]\")", "null"),
        Evaluation("range(\"(1..3]\")", "(1..3]"),
    ])
    func `dates, times and ranges`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("get value({a: 1}, \"a\")", "1"), Evaluation("get entries({a: 1})", "[{key: \"a\", value: 1}]"),
        Evaluation("context([{key: \"a b\", value: 1}])", "{a b: 1}"),
        Evaluation("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
        Evaluation("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
        Evaluation("context merge([{a: 1, b: 1}, {b: 2}])", "{a: 1, b: 2}"),
    ])
    func `contexts`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test func `now and today are what the host says`() throws {
        let now = try #require(DateAndTime("2025-12-31T08:00:00Z"))
        #expect(try Compiler.compile("string(now())").evaluate(now: now) == .string("2025-12-31T08:00:00Z"))
        #expect(try Compiler.compile("string(today())").evaluate(now: now) == .string("2025-12-31"))
    }

    @Test func `every built-in has a summary and no two overloads the same parameters`() {
        #expect(Builtin.all.allSatisfy { !$0.summary.isEmpty })
        let signatures = Builtin.all.map(\.signature)
        #expect(Set(signatures).count == signatures.count)
    }
}
