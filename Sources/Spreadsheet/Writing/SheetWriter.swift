internal import CXlsxWriter
internal import Safekeeping

/// Writes the cells of one sheet, in any order; a cell that is written twice says what it was told last.
package struct SheetWriter {
    /// The name that the sheet has come to have.
    package let name: String

    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let workbook: WorkbookWriter

    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, of workbook: WorkbookWriter) {
        self.sheet = sheet
        self.name = name
        self.workbook = workbook
    }

    /// Writes text as text, whatever it begins with.
    package func write(_ text: String, at address: CellAddress, _ format: CellFormat = CellFormat()) {
        let handle = workbook.handle(format)
        guard !text.isEmpty else {
            worksheet_write_blank(sheet, address.line, address.position, handle)
            return
        }
        worksheet_write_string(sheet, address.line, address.position, text.stringText, handle)
    }

    package func write(_ number: Double, at address: CellAddress, _ format: CellFormat = CellFormat()) {
        worksheet_write_number(sheet, address.line, address.position, number, workbook.handle(format))
    }

    /// Writes a day, which the format shows as one.
    package func write(
        year: Int, month: Int, day: Int, at address: CellAddress, _ format: CellFormat
    ) {
        var date = lxw_datetime(
            year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
        worksheet_write_datetime(sheet, address.line, address.position, &date, workbook.handle(format))
    }

    /// Writes a formula of ours with the value that it has now.
    package func write(
        formula: String, value: Double, at address: CellAddress, _ format: CellFormat = CellFormat()
    ) {
        worksheet_write_formula_num(sheet, address.line, address.position, formula, workbook.handle(format), value)
    }

    /// Writes a formula of ours with the text that it gives now.
    package func write(
        formula: String, text: String, at address: CellAddress, _ format: CellFormat = CellFormat()
    ) {
        worksheet_write_formula_str(sheet, address.line, address.position, formula, workbook.handle(format), text)
    }

    /// Merges the cells of `range`, of which there must be two at least, into one with `text`.
    package func write(_ text: String, merging range: CellRange, _ format: CellFormat = CellFormat()) {
        worksheet_merge_range(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position, text.stringText,
            workbook.handle(format))
    }

    /// Writes a text that leads to a cell of another sheet.
    package func write(
        _ text: String, linkingTo target: CellAddress, inSheet name: String, at address: CellAddress,
        _ format: CellFormat
    ) {
        // Names have no apostrophes, see WorkbookWriter.addSheet. The library writes the text into an attribute too, where
        // controls cannot stand.
        worksheet_write_url_opt(
            sheet, address.line, address.position, "internal:'\(name)'!\(target)", workbook.handle(format),
            text.printable.stringText, nil)
    }

    /// Notes something beside a cell, in a box that is wide and high enough for it.
    package func comment(_ text: String, at address: CellAddress, author: String) {
        let text = text.stringText
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { max(1, ($0.displayWidth + 35) / 36) }
        let height = min(400, 12 + 17 * lines.reduce(0, +))
        _ = xlsx_comment(sheet, address.line, address.position, text, author, 250, UInt16(height))
    }
}

extension CellAddress {
    /// Counted from 0, as the library does.
    var line: UInt32 { UInt32(row - 1) }
    var position: UInt16 { UInt16(column - 1) }
}

extension Substring {
    /// How wide the text is, in the width of a digit.
    package var displayWidth: Int { String(self).displayWidth() }
}

extension String {
    /// How wide the first `limit` characters of the text are, in the width of a digit: Chinese ones are twice as wide.
    package func displayWidth(upTo limit: Int = .max) -> Int {
        var width = 0
        var count = 0
        // Bytes that go on with a character begin with the bits 10; from U+2000 on the first is E2 or above.
        for byte in utf8 where byte & 0xC0 != 0x80 {
            guard count < limit else { break }
            count += 1
            width += byte < 0xE2 ? 1 : 2
        }
        return width
    }
}
