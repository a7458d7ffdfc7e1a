import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection

/// Who may say what (DESIGN §7): files as they lie in an inbox, read and held against what is known.
struct SpeechTests {
    let inbox: Inbox

    init() throws {
        inbox = try Inbox()
    }

    /// An attempt of C001's secretariat to say something of C002.
    struct Attempt: CustomTestStringConvertible, Sendable {
        let name: String
        let file: String
        let lines: [String]
        /// What the finding names: that which was refused, and why.
        let words: [String]

        var testDescription: String { name }
    }

    private static let ownOnly = "C001秘书处只能报送本联合体的内容"
    private static let reserved = "须由主管部门报送，秘书处无权报送"

    /// Each form of a row of C002's, by its headers in both languages and the row below them.
    private static let forms:
        [(name: String, headers: [String], row: @Sendable (String) -> String, what: String, why: String)] =
            [
                (
                    "观测数据", ["consortium,indicator,year,basis,value,evidence", "联合体编号,观测点,年度,口径,数值,佐证材料"],
                    { "\($0),6.1.2,2025,实际,1,a.pdf" }, "观测数据", ownOnly
                ),
                (
                    "带期间的数据", ["consortium,indicator,year,basis,period,value", "联合体,观测点编号,年份,口径,期间,数值"],
                    { "\($0),9.1.1,2024,承诺,全年,撤回" }, "观测数据", ownOnly
                ),
                (
                    "填报表", ["consortium,indicator,2025 actual", "联合体编号,观测点编号,2025年实际"], { "\($0),6.1.2,1" },
                    "观测数据", ownOnly
                ),
                (
                    "经费表", ["consortium,fund,payer,2025", "联合体编号,资金类别,经费来源,2025年到位"],
                    { "\($0),专项经费,政府核拨,5" }, "观测数据", ownOnly
                ),
                (
                    "登记表", ["id,name,kind,province,prefecture", "编号,名称,类型,省份,市州"],
                    { "\($0),改名,municipal,430000,430100" }, "登记信息", reserved
                ),
                (
                    "登记表的撤回", ["id,name,kind,withdrawn", "联合体编号,联合体名称,类型,撤回"], { "\($0),甲,municipal,是" },
                    "联合体登记表中条目的撤回", reserved
                ),
                (
                    "状态变更", ["consortium,from,to,on,document,by,ground", "联合体编号,原状态,新状态,日期,文号,决定机关,理由"],
                    { "\($0),培育,取消资格,2026-01-01,x,y,z" }, "状态变更", reserved
                ),
                (
                    "成员", ["consortium,name,creditCode,category,role", "联合体编号,单位名称,统一社会信用代码,单位类别,角色"],
                    { "\($0),示例企业,,企业,成员" }, "成员单位", ownOnly
                ),
                (
                    "成员的撤回", ["consortium,name,category,withdrawn", "联合体编号,单位名称,单位类别,撤回"],
                    { "\($0),示例企业,企业,是" }, "成员单位表中条目的撤回", ownOnly
                ),
                (
                    "工作计划", ["consortium,year,item,target", "联合体编号,年度,任务,目标"], { "\($0),2025,甲,乙" }, "工作计划",
                    ownOnly
                ),
                (
                    "事件", ["id,consortium,occurredOn,domain,severity,status", "编号,联合体编号,发生日期,领域,程度,核查状态"],
                    { "I9,\($0),2025-01-01,安全,重大,查实" }, "事件", ownOnly
                ),
                (
                    "事件的撤回", ["id,consortium,occurredOn,domain,status,withdrawn", "编号,联合体,发生日期,领域,核查状态,撤回"],
                    { "I9,\($0),2025-01-01,安全,查实,是" }, "事件登记表中条目的撤回", ownOnly
                ),
                (
                    "材料", ["consortium,kind,title,sentOn", "联合体编号,材料类别,标题,报送日期"], { "\($0),总结,甲,2025-12-31" },
                    "材料", ownOnly
                ),
                (
                    "任务", ["consortium,year,task,state", "联合体编号,年度,任务,状态"], { "\($0),2025,甲,完成" }, "任务", ownOnly
                ),
                (
                    "评定", ["consortium,point,round,rating,by", "联合体编号,观测点,轮次,评定,评定人"], { "\($0),1.1,1,符合,甲" },
                    "评定", reserved
                ),
                (
                    "评价", ["consortium,year,source,score", "联合体编号,年度,评价渠道,得分"], { "\($0),2025,企业,90" }, "评价",
                    reserved
                ),
                (
                    "认定", ["consortium,clause,year,decision,by,on,ground", "联合体编号,条款,年度,认定,认定人,认定日期,理由"],
                    { "\($0),16.3,2025,豁免,甲,2026-03-01,丙" }, "认定", reserved
                ),
            ]

    /// Ways to write C002.
    private static let spellings = ["C002", "Ｃ００２", " C002　", "C００2"]

