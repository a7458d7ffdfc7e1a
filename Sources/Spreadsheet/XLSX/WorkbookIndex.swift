/// What the main part of a workbook says: which sheets there are, and what its dates count from.
struct WorkbookIndex {
    struct Entry {
        let name: String
        let visibility: SheetVisibility
        /// The id of the relationship that leads to the sheet's part; empty for a sheet without one, as the macro sheets
        /// of old programs are.
        let relationship: String
    }

    private(set) var sheets: [Entry] = []
    private(set) var startsIn1904 = false

    init(_ xml: consuming XMLReader, _ limits: PackageLimits) throws(OfficeFileError) {
        while try xml.nextStart() {
            if xml.isAt(.spreadsheet, "workbookPr") {
                startsIn1904 = xml.flag("date1904")
            } else if xml.isAt(.spreadsheet, "sheet") {
                guard sheets.count < limits.sheets else { throw xml.error(.tooManySheets(limit: limits.sheets)) }
                sheets.append(
                    Entry(
                        name: xml.attribute("name") ?? "",
                        visibility: xml.attribute("state").flatMap(SheetVisibility.init) ?? .visible,
                        relationship: xml.attribute("id", in: .relationships) ?? ""))
            }
        }
    }
}
