import FEEL
import Foundation
import FoundationXML
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// The workbook that a reviewer fills in.
@Suite("The workbook of a reviewer")
struct ReviewWorkbookTests {
    private let folder: TemporaryFolder
    private let edition: Edition
    private static let table = "xl/worksheets/sheet2.xml"

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
    }

    private func row(
        _ consortium: String, _ clause: String, subject: String? = nil, due: String? = "2026-06-30",
        decisions: [String] = ["成立", "不成立"], facts: [String] = ["=HYPERLINK(\"http://example.org\")"]
    ) throws -> ReviewRow {
        ReviewRow(
            consortium: Consortium(
                id: consortium, name: "示例\(consortium)", kind: .municipal, province: "430000", prefecture: "", park: "",
                parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil),
            clause: try #require(edition.clause(clause)), year: ReportingYear(2025), subject: subject,
            id: "S\(consortium)\(subject ?? "")", caseDigest: "12e4", outcome: "疑似，待认定", state: "待认定",
            due: due.flatMap { CalendarDate($0) }, facts: facts, said: ["甲于2026年4月1日认定成立（未签名）"],
            decisions: decisions)
    }

    private func sheet(_ rows: [ReviewRow], reviewer: String = "示例专家") throws -> String {
        let day = try #require(CalendarDate("2026-05-10"))
        let path = folder.url.appending(path: "认定表.xlsx").path
        try ReviewSheet(
            ReviewSheet.Head(
                year: ReportingYear(2025), edition: edition, reviewer: reviewer, role: "部级专家", region: "", day: day,
                isSigned: false, logHead: nil, command: "collect"), rows: rows
        ).write(to: path)
        return path
    }

    private func whole() throws -> String {
        try sheet([
            row("C001", "16.1"), row("C001", "16.1", subject: "E1"), row("C002", "16.3", decisions: ["豁免"]),
            row("C002", "16.5", due: nil),
        ])
    }

    @Test func `it is known by its header, and nothing in it is unknown or says anything`() throws {
        let path = try whole()
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        #expect(workbook.sheets.map(\.title) == [ReviewSheet.guide, ReviewSheet.table])
        let submission = try Submission.read(path)
        #expect(submission.fault == nil && submission.findings.map(\.mark) == [])
        #expect(submission.forms == [.determinations] && submission.determinations.isEmpty)
        #expect(ReviewColumn.all.map(\.title).count == Set(ReviewColumn.all.map(\.title)).count)
    }

    @Test func `cells to fill in are open, all others are locked, and filters work`() throws {
        let markup = try Markup(whole())
        for (index, column) in ReviewColumn.all.enumerated() {
            let isOpen = try markup.isOpen("\(CellAddress.letters(of: index + 1))2", in: Self.table)
            #expect(isOpen == (column.kind == .input || column.id == "signature"), "\(column.id)")
        }
        let protection = try #require(markup.elements("sheetProtection", of: Self.table).first)
        #expect(protection["autoFilter"] == "0" && protection["sheet"] == "1")
        #expect(try markup.elements("autoFilter", of: Self.table).first?["ref"] == "A1:T5")
        #expect(try markup.elements("pane", of: Self.table).first?["topLeftCell"] == "B2")
        let page = try #require(markup.elements("pageSetup", of: Self.table).first)
        #expect(page["paperSize"] == "9" && page["orientation"] == "landscape" && page["fitToHeight"] == "0")
    }

    @Test func `each row offers what may be decided there, from the day on which it may`() throws {
        let rules = try Markup(whole()).elements("dataValidation", of: Self.table)
        func rule(_ cell: String) -> String? {
            rules.first { ($0["sqref"] ?? "").split(separator: ":").first.map(String.init) == cell }?
                .descendants("formula1").first?.stringValue
        }
        #expect(rule("H2") == "\"成立,不成立\"" && rule("H4") == "\"豁免\"" && rule("H5") == "\"成立,不成立\"")
        // 2000-01-01, and for a year that has to be over 2026-01-01.
        #expect(rule("J2")?.contains(">=36526") == true && rule("J5")?.contains(">=46023") == true)
        #expect(rule("J2")?.contains("<=TODAY()") == true)
    }

    @Test func `rows of a consortium stand together, and the guide leads to them`() throws {
        let path = try whole()
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        var texts: [[String]] = []
        try workbook.sheets[0].forEachRow { texts.append($0.cells.map(\.text).filter { !$0.isEmpty }) }
        #expect(texts.contains(["C001 示例C001", "1", "0", "2026-06-30", "2—3"]), "\(texts)")
        #expect(texts.contains(["C002 示例C002", "2", "0", "2026-06-30", "4—5"]))
        #expect(texts.contains(["案件", "2家，3件，其中可逐项认定的1项"]))
    }

    @Test func `what people sent is text, and a digest of digits no number`() throws {
        let workbook = try Workbook(SourceFile(path: whole(), name: "").bytes)
        var cells: [String] = []
        try workbook.sheets[1].forEachRow { row in
            guard row.number == 2 else { return }
            cells = row.cells.map(\.text)
        }
        #expect(cells.contains("12e4"))
        #expect(cells.contains { $0.hasPrefix("=HYPERLINK") && $0.contains("此前：甲于2026年4月1日认定成立（未签名）") })
    }

    @Test func `the same content makes the same bytes`() throws {
        let first = try SourceFile(path: whole(), name: "").sha256
        #expect(try SourceFile(path: whole(), name: "").sha256 == first)
    }
}
