import FEEL
import Standards
import Testing

@testable import Collection

struct WordTests {
    @Test func `words of both languages mean the same`() {
        #expect(ConsortiumKind.reading("市域产教联合体") == .municipal && ConsortiumKind.reading("industry") == .industry)
        #expect(Basis.reading("承诺") == .committed && Basis.reading("Actual") == .actual)
        #expect(IncidentDomain.reading("重大变动") == .majorChange && IncidentDomain.reading("majorchange") == .majorChange)
        #expect(IncidentSeverity.reading(" 较大 ") == .serious)
        #expect(IncidentStatus.reading("查实") == .confirmed)
        #expect(DeterminationDecision.reading("同意调整") == .acceptPlanChange)
        #expect(PolicyLevel.reading("省级") == .province && PolicyLevel.reading("省") == .province)
        #expect(IncidentDomain.reading("招 生") == nil && IncidentDomain.reading("") == nil)
    }

    @Test(arguments: [
        "2025-03-01", "2025-3-1", "2025/3/1", "2025.3.1", "2025年3月1日", "２０２５年３月１日", " 2025年03月01 ",
    ])
    func `days are read as people write them`(text: String) {
        #expect(CalendarDate.reading(text) == CalendarDate(year: 2025, month: 3, day: 1))
    }

    @Test(arguments: [
        "2025-13-01", "2025-02-29", "25-3-1", "2025-3", "2025/3-1", "2025年3月", "3月1日", "昨天", "2025-3-1-1",
    ])
    func `what is no day is none`(text: String) {
        #expect(CalendarDate.reading(text) == nil)
    }

    @Test(arguments: [
        ("430000", "430000"), ("湖南省", "430000"), ("湖南", "430000"), ("长沙", "430100"), ("长沙市", "430100"),
        ("广西", "450000"), ("内蒙古", "150000"), ("新疆", "650000"), ("宁夏回族自治区", "640000"), ("湘西", "433100"),
        ("湘西土家族苗族自治州", "433100"), ("４３００００", "430000"), ("大兴安岭", "232700"), ("锡林郭勒", "152500"),
    ])
    func `regions are known by code and by name`(text: String, code: String) throws {
        #expect(try RegionTable.all.get().code(of: text) == code)
    }

    @Test func `a name of two regions means the one in the province`() throws {
        let regions = try RegionTable.all.get()
        #expect(regions.code(of: "吉林") == "220000")
        #expect(regions.code(of: "吉林", in: "220000") == "220200")
    }

    @Test(arguments: ["999999", "南湖省", "市辖区", "县", "中国"])
    func `an unknown region is none`(text: String) throws {
        #expect(try RegionTable.all.get().code(of: text) == nil)
    }

    @Test(arguments: [("430100", "长沙市"), ("430000", "湖南省"), ("110100", nil), ("999999", nil), ("", nil)])
    func `regions are called by names that are read again`(code: String, name: String?) throws {
        let regions = try RegionTable.all.get()
        #expect(regions.name(of: code) == name)
        if let name { #expect(regions.code(of: name) == code) }
    }
}
