import Foundation
import Testing

/// That no line of the kit goes uncounted.
struct ConformanceKitTests {
    static let good = """
        {"case": "sum", "error": false, "type": "number", "expression": "a + 1", "inputs": {"a": {"decimal": "1"}}, \
        "expected": {"decimal": "2"}}
        """

    private static func kit(_ lines: String...) -> ConformanceKit {
        ConformanceKit(Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    @Test(arguments: [
        ("", "line 2: no JSON object"),
        ("{\"case\": \"cut\", \"error\": fal", "line 2: no JSON object"),
        ("[1]", "line 2: no JSON object"),
        ("{\"error\": false, \"expression\": \"1\", \"expected\": null}", "line 2: no \"case\""),
        ("{\"case\": \"a\", \"expression\": \"1\", \"expected\": null}", "line 2 (a): no \"error\""),
        ("{\"case\": \"a\", \"error\": false, \"expression\": \"1\"}", "line 2 (a): no \"expected\""),
        ("{\"case\": \"a\", \"error\": true, \"expected\": null}", "line 2 (a): 缺少 \"expression\"。"),
        (
            "{\"case\": \"a\", \"error\": true, \"expression\": \"b\", \"inputs\": {\"b\": {\"date\": \"x\"}}, \"expected\": null}",
            "line 2 (a): “x”不是 date。"
        ),
        (
            "{\"case\": \"a\", \"error\": false, \"expression\": \"1\", \"expected\": {\"colour\": \"red\"}}",
            "line 2 (a): 没有名为“colour”的类型。"
        ),
    ])
    func `a line that cannot be read is named and counts as not agreeing`(line: String, description: String) {
        let kit = Self.kit(Self.good, line, Self.good, Self.good)
        #expect(kit.unreadable.map(\.description) == [description])
        #expect(kit.cases.map(\.name) == ["sum", "sum", "sum"])
        #expect(kit.lineCount == 4)
        #expect(kit.agreement == 0.75)
    }

    @Test func `a case that disagrees counts`() {
        let kit = Self.kit(Self.good, Self.good.replacing("\"2\"", with: "\"3\""))
        #expect(kit.unreadable == [])
        #expect(kit.agreement == 0.5)
    }

    @Test func `an end without a newline ends the last line as well`() {
        #expect(ConformanceKit(Data(Self.good.utf8)).lineCount == 1)
        #expect(ConformanceKit(Data()).lineCount == 0)
    }
}
