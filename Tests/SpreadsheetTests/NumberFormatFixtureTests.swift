import Foundation
@testable import Spreadsheet
import Testing

/// Workbooks with indented styles, saved by programs that people use, against a table of what their cells show.
struct NumberFormatFixtureTests {
    private struct Expected {
        let cell: String
        let line: String
        /// As the program was told.
        let stored: String
    }

    /// By file. `make-number-formats.py` writes the table and holds it against what LibreOffice shows.
    private static let table: Result<[String: [Expected]], any Error> = Result {
        let text = String(decoding: try fixture("number-formats/expected.tsv").bytes, as: UTF8.self)
        let rows = text.split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        return Dictionary(grouping: rows, by: \.[0]).mapValues { rows in
            rows.map { Expected(cell: $0[1], line: "\($0[1]) \($0[2]) \($0[3])", stored: $0[4]) }
        }
    }

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx", "xlsxwriter.xlsx", "wps.xlsx"])
    func `every cell gives what it shows`(name: String) throws {
        let expected = try #require(try Self.table.get()[name])
        #expect(expected.count > 20)
        var cells: [String: Cell] = [:]
        try Workbook(fixture("number-formats/\(name)").bytes).sheets[0].forEachRow { row in
            for cell in row.cells { cells["\(cell.address)"] = cell }
        }
        for row in expected {
            let cell = try #require(cells[row.cell])
            #expect("\(cell.address) \(cell.type) \(cell.text)" == row.line)
            if let value = cell.formatted { #expect(value.stored == row.stored) }
        }
    }
}
