import Foundation
import Spreadsheet
import TestSupport

/// A workbook as a clerk has it open: its cells, and one cell changed and saved.
struct FilledWorkbook {
    let path: String

    /// The texts of every cell that is not blank, by sheet and address.
    func cells() throws -> [String: String] {
        var cells: [String: String] = [:]
        for sheet in try Workbook(SourceFile(path: path, name: "").bytes).sheets {
            try sheet.forEachRow { row in
                for cell in row.cells where !cell.text.isEmpty { cells["\(sheet.title)!\(cell.address)"] = cell.text }
            }
        }
        return cells
    }

    /// Where the figure of an indicator stands under a heading of the sheet 观测点.
    func address(of indicator: String, under heading: String) throws -> CellAddress? {
        var row: Int?
        var column: Int?
        let figures = try Workbook(SourceFile(path: path, name: "").bytes).sheets.first { $0.title == "观测点" }
        try figures?.forEachRow { cells in
            for cell in cells.cells {
                if cell.text == heading, cell.address.row == 1 { column = cell.address.column }
                if cell.text == indicator, cell.address.column == 1 { row = cell.address.row }
            }
        }
        guard let row, let column else { return nil }
        return CellAddress(row: row, column: column)
    }

    /// The cell to the right of a label, by the first sheet that has the label in its column A.
    func address(beside label: String) throws -> (sheet: String, address: CellAddress)? {
        for sheet in try Workbook(SourceFile(path: path, name: "").bytes).sheets {
            var found: CellAddress?
            try sheet.forEachRow { row in
                for cell in row.cells where cell.text == label && cell.address.column == 1 {
                    found = CellAddress(row: cell.address.row, column: 2)
                }
            }
            if let found { return (sheet.title, found) }
        }
        return nil
    }

    /// Writes `text` into a cell of a sheet, and nothing else.
    func set(_ address: CellAddress, to text: String, on sheet: String = "观测点") throws {
        let change = Program(
            in: FileManager.default.temporaryDirectory,
            command: ["python3", "-c", Self.script, path, "\(address)", text, sheet])
        let outcome = try change.run()
        guard outcome.status == 0 else { throw Refused(reason: outcome.errors) }
    }

    struct Refused: Error {
        let reason: String
    }

    private static let script = """
        import os, re, sys, zipfile
        path, cell, text, title = sys.argv[1:]
        with zipfile.ZipFile(path) as source:
            parts = [(item, source.read(item)) for item in source.infolist()]
        names = re.findall(r'<sheet name="([^"]*)"', dict((i.filename, b) for i, b in parts)["xl/workbook.xml"].decode())
        sheet = f"xl/worksheets/sheet{names.index(title) + 1}.xml"
        found = re.compile(rf'<c r="{cell}"( s="[0-9]+")?[^>]*?(/>|>.*?</c>)')
        value = rf'<c r="{cell}"\\1 t="inlineStr"><is><t>{text}</t></is></c>'
        with zipfile.ZipFile(path + ".new", "w", zipfile.ZIP_DEFLATED) as target:
            for item, data in parts:
                if item.filename == sheet:
                    changed, count = found.subn(value, data.decode())
                    assert count == 1, f"{cell} was found {count} times"
                    data = changed.encode()
                target.writestr(item.filename, data)
        os.replace(path + ".new", path)
        """
}
