import Standards
import Testing

@Suite("Measures in a circle")
struct MeasureCircleTests {
    private func measures(_ values: KeyValuePairs<String, String>) -> [Measure] {
        values.map { name, value in
            Measure(
                name: name, unit: "", value: Formula(text: value, file: "", line: 1, column: 1), reference: "")
        }
    }

    @Test func `measures that build on each other are no circle`() {
        #expect(Measure.circle(among: measures(["甲": "乙 + 丙", "乙": "丙", "丙": "1"])) == nil)
    }

    @Test func `a measure may not name itself`() {
        #expect(Measure.circle(among: measures(["甲": "甲 + 1"])) == ["甲", "甲"])
    }

    @Test func `a circle is told from where it closes`() {
        #expect(
            Measure.circle(among: measures(["丁": "甲", "甲": "乙", "乙": "1 + 丙", "丙": "甲"])) == ["甲", "乙", "丙", "甲"])
    }

    @Test func `names within strings and within longer names do not count`() {
        #expect(Measure.circle(among: measures(["甲": #"actual("甲") + 甲乙"#, "乙": "甲"])) == nil)
    }
}
