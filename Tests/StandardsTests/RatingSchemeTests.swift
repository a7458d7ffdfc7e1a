import Configuration
import Foundation
import Standards
import TestSupport
import Testing

/// The indicators of the notice of 2023 as data, held against its text.
@Suite("The indicators of 2023")
struct RatingSchemeTests {
    @Test(.needsSharedFolder) func `seven indicators and 25 points are in the words of the notice`() throws {
        let file = try #require(Repository.shared).appending(path: "sources/moe-notice-2023-15.txt")
        let text = try String(contentsOf: file, encoding: .utf8).filter { !$0.isWhitespace }
            .replacing("基本指标观测点", with: "")
        let edition = try Edition.notice()
        let scheme = try #require(edition.ratings)
        #expect(scheme.groups.count == 7 && scheme.points.count == 25 && scheme.standing == .application)
        for group in scheme.groups { #expect(text.contains("\(group.code).\(group.title)")) }
        for point in scheme.points {
            #expect(text.contains((point.code + point.text).filter { !$0.isWhitespace }), "\(point.code)")
        }
        let last = try #require(edition.clauses.first)
        #expect(edition.clauses.count == 1 && last.list == .deduction && text.contains(last.title))
        #expect(scheme.leads.map(\.id) == ["园区管委会", "牵头学校", "牵头企业"])
        #expect(edition.indicators.isEmpty && edition.judges)
        #expect(try Edition.trial().ratedUnder == [.application: edition.id])
    }

    @Test(arguments: [
        ("points: 25}", "points: 24}", "应与下面列出的一致：25"),
        ("    deduction: \"7\"", "    points: []", "应有 points 或 deduction 之一"),
        ("code: \"1.2\"", "code: \"1.1\"", "编号应不重复"), ("field: park", "field: parc", "是不是“park”"),
        ("document: moe-2023-15", "document: moe", "leadReference 的 document 应为 edition.yml 里的文件"),
    ])
    func `what is wrong in the file is told`(text: String, replacement: String, said: String) throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "standard")
        try FileManager.default.copyItem(at: Edition.noticeFolder, to: copy)
        let file = copy.appending(path: "ratings.yml")
        let ratings = try String(contentsOf: file, encoding: .utf8)
        #expect(ratings.contains(text))
        try Data(ratings.replacing(text, with: replacement).utf8).write(to: file)
        #expect(throws: (any Error).self) { try Edition.load(from: copy, digest: { _ in "" }) }
        do {
            _ = try Edition.load(from: copy, digest: { _ in "" })
        } catch {
            #expect(error.issues.contains { $0.description.contains(said) }, "\(error)")
        }
    }

    @Test(arguments: [
        ("", RatingRound.first), ("初评", .first), ("1", .first), ("裁定", .adjudication), ("2", .adjudication), ("3", nil),
        ("终评", nil),
    ])
    func `rounds are read as people write them`(text: String, round: RatingRound?) {
        #expect(RatingRound(text: text) == round)
    }
}
