import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// The list of the units that belong to a consortium, and what the yearly workbook has filled in already.
struct MembersTests {
    private static let header = "联合体编号,单位名称,单位类别,在联合体中的角色,加入年份,备注"

    private func lines(_ rows: String...) throws -> Submission {
        try Submission.lines(([Self.header] + rows).joined(separator: "\n"))
    }

    /// A workbook for 2025 as `template` writes it, read as if it came back like that.
    private func template(region: String = "", members: [[String: String]] = []) throws -> Submission {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "a.xlsx").path
        let consortium = Consortium(
            id: "C901", name: "示例联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        try YearlyTemplate(
            edition: Edition.trial.get(), year: ReportingYear(2025), consortium: consortium, region: region,
            members: members
        ).write(to: path)
        return try SubmissionReader(edition: Edition.trial.get(), regions: RegionTable.all.get())
            .read(SourceFile(path: path, name: "a.xlsx"), receipt: nil)
    }

    @Test func `every cell is kept as it was written, with its place`() throws {
        let submission = try lines("Ｃ１,示例学院（虚构）,高职院校(含职教本科),牵头学校,2023年,", "C1,示例企业（虚构）,企业,成员,,原名“示例厂”")
        #expect(submission.isAccepted && submission.forms == [.members] && submission.findings.isEmpty)
        let fields = submission.formFields.map {
            "\($0.form) \($0.consortium) \($0.id ?? "") \($0.label) \($0.value) \($0.source.row):\($0.source.column)"
        }
        #expect(
            fields == [
                "members C1 member 单位名称 示例学院（虚构） 2:2", "members C1 memberKind 单位类别 高职院校(含职教本科) 2:3",
                "members C1 role 在联合体中的角色 牵头学校 2:4", "members C1 joinedIn 加入年份 2023年 2:5",
                "members C1 member 单位名称 示例企业（虚构） 3:2", "members C1 memberKind 单位类别 企业 3:3",
                "members C1 role 在联合体中的角色 成员 3:4", "members C1 note 备注 原名“示例厂” 3:6",
            ])
    }

    @Test func `what is no choice is named and kept`() throws {
        let submission = try lines("C1,示例学院（虚构）,大学,校长,去年,")
        #expect(submission.marks == ["bad-word 2:3", "bad-word 2:4", "bad-joining-year 2:5"])
        #expect(submission.formFields.map(\.value) == ["示例学院（虚构）", "大学", "校长", "去年"])
        #expect(submission.findings[0].text.hasPrefix("“单位类别”应填“中职学校”“高职院校（含职教本科）”"))
    }

    @Test func `a unit without a name is dropped, one that is listed twice counts once`() throws {
        let submission = try lines(
            "C1,,企业,成员,,", "C1,示例企业（虚构）,企业,成员,,", "C1,示例企业（虚构）,企业,牵头企业,,", "C2,示例企业（虚构）,企业,成员,,",
            ",示例企业（虚构）,企业,成员,,", "C2,示例企业（虚构）,企业,成员,,", "C2,,,,,")
        #expect(
            submission.marks == [
                "missing-key 2:2", "conflicting-row 4:0", "missing-key 6:1", "duplicate-row 7:0",
            ])
        #expect(submission.formFields.map { "\($0.consortium) \($0.value)" }.filter { $0.hasSuffix("企业") }.count == 3)
        #expect(submission.formFields.filter { $0.id == "role" }.map(\.value) == ["牵头企业", "成员"])
    }

    @Test func `a consortium that only lists members has to be registered, too`() throws {
        let found = try Validation(edition: Edition.trial.get()).findings(
            of: lines("C9,示例企业（虚构）,企业,成员,,"), isRegistered: { $0 == "C1" }, prior: nil)
        #expect(found.map(\.mark) == ["unknown-consortium 2:0"])
    }

    @Test func `the workbook lists the members it was given, and they come back with its year`() throws {
        let members = (1...40).map { ["单位名称": "示例单位\($0)（虚构）", "单位类别": "企业", "加入年份": "2023", "备注": "=\($0)"] }
        let submission = try template(members: members)
        #expect(submission.findings.isEmpty)
        let rows = Dictionary(grouping: submission.formFields, by: \.source.row).sorted { $0.key < $1.key }
            .map { Dictionary(uniqueKeysWithValues: $0.value.map { ($0.label, $0.value) }) }
        #expect(rows == members)
        let places = submission.formFields.allSatisfy {
            $0.consortium == "C901" && $0.year == ReportingYear(2025) && $0.source.sheet == "成员单位"
        }
        #expect(places)
    }

    @Test func `a workbook without members says nothing of them`() throws {
        let submission = try template()
        #expect(submission.formFields.isEmpty && submission.forms == [.observations])
    }

    @Test func `the region of policies is filled in, and alone makes no policy`() throws {
        let submission = try template(region: "长沙市")
        #expect(submission.policies.isEmpty && submission.forms == [.observations] && submission.findings.isEmpty)
        let register = try Submission.lines("层级,地区,标题,发文日期,是否有效", ",长沙市,,,", "市级,长沙市,,,", "市级,长沙市,,2025-03-01,")
        #expect(register.policies.map(\.source.row) == [4])
    }

    @Test(arguments: [("430100", "长沙市"), ("430000", "湖南省"), ("110100", nil), ("999999", nil), ("", nil)])
    func `regions are called by names that are read again`(code: String, name: String?) throws {
        let regions = try RegionTable.all.get()
        #expect(regions.name(of: code) == name)
        if let name { #expect(regions.code(of: name) == code) }
    }
}
