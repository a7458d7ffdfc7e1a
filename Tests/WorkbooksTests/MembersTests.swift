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
    /// A workbook for 2025 as `template` writes it, read as if it came back like that.
    private func template(region: String = "", members: [RegisterEntry] = []) throws -> Submission {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "a.xlsx").path
        let consortium = Consortium(
            id: "C901", name: "示例联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        try YearlyTemplate(
            edition: Edition.trial.get(), year: ReportingYear(2025), consortium: consortium, region: region,
            members: members
        ).write(to: path)
        return try Submission.read(path)
    }

    private func member(_ number: Int) -> RegisterEntry {
        let source = CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1)
        let name = "示例单位\(number)（虚构）"
        return RegisterEntry(
            form: .members, consortium: "C901", key: name,
            values: ["name": name, "category": "企业", "joinedOn": "2023-05-01", "note": "=\(number)"], source: source)
    }

    @Test func `the workbook lists the members it was given, and left as they were they say nothing`() throws {
        let members = (1...40).map(member)
        let submission = try template(members: members)
        #expect(submission.findings.isEmpty && submission.entries.isEmpty && !submission.saysSomething)
    }

    @Test func `a workbook without members says nothing of them`() throws {
        let submission = try template()
        #expect(submission.entries.isEmpty && submission.forms == [.observations])
    }

    @Test func `a region that was filled in alone makes no policy`() throws {
        let submission = try template(region: "长沙市")
        #expect(submission.policies.isEmpty && submission.forms == [.observations] && submission.findings.isEmpty)
        let register = try Submission.lines("层级,地区,标题,发文日期,是否有效", ",长沙市,,,", "市级,长沙市,,,", "市级,长沙市,,2025-03-01,")
        #expect(register.policies.map(\.source.row) == [4])
    }
}
