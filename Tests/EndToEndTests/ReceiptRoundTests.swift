import Foundation
import Spreadsheet
import TestSupport
import Testing

/// A workbook goes out, comes back with faults, gets its receipt, and the receipt comes back corrected.
@Suite("The receipt as a workbook to go on with")
struct ReceiptRoundTests {
    /// A finding of a receipt's JSON.
    private struct Line: Decodable {
        let indicator: String?
        let cell: String?
        let kind: String
        let severity: String
        let weight: String?
        let changes: String?
    }

    private struct Receipt: Decodable {
        struct Progress: Decodable {
            let filled: Int
            let points: Int
            let unreadable: Int
            let deadline: String
        }

        let consequence: String?
        let progress: Progress?
        let findings: [Line]
        let status: String
    }

    private func receipt(_ work: Workplace, of name: String) throws -> (json: Receipt, workbook: String) {
        let folder = work.url.appending(path: "var/receipts")
        let file = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .first { $0.hasPrefix("\(name)-回执") && $0.hasSuffix(".json") })
        let data = try Data(contentsOf: folder.appending(path: file))
        return (try JSONDecoder().decode(Receipt.self, from: data), folder.path + "/" + file.dropLast(5) + ".xlsx")
    }

    @Test(.needsPython) func `faults are ordered by what they change, and correcting the receipt corrects the figures`()
        throws
    {
        let work = try Workplace()
        try work.receiveSample(only: ["C003"])
        try work.collectInbox()
        try work.command("template", "--year", "2025", "--consortium", "C003", "-o", "C003.xlsx")
        let workbook = FilledWorkbook(path: work.path("C003.xlsx"))
        let right = try workbook.cells()
        // 16.3 rests on the first two alone, and that 基础性 is met whole on 1.1.1; 9.1.2 is one of many families.
        let faults = ["6.1.2": "约340", "6.1.6": "六十万元", "9.1.2": "几百人", "1.1.1": "开过", "8.1.2": "大概"]
        var addresses: [String: CellAddress] = [:]
        for (code, text) in faults {
            let address = try #require(try workbook.address(of: code, under: "2025年实际"))
            addresses[code] = address
            try workbook.set(address, to: text)
        }
        try work.command("collect", "C003.xlsx")
        let (told, path) = try receipt(work, of: "C003")
        let errors = told.findings.filter { $0.severity == "error" }
        #expect(Set(errors.compactMap(\.indicator)) == Set(faults.keys))
        #expect(told.status == "loaded" && told.progress?.points == 116 && told.progress?.unreadable == 5)
        #expect(told.progress?.deadline == "2026-03-31")
        // The gravest first.
        let weights = errors.map { $0.weight ?? "" }
        let order = ["conclusion", "joint", "afterwards", "criterion", "none"]
        #expect(weights == weights.sorted { order.firstIndex(of: $0) ?? 9 < order.firstIndex(of: $1) ?? 9 })
        let deciding = Set(errors.filter { $0.weight == "conclusion" }.compactMap(\.indicator))
        #expect(deciding == ["1.1.1", "6.1.2", "6.1.6"], "\(errors)")
        #expect(told.consequence?.hasPrefix("3格会改变结论") == true, "\(told.consequence ?? "")")
        #expect(errors.filter { $0.weight == "criterion" }.contains { $0.changes?.contains("：数据不足→") == true })

        // Cells stand in the receipt where they stood in the workbook.
        let copy = FilledWorkbook(path: work.path("更正.xlsx"))
        try FileManager.default.copyItem(atPath: path, toPath: copy.path)
        for (code, address) in addresses {
            #expect(try copy.address(of: code, under: "2025年实际") == address)
            try copy.set(address, to: try #require(right["观测点!\(address)"]))
        }
        try work.command("collect", "更正.xlsx")
        let corrected = try receipt(work, of: "更正").json
        #expect(corrected.findings.filter { $0.severity == "error" }.map(\.kind) == [])
        #expect(corrected.progress?.unreadable == 0)
        try work.command("template", "--year", "2025", "--consortium", "C003", "-o", "after.xlsx")
        let after = try FilledWorkbook(path: work.path("after.xlsx")).cells()
        #expect(right.filter { after[$0.key] != $0.value } == [:])
        try work.command("verify")
    }
}
