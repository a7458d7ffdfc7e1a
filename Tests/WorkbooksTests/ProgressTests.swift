import FEEL
import Foundation
import Spreadsheet
import Standards
import TestSupport
import Testing

@testable import Collection
@testable import Workbooks

/// The sheet that counts what is filled in.
struct ProgressTests {
    private let folder: TemporaryFolder
    private let edition: Edition

    init() throws {
        folder = try TemporaryFolder()
        edition = try Edition.trial.get()
    }

    static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
    }

    private func rows(_ sheet: String, of path: String) throws -> [[String]] {
        let workbook = try Workbook(SourceFile(path: path, name: "").bytes)
        let found = try #require(workbook.sheets.first { $0.title == sheet })
        var rows: [[String]] = []
        try found.forEachRow { rows.append($0.cells.map(\.text)) }
        return rows
    }

    /// By 二级指标 and in all: points that are due, filled in and not, cells that are no numbers; as the sheet says it.
    private func told(_ path: String) throws -> [String: [String]] {
        let lines = try rows("填报进度", of: path).filter { $0.count >= 7 && Int($0[1]) != nil }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0[0], [$0[1], $0[2], $0[3], $0[4], $0[6]]) })
    }

    /// The same, counted from what the cells of the sheet 观测点 hold.
    private func counted(_ path: String) throws -> [String: [String]] {
        let figures = try rows("观测点", of: path)
        let column = try #require(figures[0].firstIndex(of: "2025年实际"))
        let texts = Dictionary(
            figures.dropFirst().map { ($0.first ?? "", $0.count > column ? $0[column] : "") },
            uniquingKeysWith: { first, _ in first })
        var lines: [String: [String]] = [:]
        var sums = [0, 0, 0]
        for goal in edition.categories.flatMap(\.goals) {
            let points = goal.criteria.flatMap(\.points).map { point in
                point.indicators.map { edition.indicators[$0] }.filter { $0.isDue(in: ReportingYear(2025)) }
            }.filter { !$0.isEmpty }
            guard !points.isEmpty else { continue }
            func text(_ indicator: Indicator) -> String { texts[indicator.code.text] ?? "" }
            let filled = points.count { $0.allSatisfy { !text($0).isEmpty && text($0) != "撤回" } }
            let odd = points.joined().count {
                $0.kind.isNumeric && !["", "不适用", "撤回"].contains(text($0)) && Double(text($0)) == nil
            }
            lines["\(goal.code) \(goal.title)"] = line(points.count, filled, odd)
            for (place, number) in [points.count, filled, odd].enumerated() { sums[place] += number }
        }
        lines["合计"] = line(sums[0], sums[1], sums[2])
        return lines
    }

    private func line(_ points: Int, _ filled: Int, _ odd: Int) -> [String] {
        let state = odd > 0 ? "有错，请核对" : filled == points ? "已填齐" : filled == 0 ? "未填" : "未填齐"
        return ["\(points)", "\(filled)", "\(points - filled)", "\(odd)", state]
    }

    @Test func `LibreOffice counts what is in the cells`() throws {
        let path = Self.fixture("half-filled.xlsx")
        let expected = try counted(path)
        #expect(try told(path) == expected)
        #expect(expected["合计"]?[0] == "116" && expected["合计"]?[3] == "2")
        #expect(expected.values.contains { $0[4] == "有错，请核对" } && expected.values.contains { $0[4] == "未填齐" })
        #expect(try rows("填报进度", of: path).joined().contains("不可报送：有格不是数字，请先改正"))
    }

    /// The values that formulas carry, for programs that do not calculate.
    @Test(arguments: [0, 50, 95, 100]) func `a workbook that is sent out says what it holds`(_ share: Int) throws {
        let path = folder.url.appending(path: "a.xlsx").path
        let known = edition.indicators.prefix(edition.indicators.count * share / 100)
        let codes = Set(known.map(\.code))
        try YearlyTemplate(
            edition: edition, year: ReportingYear(2025), threshold: Decimal128("0.9") ?? 1,
            prior: { code, year, basis in
                guard codes.contains(code), year == ReportingYear(2025), basis == .actual,
                    let indicator = edition.indicator(code)
                else { return nil }
                return indicator.kind.isNumeric ? .number(7) : .text("是")
            }
        ).write(to: path)
        #expect(try told(path) == counted(path))
        let state = try rows("填报进度", of: path).joined().first { $0.contains("报送：") }
        #expect(state?.hasPrefix(share >= 95 ? "可报送：已达到105/116" : "不可报送：须填到105/116") == true, "\(state ?? "")")
        let markup = try Markup(path)
        let rules = try markup.elements("conditionalFormatting", of: "xl/worksheets/sheet12.xml")
        #expect(rules.count == 2 && rules.flatMap { $0.descendants("cfRule") }.count == 6)
    }

    @Test func `a workbook whose promises are asked for says where`() throws {
        let path = folder.url.appending(path: "a.xlsx").path
        try YearlyTemplate(edition: edition, year: ReportingYear(2025)).write(to: path)
        let figures = try rows("观测点", of: path)
        // Nothing was promised, so there is nothing to show.
        #expect(!figures[0].contains("2025年承诺"))
        let column = try #require(figures[0].firstIndex(of: "2026年承诺"))
        let markup = try Markup(path)
        let part = "xl/worksheets/sheet2.xml"
        var open: [String] = []
        for (row, cells) in figures.enumerated() where edition.indicator(IndicatorCode(cells[0])) != nil {
            let cell = CellAddress(row: row + 1, column: column + 1).description
            let isOpen = try markup.isOpen(cell, in: part)
            #expect(try markup.fill(of: cell, in: part) == (isOpen ? "FFFFF2CC" : "FFD9D9D9"), "\(cells[0])")
            if isOpen { open.append(cells[0]) }
        }
        let numeric = edition.indicators.filter(\.kind.isNumeric).map(\.code.text)
        let honours = Set(edition.acceptance?.honours?.indicators.map(\.text) ?? [])
        #expect(open == numeric.filter { !honours.contains($0) })
    }
}
