import FEEL
import Testing

/// The language itself, table by table. Values are written as FEEL writes them.
struct LanguageTests {
    @Test(arguments: [
        Evaluation("1 + 2 * 3 ** 2", "19"), Evaluation("2 ** 3 ** 2", "64"), Evaluation("-2 ** 2", "4"),
        Evaluation("10 - 4 - 3", "3"), Evaluation("100.1 + 200.2 < 300.3", "false"),
        Evaluation("0.1 + 0.2 = 0.3", "true"),
        Evaluation("1 / 3", "0.3333333333333333333333333333333333"), Evaluation("1 / 0", "null"),
        Evaluation("\"a\" + \"b\"", "\"ab\""), Evaluation("\"a\" + 1", "null"), Evaluation("1.5e3", "1500"),
        Evaluation(".5 + .25", "0.75"), Evaluation("date(\"2024-02-29\") + duration(\"P1Y\")", "2025-02-28"),
        Evaluation("@\"2025-12-31\" - @\"2025-01-01\"", "P364D"), Evaluation("@\"P1D\" * 2.5", "P2DT12H"),
        Evaluation("@\"P1Y\" / @\"P3M\"", "4"), Evaluation("-(@\"P1D\")", "-P1D"), Evaluation("- 3", "-3"),
    ])
    func `arithmetic`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("true and null", "null"), Evaluation("false and null", "false"),
        Evaluation("null and false", "false"),
        Evaluation("true or null", "true"), Evaluation("null or true", "true"), Evaluation("false or null", "null"),
        Evaluation("not(null)", "null"), Evaluation("1 and true", "null"), Evaluation("null < 1", "null"),
        Evaluation("null = null", "true"), Evaluation("null != 1", "true"), Evaluation("1 = \"1\"", "null"),
        Evaluation("if null then 1 else 2", "2"), Evaluation("some x in [null, false] satisfies x", "null"),
        Evaluation("some x in [null, true] satisfies x", "true"),
        Evaluation("every x in [null, true] satisfies x", "null"),
        Evaluation("every x in [null, false] satisfies x", "false"), Evaluation("every x in [] satisfies x", "true"),
    ])
    func `three-valued logic`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("5 in [1..5)", "false"), Evaluation("5 in ]4..5]", "true"), Evaluation("5 in (< 3, > 4)", "true"),
        Evaluation("5 in (1, 5)", "true"), Evaluation("5 in != 5", "false"), Evaluation("null in [1..2]", "null"),
        Evaluation("3 in [[1..2], [3..4]]", "true"), Evaluation("5 between 1 and 4 + 1", "true"),
        Evaluation("[1..3[ = [1..3)", "true"), Evaluation("(< 5).end", "5"),
        Evaluation("[1..5].start included", "true"),
        Evaluation("\"c\" in [\"a\"..\"b\"]", "false"), Evaluation("1 in [1, 2][item > 1]", "false"),
    ])
    func `ranges and membership`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("[1, 2, 3][-1]", "3"), Evaluation("[1, 2, 3][4]", "null"),
        Evaluation("[1, 2, 3][item > 1]", "[2, 3]"),
        Evaluation("7[1]", "7"), Evaluation("[{a: 1}, {a: 2}].a", "[1, 2]"),
        Evaluation("[{a: 1}, {a: 2}][a = 2].a", "[2]"),
        Evaluation("[{item: 1}, {item: 2}][item = 2]", "[{item: 2}]"), Evaluation("{a: 1, b: a + 1}.b", "2"),
        Evaluation("for i in 1..3, j in [10, 20] return i * j", "[10, 20, 20, 40, 30, 60]"),
        Evaluation("for i in 3..1 return i", "[3, 2, 1]"), Evaluation("for i in (1..4) return i", "[2, 3]"),
        Evaluation("for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3, 5]"),
        Evaluation("for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]"),
        Evaluation("{f: function(a, b) a - b, x: f(b: 1, a: 3)}.x", "2"),
        Evaluation("{n: 10, add: function(x) x + n, all: for i in 1..2 return add(i)}.all", "[11, 12]"),
        Evaluation("{i: 2, x: [5, 6, 7][i]}.x", "6"), Evaluation("(function(x: number) x)(\"a\")", "null"),
        Evaluation("[1, [2, 3]] = [1, [2, 3]]", "true"), Evaluation("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
    ])
    func `lists, contexts, iterations and functions`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("{Amount due: 3, tax-rate: 2, x: Amount due * tax-rate}.x", "6"),
        Evaluation("{a: 5, b: 3, a-b: 100, x: a-b, y: a - b}.x", "100"),
        Evaluation("{a: 5, b: 3, a-b: 100, x: a-b, y: a - b}.y", "2"),
        Evaluation("{近2年: [1, 2], x: count(近2年)}.x", "2"), Evaluation("{到位 经费: 3}.到位 经费", "3"),
        Evaluation("for 年 in [2024, 2025] return 年 + 1", "[2025, 2026]"), Evaluation("{\"a b\": 1}.a b", "1"),
        Evaluation("// 注释\n1 /* 又一处\n注释 */ + 1", "2"), Evaluation("1\u{3000}+\u{00A0}1", "2"),
        Evaluation("\"\\u4e2d\\U01F40E\\n\\d\"", "\"中🐎\\n\\\\d\""), Evaluation("@\"12:30:00Z\".time offset", "PT0S"),
    ])
    func `names, spaces, comments and escapes`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }

    @Test(arguments: [
        Evaluation("1 instance of number", "true"), Evaluation("null instance of Any", "false"),
        Evaluation("[1, \"a\"] instance of list<number>", "false"), Evaluation("[1] instance of list<Any>", "true"),
        Evaluation("{a: 1} instance of context<a: number>", "true"),
        Evaluation("[1..2] instance of range<number>", "true"),
        Evaluation("@\"P1D\" instance of days and time duration", "true"),
        Evaluation("-1 instance of number", "true"),
    ])
    func `types`(_ evaluation: Evaluation) throws {
        #expect(try evaluation.result() == evaluation.value)
    }
}
