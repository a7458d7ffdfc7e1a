import FEEL
import Testing

/// No text may crash a pass, hang it or exhaust the stack: rules come from files that people write.
@Suite("Robustness")
struct RobustnessTests {
    private static let seeds =
        BuiltinExamples.chapters.flatMap(\.functions).flatMap(\.examples).map(\.expression) + [
            "count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费",
            "if 本年.计划经费 = 0 then null else 本年.到位经费 / (本年.计划经费 * -本年.人数)",
            "事件[领域 in (\"造假\", \"安全\") and item.程度 = \"重大\"][-1].发生日期 >= @\"2022-01-01\"",
            "for i in 1..3, j in [i] return {a: i, b: function(x: number) x ** j}.b(a: 2) between 1 and 10",
            "< 60, [80..100), not(5), ? > 10, -, \"a\"", "x instance of list<context<a: number, b: range<date>>>",
            "-@\"P1Y2M\" * 2 + duration(\"PT0.5S\") / 0", "[1..]", "((((1))))", "{\"a b\": 1}.a b[item]",
        ]

    @Test func `no text made of pieces of FEEL breaks a pass`() {
        let pieces = Self.seeds.flatMap { $0.split(separator: " ").map(String.init) }
        let signs = Array("()[]{}.,<>=-*/@\"?年 \n")
        var generator = SplitMix(state: 20_250_101)
        for round in 0..<1500 {
            var text = Array(Self.seeds[generator.below(Self.seeds.count)])
            for _ in 0...generator.below(4) {
                let place = generator.below(text.count + 1)
                switch generator.below(4) {
                case 0: text.insert(contentsOf: pieces[generator.below(pieces.count)], at: place)
                case 1: text.removeSubrange(place..<min(text.count, place + generator.below(6)))
                case 2: text.insert(signs[generator.below(signs.count)], at: place)
                default: text.insert(contentsOf: text[..<min(place, 40)], at: place)
                }
            }
            let source = String(text)
            _ = Fixture.check.expression(source, wanted: .boolean)
            _ = Fixture.check.unaryTests(source, of: round.isMultiple(of: 2) ? .number : .any)
            _ = (try? Parser.expression(source))?.described()
            _ = (try? Parser.unaryTests(source))?.described(of: "得分")
            let cell = DecisionTable.Cell(source, line: 1, column: 1)
            let table = DecisionTable(
                "t", hitPolicy: .first, inputs: [DecisionTable.Input("达标率")], outputs: [DecisionTable.Output("a")],
                rules: [DecisionTable.Rule([cell], ["1"]), DecisionTable.Rule(["< 5"], [cell])])
            _ = Fixture.check.table(table)
            _ = table.described()
        }
    }

    @Test(arguments: ["(", "[", "{a: ", "-", "not(", "if a then ", "1 + (", "a[", "f(", "every x in "])
    func `no depth of nesting breaks a pass`(opening: String) {
        for count in [150, 5_000] {
            let source = String(repeating: opening, count: count) + "1"
            let closed = source + String(repeating: ")", count: count)
            for text in [source, closed] {
                _ = Fixture.check.expression(text)
                _ = (try? Parser.expression(text))?.described()
            }
        }
        let sum = Array(repeating: "1", count: 150).joined(separator: " + ")
        #expect(Fixture.check.expression(sum).isEmpty)
    }

    @Test func `no text breaks the reading of values`() {
        let characters = Array("0123456789-+:.TZ@PYMDHSeE/ 年")
        var generator = SplitMix(state: 7)
        let seeds = ["2025-12-31T13:20:00.5+08:00", "P1Y2M", "-P1DT2H3M4.5S", "12:30:00@Asia/Shanghai", "-1.5e-3"]
        for _ in 0..<20_000 {
            var text = Array(seeds[generator.below(seeds.count)])
            for _ in 0...generator.below(3) {
                let place = generator.below(text.count + 1)
                if generator.below(2) == 0, place < text.count {
                    text[place] = characters[generator.below(characters.count)]
                } else {
                    text.insert(characters[generator.below(characters.count)], at: place)
                }
            }
            // What is read is written so that it reads the same.
            let source = String(text)
            if let date = CalendarDate(source) { #expect(CalendarDate(date.description) == date) }
            if let time = TimeOfDay(source) { #expect(TimeOfDay(time.description) == time) }
            if let moment = DateAndTime(source) { #expect(DateAndTime(moment.description) == moment) }
            if let months = MonthsDuration(source) { #expect(MonthsDuration(months.description) == months) }
            if let seconds = SecondsDuration(source) { #expect(SecondsDuration(seconds.description) == seconds) }
            if let number = Decimal128(source) { #expect(Decimal128(number.description) == number) }
        }
    }
}

/// A small deterministic generator (SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
