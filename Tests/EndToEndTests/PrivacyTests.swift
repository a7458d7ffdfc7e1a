import Foundation
import TestSupport
import Testing

/// Who filled in a form, and on what number they are reached, is nobody's business but the sender's: it is in the file that
/// is kept, and in the receipt that goes back, and nowhere else.
@Suite("Names and numbers of contacts")
struct PrivacyTests {
    private static let name = "甄别人"
    private static let number = "13800001234"

    @Test(.needsPython) func `contacts are in no output but the sender's own receipt`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.run()
        try work.command("template", "--year", "2025", "--consortium", "C003", "-o", "C003.xlsx")
        let workbook = FilledWorkbook(path: work.path("C003.xlsx"))
        for (label, text) in [("填报人", Self.name), ("联系电话", Self.number)] {
            let place = try #require(try workbook.address(beside: label))
            try workbook.set(place.address, to: text, on: place.sheet)
        }
        #expect(try workbook.cells().values.contains(Self.number))
        let figure = try #require(try workbook.address(of: "11.1.4", under: "2025年实际"))
        try workbook.set(figure, to: "约二十")

        var told = [try work.command("collect", "C003.xlsx")]
        told.append(try work.run(now: "2026-04-11T09:00:00+08:00"))
        for arguments in [
            ["status"], ["status", "--format", "json"], ["assess", "--year", "2025", "--format", "ndjson"],
            ["explain", "C003", "16.3", "--year", "2025"], ["alert", "--year", "2025"], ["review", "list"], ["verify"],
            ["diff", "--year", "2025", "--from", "2026-04-01", "--format", "html"], ["log", "head"],
        ] {
            told.append(try work.command(arguments, now: "2026-04-12T09:00:00+08:00"))
        }
        for outcome in told { expectSilent(outcome.output + outcome.errors, "\(outcome.output.prefix(80))") }

        // Pages, tables, alerts, logs and the receipts for programs.
        let files = FileManager.default
        var count = 0
        for path in try files.subpathsOfDirectory(atPath: work.url.path) {
            guard !path.hasSuffix(".xlsx"), !path.contains("sqlite"), !path.hasPrefix("received") else { continue }
            guard let data = files.contents(atPath: work.path(path)), let text = String(data: data, encoding: .utf8)
            else { continue }
            expectSilent(text, path)
            count += 1
        }
        #expect(count > 20)
    }

    private func expectSilent(_ text: String, _ what: String) {
        #expect(!text.contains(Self.name) && !text.contains(Self.number), "\(what)")
    }
}