    static let attempts: [Attempt] = forms.flatMap { form in
        form.headers.enumerated().flatMap { language, header in
            spellings.enumerated().filter { $0.offset % 2 == language }.map { number, spelling in
                Attempt(
                    name: "\(form.name)，\(language == 0 ? "英文" : "中文")表头，“\(spelling)”", file: "C001/报送.csv",
                    lines: [header, form.row(spelling)], words: ["C002的\(form.what)共1条", form.why])
            }
        }
    }

    @Test(arguments: attempts)
    func `nothing of another's comes through, and each attempt is told`(attempt: Attempt) throws {
        try inbox.write(attempt.file, attempt.lines)
        let (submission, findings) = try inbox.read(attempt.file)
        #expect(submission.isAccepted && submission.origin.consortium == "C001")
        #expect(!submission.speaks(of: "C002") && !submission.speaks(of: "C001"))
        let told = findings.filter { $0.kind == .notYours }
        #expect(told.count == 1 && told.first?.consortium == "C002")
        for word in attempt.words { #expect(told.first?.problem.contains(word) == true, "\(told.map(\.text))") }
        #expect(told.first?.remedy.isEmpty == false)
        #expect(!findings.contains { $0.kind == .untouchedForm })
    }

    @Test func `there are enough attempts`() {
        #expect(Self.attempts.count >= 60)
    }

    @Test(arguments: ["C002.csv", "C002/报送.csv", "更正/C002的数据.csv", "Ｃ００２/a.csv"])
    func `neither the file's name nor a folder within one's own helps`(name: String) throws {
        try inbox.write("C001/\(name)", ["联合体编号,观测点,年度,数值", "C002,6.1.2,2025,1", "C001,6.1.2,2025,2"])
        let (submission, findings) = try inbox.read("C001/\(name)")
        #expect(submission.observations.map(\.consortium) == ["C001"])
        #expect(findings.map(\.kind.id) == ["not-yours"])
    }

    @Test(arguments: ["C001", "Ｃ００１", "C００１"])
    func `a folder is known however its name is written`(folder: String) throws {
        try inbox.write("\(folder)/a.csv", ["联合体编号,观测点,年度,数值", "C002,6.1.2,2025,1"])
        let (submission, findings) = try inbox.read("\(folder)/a.csv")
        #expect(submission.origin.consortium == "C001" && submission.observations.isEmpty)
        #expect(findings.map(\.kind.id) == ["not-yours"])
    }

    @Test(arguments: ["é001", "e\u{301}001"])
    func `letters may be composed or not`(id: String) throws {
        inbox.consortia.append(Inbox.consortium("é001"))
        try inbox.write("\(id)/a.csv", ["联合体编号,观测点,年度,数值", "e\u{301}001,6.1.2,2025,1", "C002,6.1.2,2025,1"])
        let (submission, findings) = try inbox.read("\(id)/a.csv")
        #expect(submission.origin.consortium == "é001" && submission.observations.map(\.consortium) == ["é001"])
        #expect(findings.count == 1)
    }

    @Test func `a cover that names another than the folder is refused with all its sheets`() throws {
        try inbox.writeWorkbook(
            "C001/a.xlsx",
            [
                ("封面", [["联合体编号", "C002"], ["报告年度", "2025"], ["标准编号", inbox.edition.id], ["模板版本", "2"]]),
                ("观测点", [["观测点编号", "2025年实际"], ["6.1.2", "1"], ["9.1.1", "2"]]),
                ("事件", [["发生日期", "领域", "核查状态"], ["2025-01-01", "安全", "不成立"]]),
                ("成员单位", [["单位名称", "单位类别"], ["示例企业", "企业"]]),
            ])
        let (submission, findings) = try inbox.read("C001/a.xlsx")
        #expect(submission.origin.consortium == "C001" && !submission.speaks(of: "C002"))
        let told = findings.filter { $0.kind == .notYours }
        #expect(Set(told.map(\.source.sheet)) == ["观测点", "事件", "成员单位"])
        #expect(told.contains { $0.problem.hasPrefix("C002的观测数据共2条：") })
    }

    @Test func `a sheet with a column of its own cannot speak of others than the cover`() throws {
        try inbox.writeWorkbook(
            "a.xlsx",
            [
                ("封面", [["联合体编号", "C001"], ["报告年度", "2025"], ["标准编号", inbox.edition.id], ["模板版本", "2"]]),
                ("观测点", [["观测点编号", "2025年实际"], ["6.1.2", "1"]]),
                ("别家", [["联合体编号", "观测点编号", "2025年实际"], ["C002", "6.1.2", "5"]]),
            ])
        let (submission, findings) = try inbox.read("a.xlsx")
        #expect(submission.origin.consortium == "C001" && submission.observations.map(\.consortium) == ["C001"])
        #expect(findings.filter { $0.kind == .notYours }.map(\.source.sheet) == ["别家"])
    }

    @Test func `thousands of rows are one sentence`() throws {
        let rows = inbox.edition.indicators.prefix(50).flatMap { indicator in
            (2022...2025).map { "C002,\(indicator.code),\($0),1" }
        }
        try inbox.write("C001/a.csv", ["联合体编号,观测点,年度,数值"] + rows)
        let (_, findings) = try inbox.read("C001/a.csv")
        let told = findings.filter { $0.kind == .notYours }
        #expect(told.map(\.problem) == ["C002的观测数据共200条：C001秘书处只能报送本联合体的内容，未采用。"])
    }

    @Test func `a secretariat's file of several that nothing tells apart is set aside, one of one is its own`() throws {
        try inbox.write("a.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1", "C002,6.1.2,2025,1"])
        let (several, _) = try inbox.read("a.csv")
        #expect(several.fault?.kind == .severalConsortia && several.fault?.text.contains("C001、C002") == true)
        try inbox.write("b.csv", ["联合体编号,观测点,年度,数值", "C002,6.1.2,2025,1"])
        let (one, findings) = try inbox.read("b.csv")
        #expect(one.origin.consortium == "C002" && one.observations.count == 1 && findings.isEmpty)
        try inbox.write("c.csv", ["层级,地区,标题,发文日期,是否有效", "省,湖南省,甲,2025-03-01,是"])
        #expect(try inbox.read("c.csv").0.fault?.kind == .noConsortium)
    }

