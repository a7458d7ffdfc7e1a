import Standards
import Testing

@testable import Assessment
@testable import Reports

/// Lists that no page could hold: the first of them, how many there are, and where the whole list stands.
@Suite struct ListCapTests {
    private static let count = ListCap.rows + 3

    /// All pass but the last, which is in danger.
    private let summaries = (0..<count).map { number in
        AssessmentSummary(
            Sample.assessment(
                "C\(10_000 + number)", "示例联合体\(number)", verdict: number == count - 1 ? "disqualify" : "pass",
                outcomes: [number == count - 1 ? .triggered : .clear]), edition: Sample.edition)
    }

    @Test func `the overview has a row for the gravest thousand, and names the table of all`() {
        let html = HTMLReport(Sample.model(submissions: [], unjudged: [])).overview(of: summaries).html
        #expect(html.contains("共1003家，此处列出1000家，全部见同一目录的 consortia.csv。列出的是情形最重的。"))
        // A row in each of two orders.
        let last = "C\(10_000 + Self.count - 1)"
        #expect(html.ranges(of: "<small>\(last)").count == 2)
        #expect(html.ranges(of: "<small>C").count == 2 * ListCap.rows)
    }

    @Test func `one less is no list that ends early`() {
        let html = HTMLReport(Sample.model(submissions: [], unjudged: []))
            .overview(of: Array(summaries.prefix(ListCap.rows))).html
        #expect(!html.contains("此处列出") && html.ranges(of: "<small>C").count == 2 * ListCap.rows)
    }

    @Test func `the table beside it has all of them`() throws {
        let tables = HTMLReport(Sample.model()).tables(of: summaries)
        let table = try #require(tables.first { $0.path == "consortia.csv" })
        #expect(table.html.split(separator: "\r\n").count == Self.count + 1)
    }

    @Test func `a terminal ends as early, and says so`() {
        let text = VerdictTableText(edition: Sample.edition, regions: Sample.regions)
            .rendered(summaries, colour: false, width: nil, whole: " assess --format csv")
        #expect(text.contains("共1003家，此处列出1000家，全部见 assess --format csv。列出的是情形最重的。"))
        #expect(text.ranges(of: "示例联合体").count == ListCap.rows)
    }

    @Test func `pages of those for whom there is no edition, and of who has not reported, end as well`() {
        let unjudged = (0..<Self.count).map { number in
            Consortium(
                id: "H\(number)", name: "示例共同体", kind: .industry, province: "430000", prefecture: "", park: "",
                parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        }
        let html = HTMLReport(Sample.model(submissions: [], unjudged: unjudged)).overview(of: []).html
        #expect(html.contains("共1003家，此处列出1000家，全部见 status --format json。"))
        #expect(html.ranges(of: "示例共同体").count == ListCap.rows)
    }
}
