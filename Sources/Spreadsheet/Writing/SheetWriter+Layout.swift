internal import CXlsxWriter
internal import Glibc

extension SheetWriter {
    /// Sets the width of columns, which count from 1, in the width of a digit, and the format of cells that have none.
    package func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>, _ format: CellFormat? = nil) {
        let (first, last) = (UInt16(columns.lowerBound - 1), UInt16(columns.upperBound - 1))
        worksheet_set_column(sheet, first, last, width, format.flatMap(workbook.handle))
    }

    /// Sets the height of a row in points.
    package func setHeight(_ height: Double, ofRow row: Int) {
        worksheet_set_row(sheet, UInt32(row - 1), height, nil)
    }

    /// Keeps what is above and left of `address` in sight.
    package func freeze(at address: CellAddress) {
        worksheet_freeze_panes(sheet, address.line, address.position)
    }

    /// Protects, without a password, the cells whose format is locked.
    package func protect(allowingFilters: Bool = false) {
        if allowingFilters { xlsx_protect_filtered(sheet) } else { xlsx_protect(sheet) }
    }

    /// Lets people choose by the values of the columns of `range`, whose first row heads them.
    package func filter(_ range: CellRange) {
        worksheet_autofilter(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position)
    }

    /// Prints the cells of `range` alone.
    package func setPrintArea(_ range: CellRange) {
        worksheet_print_area(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position)
    }

    /// Keeps the sheet out of sight and out of the menu (`veryHidden`).
    package func hide() {
        worksheet_hide(sheet)
        workbook.hidesSheets = true
    }

    package func setTabColour(_ colour: UInt32) {
        worksheet_set_tab_color(sheet, colour)
    }

    package func hideGridlines() {
        worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }

    /// Prints on A4, as wide as the page, with the page's number at its foot and `headerRow`, if any, on every page.
    package func setPrint(isLandscape: Bool, title: String, headerRow: Int? = nil) {
        worksheet_set_paper(sheet, 9)
        if isLandscape { worksheet_set_landscape(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)
        // An ampersand stands for a code, a digit after it for a size of type.
        let title = title.replacing("&", with: "&&").prefix(80)
        worksheet_set_header(sheet, "&L\(title)&R&A")
        worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页")
        if let headerRow { worksheet_repeat_rows(sheet, UInt32(headerRow - 1), UInt32(headerRow - 1)) }
    }

    /// Lets the cells of `range` hold one of `choices` only; people pick it from a list.
    package func restrict(_ range: CellRange, to choices: [String], message: String) {
        guard Self.fits(choices) else { return }
        let copies = choices.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        let list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
        _ = xlsx_choices(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position, list, "请核对", message)
    }

    /// Whether a cell can carry the list: longer ones stay open. The format counts characters, the library that writes it
    /// has room for as many bytes.
    package static func fits(_ choices: [String]) -> Bool {
        choices.reduce(choices.count - 1) { $0 + $1.utf8.count } <= 255
    }

    /// Offers `choices` in the cells of `range`, which may hold anything else too.
    package func suggest(_ choices: [String], in range: CellRange) {
        guard !choices.isEmpty, Self.fits(choices) else { return }
        let copies = choices.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        let list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
        _ = xlsx_suggestions(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position, list)
    }

    /// Lets a cell of `range` hold only what makes `formula`, written for the first cell, true.
    package func restrict(_ range: CellRange, where formula: String, message: String) {
        _ = xlsx_condition(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position, formula, "请核对",
            message)
    }

    /// Gives the cells of `range` another colour where `formula`, written for the first cell, is true.
    package func highlight(_ range: CellRange, where formula: String, fill: UInt32, fontColour: UInt32) {
        _ = xlsx_highlight(
            sheet, range.first.line, range.first.position, range.last.line, range.last.position, formula,
            workbook.highlight(fill: fill, fontColour: fontColour))
    }
}
