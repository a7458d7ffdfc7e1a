import Foundation
import TestSupport
import Testing

/// A province by itself: the sample's Hunan, and one that nobody has heard of.
@Suite("A province")
struct ProvinceTests {
    /// A workplace whose inbox is the sample's Hunan.
    private static func hunan() throws -> Workplace {
        let work = try Workplace()
        for half in ["submissions", "registers"] {
            let inbox = work.url.appending(path: "var/inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: Workplace.sample.appending(path: "hunan/\(half)"), to: inbox.appending(path: half))
        }
        return work
    }

    @Test func `a run tells what the notice asks of parks, prefectures and consortia`() throws {
        let work = try Self.hunan()
        try work.run()
        // What somebody owes is alerted; what the document prefers, and a goal of nobody in particular, is not.
        let alerts = try work.read("var/alerts/alerts.ndjson")
        for owed in ["programme:one-per-park", "programme:one-per-prefecture"] { #expect(alerts.contains(owed)) }
        for other in ["programme:lead-enterprise", "programme:built-by"] { #expect(!alerts.contains(other)) }

        let status = try work.command("status", "--year", "2025", "--province", "430000").output
        for told in [
            "每个园区最多申报1个：符合 21，不符合 1", "每个市州至少建立1个以上联合体：符合 12，不符合 2",
            "10家国家级经济技术开发区分别建立联合体：不符合，请商未建立的国家级经济技术开发区组织申报。9家，差1家",
            "9家国家级高新技术产业开发区分别建立联合体：符合，9家", "园区主导产业符合所在市州的产业布局：符合 21，有差距 1，数据不足 1",
            "申报承诺的建成数据已经兑现：符合 20，不符合 2，数据不足 1",
            "推荐书承诺：弄虚作假或其他违规行为，自愿退出认定：符合 1，不符合 1",
        ] {
            #expect(status.contains(told), "\(told)\n\(status)")
        }

        let page = try work.read("var/reports/2025/province-430000.html")
        for prefecture in ["长沙市", "湘西土家族苗族自治州", "娄底市"] { #expect(page.contains(prefecture)) }
        for told in ["湘教通〔2024〕23号", "2024年推荐材料收件核对单", "应收5份", "★★★", "与国家要求对照"] {
            #expect(page.contains(told), "\(told)")
        }
        // Four applications of one prefecture: five copies of each, one list.
        #expect(page.contains("应收20份"))
        let results = try work.read("var/reports/2025/results-430000.csv")
        #expect(results.split(whereSeparator: \.isNewline).count == 24)
        #expect(try work.read("var/reports/2025/index.html").contains("province-430000.html"))
        #expect(try work.read("var/reports/2025/consortium/S07.html").contains("属退出认定的情形"))
    }

    @Test func `rules are described with both sides and their sources`() throws {
        let work = try Workplace()
        let described = try work.command("rules", "describe", "--province", "430000").output
        for told in ["不超过3家［原文］", "教职成厅函〔2023〕15号 三、组织实施 2", "湘教通〔2024〕23号 一、工作目标", "自2024年1月25日起适用"] {
            #expect(described.contains(told), "\(told)")
        }
        #expect(try work.command("rules", "describe", "--province", "440000").output.contains("没有另定要求"))
        #expect(try work.command("rules", "describe", "--province", "湖南", exits: 2).complaint.contains("六位代码"))
    }

    @Test func `a province that nobody foresaw is a folder`() throws {
        let work = try Self.hunan()
        let data = work.url.appending(path: "data")
        try FileManager.default.copyItem(at: Repository.root.appending(path: "data"), to: data)
        try FileManager.default.removeItem(at: data.appending(path: "overlays"))
        let folder = "data/overlays/430000"
        try work.write(
            """
            edition: municipal-consortium-trial
            title: 示例省的要求（虚构）
            document: {id: made-up, title: 示例省的通知（虚构）, number: 示例函〔2025〕1号}
            """, to: "\(folder)/overlay.yml")
        func ask(_ limit: Int) throws {
            try work.write(
                """
                checks:
                  - id: schools
                    title: 一所学校只牵头一家
                    of: whole
                    value: count(distinct values(联合体.牵头学校))
                    atLeast: \(limit)
                    unit: 所
                    basis: clause
                    reference: {document: made-up, place: 第一条}
                    quote: 一所学校只牵头一家
                """, to: "\(folder)/programme.yml")
        }
        try work.collectInbox("--data", data.path)
        for (limit, told) in [(23, "一所学校只牵头一家：符合，23所"), (24, "一所学校只牵头一家：不符合，23所，差1所")] {
            try ask(limit)
            let status = try work.command("status", "--province", "430000", "--data", data.path).output
            #expect(status.contains(told), "\(status)")
        }
    }

    @Test func `an overlay that loosens the source is refused before anything runs`() throws {
        let work = try Workplace()
        let data = work.url.appending(path: "data")
        try FileManager.default.copyItem(at: Repository.root.appending(path: "data"), to: data)
        let file = "data/overlays/430000/programme.yml"
        let national = try work.read("data/standards/municipal-consortium-trial/programme.yml")
        let checks = try #require(national.firstRange(of: "checks:"))
        try work.write(
            String(national[checks.lowerBound...]).replacing("atMost: 3", with: "atMost: 4")
                .replacing("moe-2023-15", with: "hunan-2024-23"), to: file)
        let outcome = try work.command("check", "--data", data.path, exits: 2)
        #expect((outcome.output + outcome.errors).contains("省里只能从严"), "\(outcome.output)\(outcome.errors)")
    }
}
