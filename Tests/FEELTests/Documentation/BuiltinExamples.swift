/// A built-in function as the documentation shows it: what it gives, and examples that are run.
struct BuiltinExample {
    let name: String
    /// What it gives, a sentence.
    let summary: String
    /// Expressions and what each gives, both FEEL.
    let examples: [(expression: String, result: String)]
}

/// The examples of every built-in function, chapter by chapter: the page of built-in functions is made from them, and
/// a test runs them.
enum BuiltinExamples {
    static let chapters: [(title: String, functions: [BuiltinExample])] = [
        ("Conversion", conversion), ("Truth values", truth), ("Strings", strings), ("Lists", lists),
        ("Numbers", numbers), ("Dates and times", temporal), ("Sorting", sorting), ("Points and ranges", ranges),
        ("Contexts", contexts),
    ]

    private static let conversion = [
        BuiltinExample(
            name: "date", summary: "A day, from text, from a date and time, or from year, month and day.",
            examples: [
                ("date(\"2025-12-31\")", "@\"2025-12-31\""), ("date(2025, 2, 29)", "null"),
                ("date(year: 2024, month: 2, day: 29)", "@\"2024-02-29\""),
            ]),
        BuiltinExample(
            name: "date and time", summary: "A time on a day, from text, or from a date and a time.",
            examples: [
                ("date and time(\"2025-12-31T23:59:59@Asia/Shanghai\")", "@\"2025-12-31T23:59:59@Asia/Shanghai\""),
                ("date and time(@\"2025-12-31\", @\"08:30:00Z\")", "@\"2025-12-31T08:30:00Z\""),
            ]),
        BuiltinExample(
            name: "time",
            summary: "A time of day, from text, from a date and time, or from hour, minute, second and offset.",
            examples: [
                ("time(\"08:30:00.5\")", "@\"08:30:00.5\""),
                ("time(8, 30, 0, duration(\"PT8H\"))", "@\"08:30:00+08:00\""),
            ]),
        BuiltinExample(
            name: "number", summary: "The number a text writes, with the separators it uses for groups and decimals.",
            examples: [
                ("number(\"1 000,5\", \" \", \",\")", "1000.5"), ("number(\"1,000.5\", \",\", \".\")", "1000.5"),
                ("number(\"abc\", \",\", \".\")", "null"),
            ]),
        BuiltinExample(
            name: "string", summary: "The text of a value; nothing for null.",
            examples: [("string(1.10)", "\"1.1\""), ("string(@\"P1Y2M\")", "\"P1Y2M\""), ("string(null)", "null")]),
        BuiltinExample(
            name: "duration", summary: "A length of time, in years and months or in days and time.",
            examples: [("duration(\"P26M\")", "@\"P2Y2M\""), ("duration(\"PT36H\")", "@\"P1DT12H\"")]),
        BuiltinExample(
            name: "years and months duration", summary: "The whole months from one day to another.",
            examples: [("years and months duration(@\"2022-03-15\", @\"2025-01-20\")", "@\"P2Y10M\"")]),
        BuiltinExample(
            name: "range", summary: "The range a text writes with literals.",
            examples: [("range(\"[18..65)\") = [18..65)", "true"), ("range(\"[1..]\")", "null")]),
    ]

    private static let truth = [
        BuiltinExample(
            name: "not", summary: "The opposite; what is unknown stays unknown.",
            examples: [("not(true)", "false"), ("not(null)", "null")]),
        BuiltinExample(
            name: "all", summary: "Whether all are true; false as soon as one is false, even beside unknown ones.",
            examples: [
                ("all([true, true])", "true"), ("all(true, null, false)", "false"), ("all([true, null])", "null"),
                ("all([])", "true"),
            ]),
        BuiltinExample(
            name: "any", summary: "Whether one is true; true as soon as one is, even beside unknown ones.",
            examples: [
                ("any([false, true])", "true"), ("any(false, null, true)", "true"), ("any([false, null])", "null"),
                ("any([])", "false"),
            ]),
        BuiltinExample(
            name: "is", summary: "Whether two values are of one kind and written alike, time zones included.",
            examples: [
                ("is(@\"08:00:00Z\", @\"09:00:00+01:00\")", "false"), ("@\"08:00:00Z\" = @\"09:00:00+01:00\"", "true"),
            ]),
    ]

