import FEEL
import Foundation
import FoundationXML
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// The yearly workbook as it is handed out.
struct TemplateTests {
    private let folder: TemporaryFolder
    private let edition: Edition

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
    }

    private func template(_ year: Int = 2025, name: String = "示例联合体") -> YearlyTemplate {
        let consortium = Consortium(
            id: "C901", name: name, kind: .municipal, province: "430000", prefecture: "430100", park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        return YearlyTemplate(
            edition: edition, year: ReportingYear(year), consortium: consortium, prior: Self.prior)
    }

    private static func prior(_ code: IndicatorCode, _ year: ReportingYear, _ basis: Basis) -> ObservedValue? {
        switch (code.text, year.value, basis) {
        case ("6.1.2", 2024, .actual): .number(120)
        case ("2.2.1", 2023, .actual): .text("=HYPERLINK(\"http://example.org\")")
        case ("8.1.3", 2025, .committed): .number(26)
        default: nil
        }
    }

    private func write(_ template: YearlyTemplate, _ name: String = "a.xlsx") throws -> String {
        let path = folder.url.appending(path: name).path
        try template.write(to: path)
        return path
    }

    /// The rows of a sheet, by its name.
    private func rows(_ sheet: String, of path: String) throws -> [[Cell]] {
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        let found = try #require(workbook.sheets.first { $0.title == sheet })
        var rows: [[Cell]] = []
        try found.forEachRow { rows.append($0.cells) }
        return rows
    }

    private func address(of code: String, _ heading: String, in path: String) throws -> String {
        let rows = try rows("观测点", of: path)
        let row = try #require(rows.first { $0[0].text == code }?[0].address.row)
        let column = try #require(rows[0].first { $0.text == heading }?.address.column)
        return CellAddress(row: row, column: column).description
    }

    @Test func `the same content makes the same bytes, other content others`() throws {
        let one = try SourceFile(path: write(template(), "1.xlsx"), name: "").sha256
        #expect(try SourceFile(path: write(template(), "2.xlsx"), name: "").sha256 == one)
        #expect(try SourceFile(path: write(template(2024), "3.xlsx"), name: "").sha256 != one)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files.sorted() == ["1.xlsx", "2.xlsx", "3.xlsx"])
    }

    @Test func `there is a row an indicator, in the order of the edition`() throws {
        let codes = try rows("观测点", of: write(template())).dropFirst().map { $0[0].text }.filter { !$0.isEmpty }
        #expect(codes == edition.indicators.map(\.code.text))
    }

    @Test func `the sheets are there, and each that is read is known by its header`() throws {
        let path = try write(template())
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        #expect(
            workbook.sheets.map(\.title) == [
                "封面", "观测点", "经费", "政策文件", "事件", "材料登记", "年度工作计划", "任务", "季度数", "成员单位", "佐证材料",
                "填报进度", "预填",
            ])
        #expect(workbook.sheets.map(\.visibility) == Array(repeating: .visible, count: 12) + [.veryHidden])
        var forms: [String: FormKind] = [:]
        for sheet in workbook.sheets.dropLast() {
            try sheet.forEachRow(limit: 20) { row in
                guard case .header(let header)? = FormHeader.match(row, known: ["consortium"]) else { return }
                forms[sheet.title] = header.kind
                #expect(header.unknown.isEmpty, "\(sheet.title)")
            }
        }
        #expect(
            forms == [
                "观测点": .figures, "经费": .funds, "政策文件": .policies, "事件": .incidents, "成员单位": .members,
                "佐证材料": .evidence, "材料登记": .documents, "年度工作计划": .workplans, "任务": .tasks,
                "季度数": .observations,
            ])
    }

    @Test func `earlier figures are shown and locked, this year's cells are open`() throws {
        let path = try write(template())
        let markup = try Markup(path)
        let part = "xl/worksheets/sheet2.xml"
        let known = try address(of: "6.1.2", "2024年实际", in: path)
        #expect(try rows("观测点", of: path).joined().first { $0.address.description == known }?.text == "120")
        #expect(try !markup.isOpen(known, in: part))
        #expect(try markup.fill(of: known, in: part) == "FFE7E6E6")
        for heading in ["2025年实际", "2026年承诺", "佐证材料", "更正理由"] {
            #expect(try markup.isOpen(address(of: "6.1.2", heading, in: path), in: part), "\(heading)")
        }
        #expect(try !markup.isOpen(address(of: "6.1.2", "观测点编号", in: path), in: part))
        // What was promised for this year is not to be promised again, nor afterwards.
        for code in ["8.1.3", "6.1.2"] {
            #expect(try !markup.isOpen(address(of: code, "2025年承诺", in: path), in: part))
        }
        for sheet in 1...8 {
            let protection = try markup.elements("sheetProtection", of: "xl/worksheets/sheet\(sheet).xml")
            #expect(protection.count == 1 && protection[0]["password"] == nil, "sheet\(sheet)")
        }
    }

    @Test func `cells take what their indicators can mean`() throws {
        let path = try write(template())
        let validations = try Markup(path).elements("dataValidation", of: "xl/worksheets/sheet2.xml")
        func validation(_ code: String) throws -> [String?] {
            let first = try address(of: code, "2022年实际", in: path)
            let last = try address(of: code, "2026年承诺", in: path)
            let found = try #require(validations.first { $0["sqref"] == "\(first):\(last)" })
            return [found["type"], found.descendants("formula1").first?.stringValue?.replacing(first, with: "X")]
        }
        #expect(try validation("1.1.1") == ["list", "\"是,否,不适用,撤回\""])
        #expect(try validation("2.1.1") == ["list", "\"国家级,省级,不适用,撤回\""])
        #expect(try validation("8.1.3") == ["custom", "IF(ISNUMBER(X),AND(X>=0,X=INT(X)),OR(X=\"不适用\",X=\"撤回\"))"])
        #expect(try validation("2.3.1") == ["custom", "IF(ISNUMBER(X),AND(X>=0,X<=100),OR(X=\"不适用\",X=\"撤回\"))"])
        #expect(try validation("6.1.2") == ["custom", "IF(ISNUMBER(X),X>=0,OR(X=\"不适用\",X=\"撤回\"))"])
        let growth = "IF(ISNUMBER(X),TRUE,OR(X=\"不适用\",X=\"撤回\"))"
        #expect(try validation("13.1.1/园区增速") == ["custom", growth])
        // One more offers the words of the column 说明, and refuses nothing else.
        #expect(validations.count == edition.indicators.count { $0.kind != .text } + 1)
        let words = try #require(
            validations.first { $0.descendants("formula1").first?.stringValue?.contains("政策变化") == true })
        #expect(words["showErrorMessage"] == nil && words["sqref"]?.hasPrefix("M2:M") == true)
        let incidents = try Markup(path).elements("dataValidation", of: "xl/worksheets/sheet5.xml")
        let choices = incidents.compactMap { $0.descendants("formula1").first?.stringValue }
        #expect(choices.contains("\"线索,查实,不成立\""))
    }

    @Test func `sheets print on A4 with their header on every page, and keep it in sight`() throws {
        let markup = try Markup(write(template()))
        for sheet in 2...7 {
            let root = try markup.root(of: "xl/worksheets/sheet\(sheet).xml")
            #expect(root.descendants("pageSetup").first?["paperSize"] == "9")
            #expect(root.descendants("pageSetup").first?["orientation"] == "landscape")
            #expect(root.descendants("pane").first?["ySplit"] == "1")
        }
        let names = try markup.elements("definedName", of: "xl/workbook.xml")
        let titles = names.filter { $0["name"] == "_xlnm.Print_Titles" }
        #expect(titles.compactMap(\.stringValue).contains("'观测点'!$1:$1") && titles.count == 10)
        #expect(!markup.contains("xl/vbaProject.bin"))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
    func `text that looks like a formula is written as text`(_ name: String) throws {
        let path = try write(template(name: name))
        let markup = try Markup(path)
        for sheet in [1, 2] {
            #expect(try markup.elements("f", of: "xl/worksheets/sheet\(sheet).xml").isEmpty)
        }
        let cover = try rows("封面", of: path)
        let line = try #require(cover.first { $0.first?.text == "联合体名称" })
        #expect(line[1].type == .text && line[1].text.replacing("\n", with: "\r") == name)
        let figures = try rows("观测点", of: path)
        #expect(figures.joined().contains { $0.type == .text && $0.text == "=HYPERLINK(\"http://example.org\")" })
    }
}
