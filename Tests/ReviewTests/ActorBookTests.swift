import Configuration
import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@testable import Review

@Suite("The list of people")
struct ActorBookTests {
    private func book(_ text: String) throws -> ActorBook {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "actors.yml")
        try Data(text.utf8).write(to: file)
        return try ActorBook.load(from: file, regions: RegionNames(["430000": "湖南省"]))
    }

    @Test func `people are read with what binds them`() throws {
        let book = try book(
            """
            actors:
              - {name: 张三（湖南）, role: 省级核查, region: "430000", from: 2024-01-01}
              - name: 李四
                role: 部级审定
                units: [{name: 某校（虚构）, credit_code: 91350100M000100Y43}]
                recusals: [C003]
            """)
        #expect(book.actors.map(\.role) == [.provincialVerifier, .ministryApprover])
        #expect(book.actor(named: "李四")?.units == [Institution(name: "某校（虚构）", creditCode: "91350100M000100Y43")])
        #expect(book.actor(named: "张三（湖南）")?.from == CalendarDate("2024-01-01"))
        #expect(book.ranks == ["张三（湖南）": .weakSignals, "李四": .cases])
        #expect(ActorBook.names(in: " 甲 、乙,丙；") == ["甲", "乙", "丙"])
        #expect(book.region(of: "张三（湖南）") == "430000" && book.region(of: "张三（湖南）、李四") == "")
    }

    @Test(arguments: [
        ("actors:\n  - {name: 甲}", "应有“role”，没有写。请补上。"),
        ("actors:\n  - {name: 甲, role: 院士}", "应为 运维、秘书处、省级核查、部级专家、部级审定 之一，读到“院士”。请照此改正。"),
        ("actors:\n  - {name: 甲, role: 省级核查}", "省级核查应有 region，没有写。请写明所在地区的 GB/T 2260 代码，如 \"430000\"。"),
        ("actors:\n  - {name: 甲, role: 部级专家, region: \"990000\"}", "应为 GB/T 2260 六位代码，读到“990000”。"),
        ("actors:\n  - {name: 甲、乙, role: 部级专家}", "应为一个人的姓名，首尾没有空格，不含顿号、逗号、分号，读到“甲、乙”。请一人写一项。"),
        ("actors:\n  - {name: \"*\", role: 部级专家}", "应为一个人的姓名"),
        (
            "actors:\n  - {name: 甲, role: 部级专家}\n  - {name: 甲, role: 运维}",
            "actors.yml:3:12：姓名应不重复，“甲”在第2行已有。"
        ),
        (
            "actors:\n  - {name: 甲, role: 部级专家, units: [{name: 某校, credit_code: 91350100M000100Y44}]}",
            "应为 18 位统一社会信用代码，末位是校验码，读到“91350100M000100Y44”。"
        ),
        (
            "actors:\n  - {name: 甲, role: 部级专家, from: 2026-01-02, until: 2026-01-01}",
            "until 应不早于 from，读到“2026-01-01”。"
        ),
        ("actors:\n  - {name: 甲, role: 秘书处}", "秘书处应有 consortia，没有写。请写明所属联合体的编号，如 [C001]。"),
        ("actors:\n  - {name: 甲, role: 运维, consortia: [C001]}", "只有秘书处写 consortia，运维。请删去，所管地区写在 region。"),
        ("people: []", "读到不认识的键“people”"),
    ])
    func `what is wrong is told with its place`(text: String, said: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try book(text) }
        #expect(error?.description.contains(said) == true, "\(error?.description ?? "")")
    }
}
