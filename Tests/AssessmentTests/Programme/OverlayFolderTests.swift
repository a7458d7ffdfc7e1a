import Configuration
import Foundation
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Another province is a folder and no code.
@Suite("A province is a folder")
struct OverlayFolderTests {
    /// A data folder of its own, with one overlay.
    private static func folder(programme: String, table: String? = nil) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "overlay-\(UUID().uuidString)")
        let province = root.appending(path: "overlays/110000")
        try FileManager.default.createDirectory(at: province, withIntermediateDirectories: true)
        try Data(
            """
            edition: municipal-consortium-trial
            title: 示例市的要求（虚构）
            document: {id: made-up, title: 示例市的通知（虚构）, number: 示例函〔2025〕1号}
            """.utf8
        ).write(to: province.appending(path: "overlay.yml"))
        try Data(programme.utf8).write(to: province.appending(path: "programme.yml"))
        if let table {
            let reference = root.appending(path: "reference")
            try FileManager.default.createDirectory(at: reference, withIntermediateDirectories: true)
            try Data(table.utf8).write(to: reference.appending(path: "made-up.csv"))
        }
        return root.appending(path: "overlays")
    }

    private static let reference = "reference: {document: made-up, place: 第一条}"

    @Test func `an invented province asks what nobody foresaw`() throws {
        let folder = try Self.folder(
            programme: """
                figures:
                  - {name: 跨区, indicator: 2.2.1}
                tables:
                  - {name: 名录, title: 示例名录, file: made-up.csv, \(Self.reference)}
                checks:
                  - id: on-the-list
                    title: 牵头学校在名录里
                    of: consortium
                    holds: 'some 校 in 名录 satisfies 校.学校 = 本联合体.牵头学校'
                    remedy: 请{对象}改由名录里的学校牵头
                    basis: clause
                    \(Self.reference)
                    quote: 牵头学校应在名录之内
                  - id: two-together
                    title: 全市不少于2家
                    of: whole
                    value: count(联合体)
                    atLeast: 2
                    unit: 家
                    due: 2026-06-30
                    basis: clause
                    \(Self.reference)
                    quote: 不少于2家
                """, table: "学校,批次\n示例学院（虚构）,1\n")
        let book = try ProgrammeExample.book(overlays: folder)
        let results = try book.results(
            ProgrammeExample.register([
                ProgrammeExample.consortium("A", province: "110000", prefecture: "110100"),
                ProgrammeExample.consortium("B", province: "110000", prefecture: "110100", school: "别的学院（虚构）"),
                ProgrammeExample.consortium("C"),
            ]), in: "110000")
        #expect(results.outcomes(of: "on-the-list") == ["A": .met, "B": .notMet])
        #expect(results.one("on-the-list", "B")?.text.hasPrefix("请示例联合体B（虚构）改由名录里的学校牵头。") == true)
        #expect(results.one("two-together")?.outcome == .met)
        #expect(try book.results(ProgrammeExample.register([]), in: "440000").isEmpty)
    }

    private static func narrowing(_ limit: String) -> String {
        """
        checks:
          - id: recommended-first-batch
            title: 每批推荐
            of: batch
            value: count(联合体)
            \(limit)
            basis: clause
            \(reference)
            quote: 每批推荐
        """
    }

    @Test(arguments: [("atMost: 2", true), ("atMost: 3", true), ("atMost: 4", false), ("atLeast: 1", false)])
    func `what the source says may be narrowed and not loosened`(limit: String, isAllowed: Bool) throws {
        let folder = try Self.folder(programme: Self.narrowing(limit))
        guard !isAllowed else {
            #expect(throws: Never.self) { try ProgrammeExample.book(overlays: folder) }
            return
        }
        let error = #expect(throws: ConfigurationError.self) { try ProgrammeExample.book(overlays: folder) }
        #expect(error?.issues.count == 1)
        #expect(error?.description.contains("省里只能从严，应不超过3家") == true)
    }

    @Test func `a name that is not there is told with its place`() throws {
        let folder = try Self.folder(
            programme: Self.narrowing("atMost: 2").replacing("count(联合体)", with: "count(联合体[园区机别 = \"省级\"])"))
        let error = #expect(throws: RuleBookError.self) { try ProgrammeExample.book(overlays: folder) }
        #expect(error?.faults.first?.file == "110000/programme.yml")
        #expect(error?.faults.first?.line == 5)
        #expect(error?.description.contains("园区级别") == true)
    }

    @Test func `margins that do not add up are told`() throws {
        let programme = """
            tables:
              - name: 布局
                title: 示例布局
                file: made-up.csv
                \(Self.reference)
                keys: [产业]
                across: 市州
                cell: 布局
                values: {★: 有}
                margins: {column: 合计, row: 各市合计}
            """
        let good = "产业,甲市,乙市,合计\n机械,★,★,2\n化工,,★,1\n各市合计,1,2,\n"
        _ = try ProgrammeExample.book(overlays: Self.folder(programme: programme, table: good))
        for (bad, told) in [
            (good.replacing("★,★,2", with: "★,★,1"), "第2行读到“1”"),
            (good.replacing("各市合计,1,2", with: "各市合计,1,1"), "各列合计应为 1、2"),
            (good.replacing("化工,,★", with: "化工,,☆"), "读到“☆”"),
        ] {
            let folder = try Self.folder(programme: programme, table: bad)
            let error = #expect(throws: ConfigurationError.self) { try ProgrammeExample.book(overlays: folder) }
            #expect(error?.description.contains(told) == true, "\(error?.description ?? "")")
        }
    }

    @Test func `the overlay of Jiangsu asks for practice only`() throws {
        let overlay = try #require(ProgrammeExample.book().overlay(of: "320500"))
        #expect(!overlay.programme.checks.isEmpty)
        #expect(overlay.programme.checks.allSatisfy { $0.basis == .convention && !$0.isDuty })
    }
}