    private static let strings = [
        BuiltinExample(
            name: "substring", summary: "The characters from a position on, counted from 1, or from −1 backward.",
            examples: [("substring(\"产教联合体\", 3)", "\"联合体\""), ("substring(\"foobar\", -3, 2)", "\"ba\"")]),
        BuiltinExample(
            name: "string length", summary: "How many characters a text has.",
            examples: [("string length(\"联合体\")", "3"), ("string length(\"\")", "0")]),
        BuiltinExample(
            name: "upper case", summary: "The text in capitals.", examples: [("upper case(\"aBc\")", "\"ABC\"")]),
        BuiltinExample(
            name: "lower case", summary: "The text in small letters.", examples: [("lower case(\"aBc\")", "\"abc\"")]),
        BuiltinExample(
            name: "substring before", summary: "What comes before a piece of text; nothing where it does not occur.",
            examples: [
                ("substring before(\"6.1.2/人次\", \"/\")", "\"6.1.2\""), ("substring before(\"abc\", \"x\")", "\"\""),
            ]),
        BuiltinExample(
            name: "substring after", summary: "What comes after a piece of text; nothing where it does not occur.",
            examples: [("substring after(\"6.1.2/人次\", \"/\")", "\"人次\"")]),
        BuiltinExample(
            name: "replace", summary: "The text with what matches a pattern replaced; `$1` is its first group.",
            examples: [
                ("replace(\"2025-12\", \"(\\d+)-(\\d+)\", \"$2/$1\")", "\"12/2025\""),
                ("replace(\"aBAb\", \"b\", \"x\", \"i\")", "\"axAx\""),
            ]),
        BuiltinExample(
            name: "contains", summary: "Whether a text has a piece of text in it.",
            examples: [("contains(\"产业园区\", \"园\")", "true")]),
        BuiltinExample(
            name: "starts with", summary: "Whether a text begins with a piece of text.",
            examples: [("starts with(\"6.1.2\", \"6.\")", "true")]),
        BuiltinExample(
            name: "ends with", summary: "Whether a text ends with a piece of text.",
            examples: [("ends with(\"职业学院\", \"学院\")", "true")]),
        BuiltinExample(
            name: "matches", summary: "Whether a part of a text matches a pattern of XPath.",
            examples: [("matches(\"湘教通〔2024〕23号\", \"〔\\d{4}〕\")", "true"), ("matches(\"ABC\", \"b\", \"i\")", "true")]),
        BuiltinExample(
            name: "split", summary: "The pieces of a text between what matches a pattern.",
            examples: [("split(\"甲、乙、丙\", \"、\")", "[\"甲\", \"乙\", \"丙\"]")]),
        BuiltinExample(
            name: "string join", summary: "Texts joined, nulls left out, a delimiter between them.",
            examples: [
                ("string join([\"甲\", null, \"乙\"], \"、\")", "\"甲、乙\""), ("string join([\"a\", \"b\"])", "\"ab\""),
            ]),
    ]

