import FEEL
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Several parks under one name, each with its level and its region.
@Suite("Several parks under one name")
struct ParkTests {
    private static func consortium(_ id: String, _ park: String, _ level: String) -> Consortium {
        ProgrammeExample.consortium(id, park: park, parkLevel: level, designatedOn: "2024-05-20", level: .province)
    }

    @Test(arguments: [
        ("示例园区（虚构）", "省级", "示例园区（虚构） 省级 430100"),
        ("示例甲园区、示例乙园区", "国家级经济技术开发区、省级", "示例甲园区 国家级经济技术开发区 430100|示例乙园区 省级 430100"),
        ("示例甲园区；示例乙园区（株洲市）", "省级", "示例甲园区 省级 430100|示例乙园区 省级 430200"),
        ("示例甲园区（虚构）、示例乙园区（430300）", "省级", "示例甲园区（虚构） 省级 430100|示例乙园区 省级 430300"),
        ("", "省级", ""),
    ])
    func `parks are told apart with their levels and regions`(park: String, level: String, parks: String) {
        let told = Self.consortium("A", park, level).parks(ProgrammeExample.regions)
        #expect(told.map { "\($0.name) \($0.level) \($0.region)" }.joined(separator: "|") == parks)
    }

    @Test func `each park may apply once, also one of several`() throws {
        let results = try ProgrammeExample.book().results(
            ProgrammeExample.register([
                Self.consortium("A", "示例甲园区、示例乙园区", "省级"), Self.consortium("B", "示例乙园区", "省级"),
                Self.consortium("C", "示例丙园区", "省级"),
            ]), in: "430000")
        let outcomes = results.outcomes(of: "one-per-park")
        #expect(
            outcomes == ["430000示例甲园区": .met, "430000示例乙园区": .notMet, "430000示例丙园区": .met])
        let both = results.first { $0.check.id == "one-per-park" && $0.outcome == .notMet }
        #expect(both?.consortia == ["A", "B"])
    }

    @Test func `zones and prefectures count each park`() throws {
        let economic = "国家级经济技术开发区"
        let several = (0..<5).map { Self.consortium("A\($0)", "示例甲\($0)园区、示例乙\($0)园区", "\(economic)、\(economic)") }
        let book = try ProgrammeExample.book()
        #expect(
            try book.results(ProgrammeExample.register(several), in: "430000").one("national-economic-zones")?.number
                == 10)
        let elsewhere = [Self.consortium("A", "示例甲园区、示例乙园区（株洲市）", "\(economic)、省级")]
        let results = try book.results(ProgrammeExample.register(elsewhere), in: "430000")
        #expect(results.one("national-economic-zones")?.number == 1)
        #expect(results.outcomes(of: "one-per-prefecture")["430200"] == .met)
        #expect(results.outcomes(of: "one-per-prefecture")["430300"] == .notMet)
    }
}
