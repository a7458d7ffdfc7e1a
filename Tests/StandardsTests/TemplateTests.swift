import Standards
import Testing

@Suite("Sentences with formulas")
struct TemplateTests {
    @Test func `a formula is between braces, and knows its column`() throws {
        let template = try #require(Template("还差 {差额} 万元", file: "f.yml", line: 7, column: 12))
        #expect(template.formulas == [Formula(text: "差额", file: "f.yml", line: 7, column: 16)])
        #expect(template.filled { "<\($0.text)>" } == "还差 <差额> 万元")
    }

    @Test func `braces of contexts and in strings are FEEL's own`() throws {
        let template = try #require(Template(#"{{甲: "}"}.甲}{"{"}"#, file: "", line: 1, column: 1))
        #expect(template.formulas.map(\.text) == [#"{甲: "}"}.甲"#, #""{""#])
        #expect(template.parts.count == 2)
    }

    @Test func `a sentence without formulas is itself`() {
        #expect(Template("没有", file: "", line: 1, column: 1) == Template(words: "没有"))
    }

    @Test(arguments: ["{年度", "年度}", "{甲}}", #"{"}"#])
    func `a brace without a partner is no template`(text: String) {
        #expect(Template(text, file: "", line: 1, column: 1) == nil)
    }
}
