import Configuration
import Foundation
import Standards
import TestSupport
import Testing

struct NormCoverageTests {
    private static let known = "应为 municipal-consortium-trial 已有的"
    private static let orReason = "请改正；还没有建的，请改写 reason。"

    private static func source(_ entries: String) throws -> NormSource {
        let text = """
            id: notice
            title: 通知
            wording: verbatim
            edition: municipal-consortium-trial
            passages:
            \(entries)
            """
        return try NormSource.load(Data(text.utf8), named: "notice.yml")
    }

    private static func coverage(
        _ entries: String, tested: Set<NormCarrier.Target> = []
    ) throws -> NormCoverage {
        NormCoverage([try source(entries)], knowing: NormCatalogue([try Edition.trial()]), tested: tested)
    }

    /// What carries: the editions, their programmes and the overlays.
    private static func catalogue() throws -> NormCatalogue {
        let edition = try Edition.trial()
        let data = Repository.root.appending(path: "data")
        var catalogue = NormCatalogue([edition, try Edition.guide(), try Edition.notice()])
        let programme = try Programme.load(from: data.appending(path: "standards/\(edition.id)"), for: edition)
        catalogue.add(programme, of: edition.id)
        let guide = try Edition.guide()
        catalogue.add(try Programme.load(from: data.appending(path: "standards/\(guide.id)"), for: guide), of: guide.id)
        for overlay in try Overlay.load(from: data.appending(path: "overlays"), for: edition, national: programme) {
            catalogue.add(overlay.programme, of: edition.id, province: overlay.province)
        }
        return catalogue
    }

    @Test func `every carrier exists, and no sentence is without carrier and reason`() throws {
        let coverage = NormCoverage(
            try NormSource.load(from: Repository.norms), knowing: try Self.catalogue(),
            shownBy: try NormShowing.load(from: Repository.norms))
        #expect(coverage.issues.map(\.description) == [])
        #expect(coverage.parts.allSatisfy { $0.count(.missing) == 0 })
    }

    /// What the standard asks for is carried, but for what it says of its aims alone.
    @Test func `every point and every clause carries its own line of the standard`() throws {
        let edition = try Edition.trial()
        let sources = try NormSource.load(from: Repository.norms)
        let source = try #require(sources.first { $0.id == "construction-standard-trial" })
        let own = source.norms.filter { norm in norm.carriers.contains { $0.target.code == norm.id } }
        let clauses = edition.clauses.filter { $0.list == .negative }
        #expect(own.map(\.id) == edition.points.map(\.code) + clauses.map(\.code))
    }

    @Test func `the page of the sources is what the data say`() throws {
        let coverage = NormCoverage(
            try NormSource.load(from: Repository.norms), knowing: try Self.catalogue(),
            shownBy: try NormShowing.load(from: Repository.norms))
        let page = Repository.root.appending(path: "docs/sources.md")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: page.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(coverage.markdown.utf8).write(to: page)
            Issue.record("recorded docs/sources.md; read it, then run without RECORD_SNAPSHOTS")
        } else {
            let isSame = try String(contentsOf: page, encoding: .utf8) == coverage.markdown
            #expect(isSame, "docs/sources.md is not what data/norms gives: write it anew with RECORD_SNAPSHOTS=1")
        }
    }

    @Test func `a carrier that nothing shows is told where others are shown`() throws {
        let showing = NormShowing([
            NormShowing.Entry(kind: .rule, edition: nil, codes: ["16.*"], text: "explain C002 {code} --year 2025")
        ])
        let source = try Self.source(
            "  - {id: 甲, place: 一, text: 句子。, carriers: [{kind: rule, code: 16.3}, {kind: point, code: 6.1.2}]}")
        let coverage = NormCoverage([source], knowing: NormCatalogue([try Edition.trial()]), shownBy: showing)
        #expect(coverage.parts[0].sentences[0].shown == ["explain C002 16.3 --year 2025"])
        #expect(
            coverage.issues.map(\.description) == [
                "notice.yml:6:91：应写明由哪个命令或页面显示，“6.1.2”没有写。请补在 shown/sample.yml。"
            ])
    }

    @Test func `a sentence with neither carrier nor reason is told at its place`() throws {
        let coverage = try Self.coverage("  - {id: 甲, place: 一, text: 句子。}")
        #expect(coverage.issues.map(\.description) == ["notice.yml:6:5：应有 carriers 或 reason，“甲”都没有写。请补上其中一个。"])
        #expect(coverage.parts[0].sentences.map(\.state) == [.missing])
    }

    @Test(arguments: [
        ("{kind: point, code: 8.4.11}", "65：\(known)观测点，读到“8.4.11”。是不是“8.4.1”？\(orReason)"),
        ("{kind: rule, code: 6.1.2}", "64：\(known)条款，读到“6.1.2”。\(orReason)"),
        ("{kind: parameter, code: 突破倍}", "69：\(known)参数，读到“突破倍”。是不是“突破倍数”？\(orReason)"),
        ("{kind: deadline, code: close}", "68：\(known)期限，读到“close”。是不是“closes”？\(orReason)"),
        ("{kind: quota, code: 每省三家}", "65：\(known)名额，读到“每省三家”。还没有建的，请改写 reason。"),
        (
            "{kind: point, edition: municipal-consortium-trail, code: 1.1.1}",
            "102：应为已有的标准，读到“municipal-consortium-trail”。是不是“municipal-consortium-trial”？请查 data/standards。"
        ),
    ])
    func `an unknown carrier is told with its place and the nearest name`(carrier: String, issue: String) throws {
        let coverage = try Self.coverage("  - {id: 甲, place: 一, text: 句子。, carriers: [\(carrier)]}")
        #expect(coverage.issues.map(\.description) == ["notice.yml:6:\(issue)"])
        #expect(coverage.parts[0].count(.missing) == 1)
    }

    @Test func `a sentence is tested when all points and clauses that carry it are`() throws {
        let entries = """
              - heading: 一、条件
              - {id: 甲, place: 一, text: 甲。, carriers: [{kind: rule, code: 16.3}, {kind: point, code: 6.1.2}]}
              - {id: 乙, place: 一, text: 乙。, carriers: [{kind: rule, code: 16.3}, {kind: parameter, code: 突破倍数}]}
              - {id: 丙, place: 一, text: 丙。, carriers: [{kind: deadline, code: closes}], reason: 日期未写}
              - {id: 丁, place: 一, text: 丁。, reason: 目标表述}
            """
        let tested = NormCarrier.Target(kind: .rule, edition: "municipal-consortium-trial", code: "16.3")
        let part = try Self.coverage(entries, tested: [tested]).parts[0]
        #expect(part.sentences.map(\.state) == [.carried, .tested, .carried, .reasoned])
        #expect(part.sentences.map(\.isPartial) == [false, false, true, false])
        #expect(part.passages.first == .heading("一、条件"))
    }

    @Test func `what other files define can carry, too`() throws {
        var catalogue = NormCatalogue([try Edition.trial()])
        catalogue.add(.quota, of: "municipal-consortium-trial", ["每省三家"])
        let source = try Self.source("  - {id: 甲, place: 一, text: 句子。, carriers: [{kind: quota, code: 每省三家}]}")
        #expect(NormCoverage([source], knowing: catalogue).issues.isEmpty)
    }
}