    private static let lists = [
        BuiltinExample(
            name: "list contains", summary: "Whether a list has an item equal to a value.",
            examples: [("list contains([1, 2, 3], 2)", "true"), ("list contains([null], null)", "true")]),
        BuiltinExample(
            name: "count", summary: "How many items a list has.",
            examples: [("count([1, null, 3])", "3"), ("count([])", "0")]),
        BuiltinExample(
            name: "min", summary: "The least item; null where items cannot be compared, and of an empty list.",
            examples: [
                ("min([3, 1, 2])", "1"), ("min(\"b\", \"a\")", "\"a\""), ("min([1, null])", "null"),
                ("min([])", "null"),
            ]),
        BuiltinExample(
            name: "max", summary: "The greatest item; null where items cannot be compared, and of an empty list.",
            examples: [("max(1, 2, 3)", "3"), ("max([@\"2024-01-01\", @\"2025-01-01\"])", "@\"2025-01-01\"")]),
        BuiltinExample(
            name: "sublist", summary: "The items from a position on, counted from 1, or from −1 backward.",
            examples: [("sublist([1, 2, 3, 4], 2, 2)", "[2, 3]"), ("sublist([1, 2, 3], -2)", "[2, 3]")]),
        BuiltinExample(
            name: "append", summary: "A list with items added at its end.",
            examples: [("append([1], 2, 3)", "[1, 2, 3]")]),
        BuiltinExample(
            name: "concatenate", summary: "Lists one after the other.",
            examples: [("concatenate([1, 2], [2, 3])", "[1, 2, 2, 3]")]),
        BuiltinExample(
            name: "insert before", summary: "A list with an item put before a position.",
            examples: [("insert before([1, 3], 2, 2)", "[1, 2, 3]")]),
        BuiltinExample(
            name: "remove", summary: "A list without the item at a position.",
            examples: [("remove([1, 2, 3], -1)", "[1, 2]")]),
        BuiltinExample(
            name: "list replace",
            summary:
                "A list with an item replaced: the one at a position, or those a function of item and new item picks.",
            examples: [
                ("list replace([2, 4, 7], 3, 6)", "[2, 4, 6]"),
                ("list replace([2, 4, 7], function(item, newItem) item < newItem, 5)", "[5, 5, 7]"),
            ]),
        BuiltinExample(name: "reverse", summary: "A list backward.", examples: [("reverse([1, 2, 3])", "[3, 2, 1]")]),
        BuiltinExample(
            name: "index of", summary: "The positions of the items equal to a value.",
            examples: [("index of([1, 2, 3, 2], 2)", "[2, 4]"), ("index of([1], 9)", "[]")]),
        BuiltinExample(
            name: "union", summary: "Lists one after the other, each value once.",
            examples: [("union([1, 2], [2, 3])", "[1, 2, 3]")]),
        BuiltinExample(
            name: "distinct values", summary: "The items of a list, each value once.",
            examples: [("distinct values([1, 2, 1, 1.0])", "[1, 2]")]),
        BuiltinExample(
            name: "flatten", summary: "The items of lists within lists, in one list.",
            examples: [("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]")]),
        BuiltinExample(
            name: "sum", summary: "The sum; null of an empty list, and where an item is no number.",
            examples: [
                ("sum([100.1, 200.2])", "300.3"), ("sum(1, 2, 3)", "6"), ("sum([1, null])", "null"),
                ("sum([])", "null"),
            ]),
        BuiltinExample(
            name: "product", summary: "The product; null of an empty list, and where an item is no number.",
            examples: [("product([2, 3, 4])", "24")]),
        BuiltinExample(
            name: "mean", summary: "The arithmetic mean.",
            examples: [("mean([1, 2, 3, 4])", "2.5"), ("mean([])", "null")]),
        BuiltinExample(
            name: "median", summary: "The middle of the sorted numbers, or the mean of the two in the middle.",
            examples: [("median(8, 2, 5, 3, 4)", "4"), ("median([6, 1, 2, 3])", "2.5")]),
        BuiltinExample(
            name: "stddev", summary: "The sample standard deviation; null of fewer than two numbers.",
            examples: [("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"), ("stddev([47])", "null")]),
        BuiltinExample(
            name: "mode", summary: "The numbers that occur most, in ascending order.",
            examples: [("mode([6, 3, 9, 6, 6])", "[6]"), ("mode([6, 1, 9, 6, 1])", "[1, 6]"), ("mode([])", "[]")]),
    ]

