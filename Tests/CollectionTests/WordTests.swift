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
        #expect(IncidentSeverity.reading("特别重大") == .critical && IncidentDomain.reading("其他") == .other)
        #expect(IncidentStatus.reading("查实") == .confirmed)
        #expect(DeterminationDecision.reading("同意调整") == .acceptPlanChange)
        #expect(PolicyLevel.reading("省级") == .province && PolicyLevel.reading("省") == .province)
        #expect(IncidentDomain.reading("招 生") == nil && IncidentDomain.reading("") == nil)
    }

    @Test(arguments: [
        ("430000", "430000"), ("湖南省", "430000"), ("湖南", "430000"), ("长沙", "430100"), ("长沙市", "430100"),
        ("广西", "450000"), ("内蒙古", "150000"), ("新疆", "650000"), ("宁夏回族自治区", "640000"), ("湘西", "433100"),
        ("湘西土家族苗族自治州", "433100"), ("４３００００", "430000"), ("大兴安岭", "232700"), ("锡林郭勒", "152500"),
        ("湖南省长沙市", "430100"), ("湖南长沙", "430100"), ("湖南省 长沙市", "430100"), ("湖南省-长沙市", "430100"),
        ("湖南省湘西州", "433100"), ("湘西州", "433100"), ("湘西土家族苗族自治州（全州）", "433100"), ("恩施州", "422800"),
        ("吉林省吉林市", "220200"), ("吉林吉林市", "220200"), ("内蒙古锡林郭勒盟", "152500"), ("北京市北京市", "110000"),
        ("430100000000", "430100"), ("4301", "430100"), ("43", "430000"), ("430100 长沙市", "430100"),
        ("长沙市（含浏阳）", "430100"), ("长沙市(全市)", "430100"), ("⻓沙市", "430100"), ("长\u{2F1F}沙市", nil),
        ("⾧沙市", nil), ("湖南省⻓沙市", "430100"), ("长\u{200B}沙市", "430100"), ("\u{FEFF}长沙市\u{A0}", "430100"),
        ("新疆维吾尔自治区", "650000"), ("新疆伊犁州", "654000"), ("广西南宁", "450100"), ("大兴安岭地区", "232700"),
    ])
    func `regions are known by code and by name`(text: String, code: String?) throws {
        #expect(try RegionTable.all.get().code(of: text) == code)
    }

    @Test func `a name of two regions means the one in the province`() throws {
        let regions = try RegionTable.all.get()
        #expect(regions.code(of: "吉林") == "220000")
        #expect(regions.code(of: "吉林", in: "220000") == "220200")
    }

    @Test(arguments: [
        "999999", "南湖省", "市辖区", "县", "中国", "湖南省武汉市", "430100000001", "430100 株洲市", "湖南省长沙市长沙县", "长沙高新区",
        "（长沙市）", "省", "",
    ])
    func `an unknown region is none`(text: String) throws {
        #expect(try RegionTable.all.get().code(of: text) == nil)
    }

    @Test(arguments: [("430100", "长沙市"), ("430000", "湖南省"), ("110100", nil), ("999999", nil), ("", nil)])
    func `regions are called by names that are read again`(code: String, name: String?) throws {
        let regions = try RegionTable.all.get()
        #expect(regions.names.name(of: code) == name)
        if let name { #expect(regions.code(of: name) == code) }
    }
}
