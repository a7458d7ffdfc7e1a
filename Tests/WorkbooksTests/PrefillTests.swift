import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// A workbook that was sent out filled in, as it comes back.
struct PrefillTests {
    private let folder: TemporaryFolder
    private let edition: Edition

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
    }

    /// What stood when the workbook was sent out, by code, year and basis.
    private static let standing: [String: ObservedValue] = [
        "6.1.2 2024 actual": .number(120), "6.1.2 2025 actual": .number(100), "1.1.1 2025 actual": .truth(true),
        "2.1.1 2025 actual": .text("省级"), "9.1.1 2025 actual": .notApplicable,
        "2.3.1 2025 actual": .number(Decimal128("30.123456789012345678") ?? .zero),
        "9.1.2 2025 actual": .rejected("约12"), "8.1.3 2025 committed": .number(26),
        "8.1.3 2026 committed": .number(30),
    ]

    private static let member = RegisterEntry(
        form: .members, consortium: "C901", key: "示例企业",
        values: ["name": "示例企业", "category": "企业", "joinedOn": "2023", "creditCode": "91350100M000100Y43"],
        source: CellSource(file: "", sha256: "", sheet: nil, row: 1, column: 1))

    private func sent() throws -> Workbook {
        let path = folder.url.appending(path: "sent.xlsx").path
        let consortium = Consortium(
            id: "C901", name: "示例联合体", kind: .municipal, province: "430000", prefecture: "430100", park: "",
            parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil)
        try YearlyTemplate(
            edition: edition, year: ReportingYear(2025), consortium: consortium, members: [Self.member],
            prior: { Self.standing["\($0) \($1) \($2.rawValue)"] }
        ).write(to: path)
        return try Workbook(SourceFile(path: path, name: "").bytes)
    }

    /// The workbook as a clerk sends it back: cells changed, by the first cell of their row and the heading of their
    /// column; without a sheet that a program dropped.
    private func returned(_ changes: [String: [String: String]] = [:], without dropped: String? = nil) throws
        -> Submission
    {
        let path = folder.url.appending(path: "filled.xlsx").path
        let target = try WorkbookWriter(path: path, title: "", created: 0)
        for sheet in try sent().sheets where sheet.title != dropped {
            let copy = try target.addSheet(sheet.title)
            var headings: [String] = []
            try sheet.forEachRow { row in
                if row.number == 1 { headings = row.cells.map(\.text) }
                let changed = changes[row.text(at: 0)] ?? [:]
                for position in 0..<max(row.count, headings.count) {
                    let cell = position < row.count ? row.cell(at: position) : nil
                    let address = CellAddress(row: row.number, column: position + 1)
                    let heading = position < headings.count ? headings[position] : ""
                    if let text = changed[heading], sheet.title != TemplateLayout.prefill {
                        copy.write(text, at: address)
                    } else if let cell, cell.type == .number, let number = Double(cell.text) {
                        copy.write(number, at: address)
                    } else if let cell {
                        copy.write(cell.text, at: address)
                    }
                }
            }
            if sheet.title == TemplateLayout.prefill { copy.hide() }
        }
        try target.close()
        return try Submission.read(path)
    }

    /// `6.1.2 2025 actual 100` of what was reported; blanks apart.
    private func lines(_ submission: Submission) -> [String] {
        submission.observations.filter { $0.value != .missing }
            .map { "\($0.indicator) \($0.year) \($0.basis.rawValue) \($0.value.text ?? "撤回")" }
    }

    private func findings(
        of submission: Submission, prior: @escaping (ObservationKey) -> ObservedValue?
    ) throws -> [Finding] {
        var submission = submission
        submission.removeRepetitions(of: prior)
        return submission.findings
            + Validation(edition: edition).findings(of: submission, isRegistered: { _ in true }, prior: prior)
    }

    private func standing(_ key: ObservationKey) -> ObservedValue? {
        Self.standing["\(key.indicator) \(key.year) \(key.basis.rawValue)"]
    }

    @Test func `what stands is filled in, in the year's own column too, and kept in a sheet that is not shown`() throws
    {
        let sheets = try sent().sheets
        #expect(sheets.last?.title == "预填" && sheets.last?.visibility == .veryHidden)
        var rows: [[String]] = []
        try sheets.last?.forEachRow { rows.append($0.cells.map(\.text)) }
        #expect(rows.first == ["工作表", "编号", "列", "预填值"])
        #expect(
            rows.contains(["观测点", "6.1.2", "2025年实际", "100"]) && rows.contains(["观测点", "6.1.2", "2024年实际", "120"]))
        #expect(rows.contains(["观测点", "8.1.3", "2026年承诺", "30"]) && rows.contains(["观测点", "9.1.1", "2025年实际", "不适用"]))
        #expect(rows.contains(["成员单位", "1", "统一社会信用代码", "91350100M000100Y43"]))
        #expect(rows.count == 1 + Self.standing.count + Self.member.values.count)
        var figures: [String: [String]] = [:]
        try sheets[1].forEachRow { figures[$0.text(at: 0)] = $0.cells.map(\.text) }
        #expect(figures["6.1.2"]?[6...7] == ["120", "100"])
    }

    @Test func `left as it was it says nothing, and is no report`() throws {
        let submission = try returned()
        #expect(lines(submission).isEmpty && submission.entries.isEmpty && submission.findings.isEmpty)
        let found = try findings(of: submission, prior: standing)
        #expect(found.map(\.kind.id) == ["untouched-form"] && found[0].consortium == "C901")
    }

    @Test func `what was changed is reported, what was cleared is kept, and 撤回 takes back`() throws {
        let submission = try returned([
            "6.1.2": ["2025年实际": "110", "2024年实际": "125", "更正理由": "审计调整"], "1.1.1": ["2025年实际": ""],
            "9.1.1": ["2025年实际": "撤回"], "8.1.3": ["2025年实际": "9", "2026年承诺": ""],
            "示例企业": ["退出日期": "2025-06-30"],
        ])
        #expect(
            Set(lines(submission)) == [
                "6.1.2 2025 actual 110", "6.1.2 2024 actual 125", "9.1.1 2025 actual 撤回", "8.1.3 2025 actual 9",
            ])
        #expect(submission.entries.map { $0.values["leftOn"] } == ["2025-06-30"])
        let found = try findings(of: submission, prior: standing).filter { $0.kind != .evidenceMissing }
        let kept = try #require(found.first { $0.kind == .kept })
        #expect(kept.problem.hasPrefix("沿用此前报送3项：1.1.1 是否召开相关会议 是、2.1.1 "), "\(kept.problem)")
        let takenBack = try #require(found.first { $0.kind == .takenBack })
        #expect(takenBack.problem.hasPrefix("撤回此前报送1项：9.1.1 ") && takenBack.problem.hasSuffix(" 不适用。"))
        #expect(Set(found.map(\.kind.id)) == ["kept", "taken-back", "corrected", "restated-with-reason"])
    }

    @Test func `a cell that still holds what was corrected since reverts nothing`() throws {
        var submission = try returned(["8.1.3": ["2025年实际": "9"]])
        submission.removeRepetitions { key in key.indicator.text == "6.1.2" ? .number(999) : standing(key) }
        #expect(lines(submission) == ["8.1.3 2025 actual 9"])
    }

    @Test func `evidence added to a figure that stands reports it once more, to one that was corrected it does not`()
        throws
    {
        let changes = ["6.1.2": ["佐证材料": "到账凭证.pdf"], "8.1.3": ["2025年实际": "9"]]
        var submission = try returned(changes)
        submission.removeRepetitions(of: standing)
        #expect(Set(lines(submission)) == ["8.1.3 2025 actual 9", "6.1.2 2025 actual 100"])
        #expect(submission.observations.first { $0.indicator.text == "6.1.2" }?.evidence == "到账凭证.pdf")
        var corrected = try returned(changes)
        corrected.removeRepetitions { key in key.indicator.text == "6.1.2" ? .number(999) : standing(key) }
        #expect(lines(corrected) == ["8.1.3 2025 actual 9"])
    }

    @Test func `where a program dropped the sheet, what equals what stands says nothing`() throws {
        var submission = try returned(["8.1.3": ["2025年实际": "9"]], without: TemplateLayout.prefill)
        #expect(lines(submission).count > 1)
        submission.removeRepetitions { key in
            // A cell holds fifteen digits.
            key.indicator.text == "2.3.1" ? .number(Decimal128("30.1234567890123") ?? .zero) : standing(key)
        }
        // What is promised for the next year has no column that only shows it.
        #expect(Set(lines(submission)) == ["8.1.3 2025 actual 9", "8.1.3 2026 committed 30"])
    }

    @Test func `a receipt that is corrected and sent back tells the same`() throws {
        let submission = try returned(["8.1.3": ["2025年实际": "约9"]])
        let receipt = SubmissionReceipt(
            of: submission, findings: submission.findings, status: .loaded, time: "", edition: edition)
        let again = try Submission.read(receipt.write(to: folder.url.path))
        #expect(lines(again) == ["8.1.3 2025 actual 约9"] && again.entries.isEmpty)
    }

    @Test func `the receipt says at its head what it is, and lists what was kept and taken back`() throws {
        let submission = try returned(["9.1.1": ["2025年实际": "撤回"], "8.1.3": ["2025年实际": "9"]])
        let found = try findings(of: submission, prior: standing)
        let receipt = SubmissionReceipt(of: submission, findings: found, status: .loaded, time: "", edition: edition)
        let path = try receipt.write(to: folder.url.path)
        var facts: [String: String] = [:]
        try Workbook(SourceFile(path: path, name: "").bytes).sheets[0].forEachRow(limit: 16) { row in
            facts[row.text(at: 0)] = row.cells.dropFirst().map(\.text).first { !$0.isEmpty }
        }
        #expect(facts["回执编号"] == String(submission.sha256.prefix(12)) && facts["报送单位"] == "主管部门")
        #expect(facts["沿用此前报送"]?.hasPrefix("4项：") == true, "\(facts)")
        #expect(facts["撤回此前报送"]?.hasPrefix("1项：9.1.1 ") == true)
    }
}