    private static let numbers = [
        BuiltinExample(
            name: "decimal", summary: "A number of so many decimals, ties to the even neighbour.",
            examples: [("decimal(1/3, 2)", "0.33"), ("decimal(1.5, 0)", "2"), ("decimal(2.5, 0)", "2")]),
        BuiltinExample(
            name: "floor", summary: "The greatest number of so many decimals that is not greater.",
            examples: [("floor(1.5)", "1"), ("floor(-1.56, 1)", "-1.6")]),
        BuiltinExample(
            name: "ceiling", summary: "The least number of so many decimals that is not less.",
            examples: [("ceiling(1.5)", "2"), ("ceiling(-1.56, 1)", "-1.5")]),
        BuiltinExample(
            name: "round up", summary: "Rounded away from zero.",
            examples: [("round up(5.5, 0)", "6"), ("round up(-5.1, 0)", "-6"), ("round up(1.121, 2)", "1.13")]),
        BuiltinExample(
            name: "round down", summary: "Rounded toward zero.",
            examples: [("round down(5.5, 0)", "5"), ("round down(-5.9, 0)", "-5")]),
        BuiltinExample(
            name: "round half up", summary: "Rounded to the nearest, ties away from zero.",
            examples: [
                ("round half up(5.5, 0)", "6"), ("round half up(-5.5, 0)", "-6"), ("round half up(1.124, 2)", "1.12"),
            ]),
        BuiltinExample(
            name: "round half down", summary: "Rounded to the nearest, ties toward zero.",
            examples: [("round half down(5.5, 0)", "5"), ("round half down(5.51, 0)", "6")]),
        BuiltinExample(
            name: "abs", summary: "The amount without its sign, of a number or a duration.",
            examples: [("abs(-10)", "10"), ("abs(@\"-P1D\")", "@\"P1D\"")]),
        BuiltinExample(
            name: "modulo", summary: "The remainder of a division, with the sign of the divisor.",
            examples: [
                ("modulo(12, 5)", "2"), ("modulo(-12, 5)", "3"), ("modulo(10.1, 4.5)", "1.1"), ("modulo(1, 0)", "null"),
            ]),
        BuiltinExample(
            name: "sqrt", summary: "The square root.", examples: [("sqrt(16)", "4"), ("sqrt(-1)", "null")]),
        BuiltinExample(
            name: "log", summary: "The natural logarithm.", examples: [("log(1)", "0"), ("log(0)", "null")]),
        BuiltinExample(
            name: "exp", summary: "e to the power of a number.",
            examples: [("exp(0)", "1"), ("exp(1)", "2.718281828459045235360287471352662")]),
        BuiltinExample(
            name: "odd", summary: "Whether a whole number is odd.", examples: [("odd(5)", "true"), ("odd(2)", "false")]),
        BuiltinExample(
            name: "even", summary: "Whether a whole number is even.",
            examples: [("even(2)", "true"), ("even(5)", "false")]),
    ]

    private static let temporal = [
        BuiltinExample(
            name: "now", summary: "The moment of evaluation, in UTC; the host may say when that is.",
            examples: [("now() instance of date and time", "true")]),
        BuiltinExample(
            name: "today", summary: "The day of evaluation, in UTC; the host may say when that is.",
            examples: [("today() instance of date", "true")]),
        BuiltinExample(
            name: "day of year", summary: "The day of the year, from 1.",
            examples: [("day of year(@\"2024-12-31\")", "366")]),
        BuiltinExample(
            name: "day of week", summary: "The day of the week, in English.",
            examples: [("day of week(@\"2025-12-31\")", "\"Wednesday\"")]),
        BuiltinExample(
            name: "month of year", summary: "The month, in English.",
            examples: [("month of year(@\"2025-12-31\")", "\"December\"")]),
        BuiltinExample(
            name: "week of year", summary: "The week of the year by ISO 8601.",
            examples: [("week of year(@\"2005-01-01\")", "53"), ("week of year(@\"2025-12-31\")", "1")]),
    ]

