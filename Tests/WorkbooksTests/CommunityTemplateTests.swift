import Collection
import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Workbooks

/// The yearly workbook of an edition that asks for documents and does not judge.
@Suite("The workbook of industry communities")
struct CommunityTemplateTests {
    private static let guide = Result {
        try Edition.load(
            from: Repository.root.appending(path: "data/standards/industry-community-guide-2023"), digest: { _ in "" })
    }

    private func sheets(of edition: Edition) throws -> [String] {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "表.xlsx").path
        try YearlyTemplate(edition: edition, year: ReportingYear(2026)).write(to: path)
        return try Workbook(SourceFile(path: path, name: "表.xlsx").bytes).sheets.map(\.title)
    }

    @Test func `it has a sheet for documents, and none for what the guide does not ask`() throws {
        let names = try sheets(of: Self.guide.get())
        #expect(names.contains("材料登记") && names.contains("成员单位") && names.contains("观测点"))
        #expect(!names.contains("经费") && !names.contains("事件") && !names.contains("政策文件"))
    }

    @Test func `the columns are those of the form, and its kinds can be chosen from`() throws {
        let edition = try Self.guide.get()
        let columns = RegisterColumn.columns(of: .documents, edition)
        let known = Set(FormKind.documents.columns.map(\.title))
        #expect(columns.allSatisfy { known.contains($0.title) })
        #expect(columns.first?.choices == edition.filings.map(\.title))
        // A cell has room for the list.
        #expect(SheetWriter.fits(edition.filings.map(\.title)))
    }

    @Test func `a list that is too long for a cell leaves it open`() throws {
        let long = (1...40).map { "第\($0)种很长的材料名称" }
        #expect(!SheetWriter.fits(long) && SheetWriter.fits(["是", "否"]))
        let folder = try TemporaryFolder()
        let workbook = try WorkbookWriter(path: folder.url.appending(path: "长.xlsx").path, title: "", created: 1)
        let sheet = try workbook.addSheet("长")
        sheet.restrict(.column(1, rows: 1...5), to: long, message: "请从列表中选择。")
        sheet.suggest(long, in: .column(2, rows: 1...5))
        try workbook.close()
    }
}
