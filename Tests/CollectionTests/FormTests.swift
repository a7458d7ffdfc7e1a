import Spreadsheet
import Standards
import Testing

@testable import Collection

struct FormTests {
    private func match(_ line: String) throws -> FormHeader.Match? {
        var match: FormHeader.Match?
        try CSVSheet(DecodedText(encoding: .utf8, bytes: Array(line.utf8))).forEachRow { match = FormHeader.match($0) }
        return match
    }

    private func header(_ line: String) throws -> FormHeader? {
        guard case .header(let header) = try match(line) else { return nil }
        return header
    }

    @Test(arguments: FormKind.allCases)
    func `a form is known by its header in both languages and any order`(kind: FormKind) throws {
        // Columns of figures are headed by their years in either language.
        for names in [kind.columns.map { $0 == .years ? "2025 actual" : $0.id }, kind.columns.map(\.title)] {
            let header = try #require(try header(names.joined(separator: ",")))
            #expect(header.kind == kind)
            let reversed = try #require(try self.header(names.reversed().joined(separator: ";")))
            #expect(reversed.kind == kind)
            #expect(reversed.position(kind.columns[0].id) == names.count - 1)
        }
    }

    @Test(arguments: FormKind.allCases)
    func `optional columns may be missing`(kind: FormKind) throws {
        let names = kind.columns.filter(\.isRequired).map(\.title)
        #expect(try header(names.joined(separator: ","))?.kind == kind)
    }

    @Test(arguments: ["2025年实际", "２０２５年实际", "二〇二五年实际", "二零二五 年 实际", "2025 Actual", "2025年实际（万元）"])
    func `a year is known however it is written`(heading: String) throws {
        #expect(try header("联合体编号,观测点编号,\(heading)")?.kind == .figures)
    }

    @Test func `a list that is nearly one of members is somebody's notes`() throws {
        #expect(try match("联合体编号,单位名称,备注,联系人") == nil)
    }

    @Test func `what people add to a column's name does not matter`() throws {
        let header = try header("联合体编号*, 观测点 ,年 度,数值（万元）,Basis,received_on")
        #expect(header?.kind == .observations)
        #expect(header?.position("value") == 3)
        #expect(header?.unknown.map(\.text) == ["received_on"])
    }

    @Test func `a header without a required column names it`() throws {
        guard case .incomplete(let kind, let missing)? = try match("联合体编号,观测点,数值") else {
            Issue.record("not taken for a header")
            return
        }
        #expect(kind == .observations)
        #expect(missing.map(\.id) == ["year"])
    }

    @Test(arguments: ["示例联合体2025年度数据填报表", "甲,乙,丙", "编号,备注", "C001,6.1.2,2025,实际,120"])
    func `what is no header is none`(line: String) throws {
        let isHeader = try match(line) != nil
        #expect(!isHeader)
    }
}