    @Test func `policies and incidents of a secretariat are its own word`() throws {
        try inbox.write("C001/a.csv", ["编号,地区,标题,发文日期,是否有效", "P1,浙江省,甲,2025-03-01,是"])
        #expect(try inbox.read("C001/a.csv").0.policies.map(\.reportedBy) == ["C001"])
        try inbox.write(
            "C001/b.csv",
            ["编号,联合体编号,发生日期,领域,核查状态", "I1,C001,2025-01-01,安全,不成立", "I2,C001,2025-01-01,安全,线索"])
        let (submission, findings) = try inbox.read("C001/b.csv", incidents: [Inbox.incident("I1", of: "C001")])
        #expect(submission.incidents.map(\.id) == ["I2"] && submission.incidents.map(\.reportedBy) == ["C001"])
        #expect(findings.map(\.problem) == ["C001的事件共1条：主管部门已登记该编号的事件，秘书处不能更改，未采用。"])
        // What it reported itself before it may change.
        let own = Inbox.incident("I1", of: "C001", reportedBy: "C001")
        #expect(try inbox.read("C001/b.csv", incidents: [own]).0.incidents.count == 2)
    }

    @Test func `a manifest in a secretariat's folder says nothing`() throws {
        try inbox.write("C001/清单.csv", ["文件,收到日期,报送单位", "a.csv,2026-01-01,甲"])
        try inbox.write("C001/a.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
        let (submission, findings) = try inbox.read("C001/清单.csv")
        #expect(submission.manifest.isEmpty && findings.map(\.kind.id) == ["not-yours"])
        #expect(try inbox.read("C001/a.csv").0.receivedOn == nil)
    }

    @Test func `what an authority passes on in a consortium's name is that consortium's word`() throws {
        try inbox.write("a.csv", ["联合体编号,条款,年度,认定,认定人,认定日期,理由", "C001,16.3,2025,豁免,甲,2026-03-01,丙"])
        try inbox.write("b.csv", ["联合体编号,观测点,年度,数值", "C002,6.1.2,2025,1"])
        try inbox.write(
            "清单.csv",
            ["文件,收到日期,报送单位,联合体编号", "a.csv,2026-03-02,C001秘书处,C001", "b.csv,2026-03-02,,C001"])
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
        let (forged, findings) = try inbox.read("a.csv")
        #expect(forged.origin == Origin(authority: .secretariat, sender: "C001秘书处", consortium: "C001"))
        #expect(forged.determinations.isEmpty && findings.map(\.kind.id) == ["not-yours"])
        #expect(try inbox.read("b.csv").0.observations.isEmpty)
    }

    @Test func `a document that gives another's name is refused as a whole`() throws {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/docx")
        try inbox.copy(fixtures.appending(path: "recommendation.docx"), to: "C001/推荐书.docx")
        inbox.consortia[1] = Inbox.consortium("C002", name: RecommendationTests.name)
        let (submission, findings) = try inbox.read("C001/推荐书.docx")
        #expect(submission.isAccepted && submission.origin.consortium == "C001" && !submission.speaks(of: "C002"))
        let told = findings.filter { $0.kind == .notYours }
        #expect(told.contains { $0.problem.hasPrefix("C002的观测数据共") })
        #expect(told.contains { $0.problem.hasPrefix("C002的表单内容共") })
        // Where nothing else tells, the name does.
        try inbox.copy(fixtures.appending(path: "recommendation.docx"), to: "另一份.docx")
        let (own, none) = try inbox.read("另一份.docx")
        #expect(own.origin.consortium == "C002" && own.speaks(of: "C002") && !none.contains { $0.kind == .notYours })
    }

    @Test func `what was taken in before is read again as the word that it was`() throws {
        try inbox.write("C001/a.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1", "C002,6.1.2,2025,2"])
        let origin = Origin(authority: .secretariat, sender: "园区", consortium: "C001")
        let submission = inbox.collector.reread("\(inbox.path)/C001/a.csv", as: "a.csv", from: origin)
        #expect(submission.origin == origin && submission.isAccepted)
    }
}