    private static let sorting = [
        BuiltinExample(
            name: "sort", summary: "A list in the order of a function that says whether one item comes before another.",
            examples: [("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]")])
    ]

    private static let ranges = [
        BuiltinExample(
            name: "before", summary: "Whether a point or a range ends before another begins.",
            examples: [("before(1, 10)", "true"), ("before([1..5), 5)", "true"), ("before([1..5], [5..9])", "false")]),
        BuiltinExample(
            name: "after", summary: "Whether a point or a range begins after another ends.",
            examples: [("after(10, [1..5])", "true"), ("after([5..9], [1..5))", "true")]),
        BuiltinExample(
            name: "meets", summary: "Whether a range ends in the very point where another begins.",
            examples: [("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false")]),
        BuiltinExample(
            name: "met by", summary: "Whether a range begins in the very point where another ends.",
            examples: [("met by([5..10], [1..5])", "true")]),
        BuiltinExample(
            name: "overlaps", summary: "Whether two ranges have a point in common.",
            examples: [("overlaps([1..5], [3..8])", "true"), ("overlaps([1..3), [3..8])", "false")]),
        BuiltinExample(
            name: "overlaps before", summary: "Whether a range begins before another and ends within it.",
            examples: [("overlaps before([1..5], [3..8])", "true")]),
        BuiltinExample(
            name: "overlaps after", summary: "Whether a range begins within another and ends after it.",
            examples: [("overlaps after([3..8], [1..5])", "true")]),
        BuiltinExample(
            name: "finishes", summary: "Whether a point or a range ends where a range ends.",
            examples: [("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true")]),
        BuiltinExample(
            name: "finished by", summary: "Whether a range ends where a point or a range ends.",
            examples: [("finished by([1..10], 10)", "true")]),
        BuiltinExample(
            name: "includes", summary: "Whether a range holds a point or a whole range.",
            examples: [("includes([1..10], 5)", "true"), ("includes([1..10), [1..10])", "false")]),
        BuiltinExample(
            name: "during", summary: "Whether a point or a range lies within a range.",
            examples: [("during(5, [1..10])", "true"), ("during([4..6], [1..10))", "true")]),
        BuiltinExample(
            name: "starts", summary: "Whether a point or a range begins where a range begins.",
            examples: [("starts(1, [1..10])", "true"), ("starts([1..5], [1..10])", "true")]),
        BuiltinExample(
            name: "started by", summary: "Whether a range begins where a point or a range begins.",
            examples: [("started by([1..10], [1..5])", "true")]),
        BuiltinExample(
            name: "coincides", summary: "Whether two points or two ranges are the same.",
            examples: [("coincides(5, 5)", "true"), ("coincides([1..5], [1..5))", "false")]),
    ]

    private static let contexts = [
        BuiltinExample(
            name: "get value", summary: "The entry of a name; null where there is none.",
            examples: [("get value({a: 1}, \"a\")", "1"), ("get value({a: 1}, \"b\")", "null")]),
        BuiltinExample(
            name: "get entries", summary: "The entries as a list of contexts with `key` and `value`.",
            examples: [("get entries({a: 1})", "[{key: \"a\", value: 1}]")]),
        BuiltinExample(
            name: "context", summary: "A context from a list of contexts with `key` and `value`.",
            examples: [("context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}")]),
        BuiltinExample(
            name: "context put", summary: "A context with an entry set, at any depth.",
            examples: [
                ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
                ("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
            ]),
        BuiltinExample(
            name: "context merge", summary: "Contexts put together, later entries before earlier ones.",
            examples: [("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}")]),
    ]
}
