import FEEL
import Foundation
import Standards
import Testing

@testable import Collection

/// Of what an authority with a region may speak.
struct RegionalSpeechTests {
    let inbox: Inbox

    init() throws {
        inbox = try Inbox()
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority, region: "430000")]
    }

    private func read(_ lines: String...) throws -> (Submission, [Finding]) {
        try inbox.write("a.csv", lines)
        return try inbox.read("a.csv")
    }

    @Test(arguments: [
        ("联合体编号,观测点,年度,数值", "C003,6.1.2,2025,1"),
        ("编号,联合体编号,发生日期,领域,核查状态", "I1,C003,2025-01-01,安全,查实"),
        ("联合体编号,条款,年度,认定,认定人,认定日期,理由", "C003,16.3,2025,豁免,甲,2026-03-01,丙"),
        ("联合体编号,新状态,日期", "C003,取消资格,2026-01-01"),
        ("联合体编号,单位名称,单位类别", "C003,示例企业,企业"),
        ("联合体编号,观测点,评定", "C003,1.1,符合"),
        ("联合体编号,年度,评价渠道,得分", "C003,2025,成效实评,90"),
        ("编号,联合体编号,发生日期,领域,核查状态,撤回", "I1,C003,2025-01-01,安全,查实,是"),
    ])
    func `an entry of a consortium elsewhere is refused, one of its own stands`(header: String, row: String) throws {
        let (foreign, told) = try read(header, row)
        #expect(!foreign.speaks(of: "C003"))
        #expect(told.map(\.kind.id) == ["not-yours"] && told[0].problem.contains("C003不在湖南省，湖南省主管部门只能登记本地区的"))
        let (own, findings) = try read(header, row.replacing("C003", with: "C001"))
        #expect(own.speaks(of: "C001") && findings.isEmpty)
        let (unknown, doubts) = try read(header, row.replacing("C003", with: "C999"))
        #expect(!unknown.speaks(of: "C999"))
        // An incident of one that is not registered may be anyone's of the region, so it is kept.
        #expect(
            doubts.contains {
                $0.problem.contains("C999没有登记，无法确认在湖南省") || $0.problem.contains("“C999”没有登记，已列入待指定清单；指定以前，湖南省各联合体")
            })
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
        #expect(try read(header, row).0.speaks(of: "C003"))
    }

    @Test func `a consortium of another region cannot be pulled over, and a new one must lie in it`() throws {
        let (submission, findings) = try read(
            "编号,名称,类型,省份,市州", "C003,甲,municipal,湖南省,长沙市", "C004,乙,municipal,湖南省,株洲市",
            "C005,丙,municipal,浙江省,杭州市", "C006,丁,municipal,,", "C001,改名,municipal,,", "C002,迁出,municipal,浙江省,杭州市")
        #expect(submission.consortia.map(\.id) == ["C004", "C001"])
        #expect(findings.map(\.consortium) == ["C003", "C005", "C006", "C002"])
        #expect(findings.allSatisfy { $0.kind == .notYours })
    }

    @Test func `a consortium that the batch has registered before is known`() throws {
        try inbox.write("a.csv", ["编号,名称,类型,省份", "C004,乙,municipal,湖南省"])
        var authorities = Authorities()
        authorities.add(try inbox.read("a.csv").0)
        #expect(authorities.consortia.contains("Ｃ００４") && authorities.lies("C004", in: "430000") == true)
        #expect(authorities.lies("C004", in: "330000") == false && authorities.lies("C005", in: "330000") == nil)
    }

    @Test func `policies are of the region and what lies in it`() throws {
        let (submission, findings) = try read(
            "编号,地区,标题,发文日期,是否有效", "P1,湖南省,甲,2025-03-01,是", "P2,长沙市,乙,2025-03-01,是", "P3,浙江省,丙,2025-03-01,是",
            "P4,,丁,2025-03-01,是")
        // Where P4 is in force nobody knows, so it is not known either that it is elsewhere.
        #expect(
            submission.policies.map(\.id) == ["P1", "P2", "P4"]
                && submission.policies.allSatisfy { $0.reportedBy == nil })
        #expect(
            findings.map(\.text) == [
                "“丁”的地区没有写明，已列入待指定清单；指定以前，湖南省各联合体有无该政策按情况不明处理。"
                    + "请以同一编号补报该文件，地区填六位代码或全称。",
                "政策文件共1条：不在湖南省，湖南省主管部门只能登记本地区的，未采用。请由所在地区的主管部门报送。",
            ])
    }

    @Test func `an authority without a region may say everything`() throws {
        inbox.roots = [InboxRoot(path: inbox.path, authority: .authority)]
        let (submission, findings) = try read(
            "编号,名称,类型,省份,市州", "C003,甲,municipal,湖南省,长沙市", "C009,乙,municipal,,")
        #expect(submission.consortia.count == 2 && findings.isEmpty)
    }

    @Test func `a region's manifest speaks of files of its consortia only`() throws {
        try inbox.write("甲/a.csv", ["联合体编号,观测点,年度,数值", "C003,6.1.2,2025,1"])
        try inbox.write("甲/b.csv", ["联合体编号,观测点,年度,数值", "C001,6.1.2,2025,1"])
        try inbox.write("乙/清单.csv", ["文件,收到日期,报送单位", "a.csv,2026-03-01,x", "b.csv,2026-03-02,y"])
        inbox.roots = [
            InboxRoot(path: inbox.path + "/甲", authority: .secretariat),
            InboxRoot(path: inbox.path + "/乙", authority: .authority, region: "430000"),
        ]
        let (foreign, findings) = try inbox.read("甲/a.csv")
        #expect(foreign.receivedOn == nil && foreign.origin.sender.isEmpty && foreign.observations.count == 1)
        #expect(findings.map(\.kind.id) == ["not-yours"] && findings[0].source.file == "清单.csv")
        let (own, _) = try inbox.read("甲/b.csv")
        #expect(own.receivedOn == .day("2026-03-02") && own.origin.sender == "y")
        // Nor by naming one of its own.
        try inbox.write("乙/清单.csv", ["文件,收到日期,报送单位,联合体编号", "b.csv,2026-03-01,x,C003"])
        let (claimed, doubts) = try inbox.read("甲/b.csv")
        #expect(claimed.origin == Origin(authority: .secretariat, consortium: "C001") && claimed.receivedOn == nil)
        #expect(doubts.map(\.kind.id) == ["not-yours"])
    }
}
