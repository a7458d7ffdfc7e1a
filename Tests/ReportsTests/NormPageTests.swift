import Assessment
import Foundation
import Standards
import TestSupport
import Testing

@testable import Reports

/// The page of the official texts: every sentence with what carries it and, of a case, what its verdict rests on.
struct NormPageTests {
    private static let text = """
        id: standard
        title: 示例建设标准（试行）
        number: 示教函〔2023〕1号
        wording: verbatim
        edition: sample-standard
        passages:
          - heading: 一、总则 <b>
          - {id: aim, place: 一, text: 为贯彻落实有关要求。, reason: 说明来由，没有可核查的要求}
          - {id: '6.1.2', place: 二, text: 专项经费到位数, carriers: [{kind: point, code: 6.1.2}]}
          - {id: '2.3.1', place: 二, text: 占全市相应产业产值的比重, carriers: [{kind: point, code: 2.3.1}]}
          - {id: '2.1.2', place: 二, text: 产业发展状况, carriers: [{kind: point, code: 2.1.2}], reason: 只看产值}
          - {id: '16.1', place: 三, text: 发生重大违法违规事件, carriers: [{kind: rule, code: '16.1'}]}
          - {id: '16.2', place: 三, text: 存在重大造假行为, carriers: [{kind: rule, code: '16.2'}]}
          - {id: '16.3', place: 三, text: 没有按计划落实经费投入, carriers: [{kind: rule, code: '16.3'}]}
          - {id: '16.4', place: 三, text: 没有出台有效政策, carriers: [{kind: rule, code: '16.4'}]}
          - {id: '16.6', place: 三, text: 没有落实四个合作, carriers: [{kind: rule, code: '16.6'}]}
          - {id: lost, place: 四, text: 谁也没有管的一句。}
        """
    private static let digest = """
        id: zdigest
        title: 他人的摘编
        wording: placed
        edition: sample-standard
        passages:
          - {id: a, place: 第一篇 第2段, description: 内部的描述不公布, reason: 不是规定}
        """

    private static func coverage() throws -> NormCoverage {
        let sources = [
            try NormSource.load(Data(text.utf8), named: "standard.yml"),
            try NormSource.load(Data(digest.utf8), named: "zdigest.yml"),
        ]
        return NormCoverage(
            sources, knowing: NormCatalogue([Sample.edition]),
            tested: [NormCarrier.Target(kind: .rule, edition: "sample-standard", code: "16.3")])
    }

    private static func report() throws -> HTMLReport { HTMLReport(Sample.model(norms: try coverage())) }

    /// The classes of each sentence on a page, by its id.
    private static func classes(_ html: String) -> [String: String] {
        Dictionary(
            html.matches(of: #/<p class="norm ([^"]*)" id="([^"]*)">/#).map { (String($0.2), String($0.1)) }
        ) { first, _ in first }
    }

    @Test func `each sentence has the colour of its state, and its carriers or its reason`() throws {
        let page = try #require(try Self.report().norms())
        let classes = Self.classes(page.html)
        #expect(classes["standard-aim"] == "reasoned")
        #expect(classes["standard-6.1.2"] == "carried")
        #expect(classes["standard-2.1.2"] == "carried partial")
        #expect(classes["standard-16.3"] == "tested")
        #expect(classes["standard-lost"] == "missing")
        #expect(page.html.contains("<span>产业发展状况</span> <small>观测点 2.1.2。未纳入核查的部分：只看产值</small>"))
        #expect(page.html.contains("未纳入核查：说明来由，没有可核查的要求"))
        #expect(page.html.contains("一、总则 &lt;b&gt;"))
    }

    @Test func `of a text that belongs to others only the place is shown`() throws {
        let page = try #require(try Self.report().norms())
        #expect(page.html.contains("第一篇 第2段"))
        #expect(!page.html.contains("内部的描述不公布"))
    }

    /// The gravest clauses decide, with the points that they read; without any, the points that are not met.
    @Test(arguments: [
        ("C001", ["standard-16.3", "standard-16.4", "standard-6.1.2"]), ("C003", ["standard-16.2"]),
        ("C002", ["standard-16.3", "standard-16.4"]), ("C010", []),
    ])
    func `what a verdict rests on is marked`(consortium: String, marked: [String]) throws {
        let assessment = try #require(Sample.all.first { $0.consortium.id == consortium })
        let page = try #require(try Self.report().norms(of: assessment))
        let decides = Self.classes(page.html).filter { $0.value.hasSuffix(" decides") }.map(\.key)
        #expect(decides.sorted() == marked.sorted())
    }

    @Test func `without a clause against it, the points that are not met decide, else those that are met`() throws {
        func decides(_ acceptance: [AcceptanceCheck]) throws -> [String] {
            let assessment = ConsortiumAssessment(
                edition: Sample.edition.id, consortium: Sample.consortium("C020", "示例"), year: Sample.year,
                panel: Sample.panel([:]), clauses: [], acceptance: acceptance, trends: [], signals: [],
                verdict: Sample.verdict("rectify"))
            let page = try #require(try Self.report().norms(of: assessment))
            return Self.classes(page.html).filter { $0.value.hasSuffix(" decides") }.map(\.key).sorted()
        }
        // 2.1.2 is undetermined there, 6.1.2 not met, 2.3.1 met.
        #expect(try decides(Sample.acceptance) == ["standard-2.1.2", "standard-6.1.2"])
        #expect(try decides(Sample.acceptance.filter { $0.outcome == .met }) == ["standard-2.3.1"])
    }

    @Test func `a dossier quotes what its verdict rests on and leads to it`() throws {
        let report = try Self.report()
        let html = report.dossier(Sample.worst).html
        #expect(html.contains("本结论所依据的来文原文（3句）"))
        let anchors = Set(Self.classes(try #require(report.norms()).html).keys)
        let links = html.matches(of: #/href="\.\.\/norms\.html#([^"]*)"/#).map { String($0.1) }
        #expect(links.count == 3)
        #expect(links.allSatisfy(anchors.contains))
    }

    @Test func `the pages are well formed, and without texts there is none`() throws {
        let report = try Self.report()
        let pages = [try #require(report.norms()), try #require(report.norms(of: Sample.worst))]
        for page in pages {
            #expect(Markup(page.html).firstMistake == nil)
            let ids = Markup(page.html).values(of: "id")
            #expect(Set(ids).count == ids.count)
            for link in Markup(page.html).values(of: "href") where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(link)")
            }
        }
        #expect(HTMLReport(Sample.model()).norms().map(\.path) == nil)
    }
}
