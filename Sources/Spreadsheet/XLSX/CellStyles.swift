/// What the number formats of a workbook make of numbers, by the number of a cell's style.
struct CellStyles: Sendable {
    private var shapes: [NumberShape] = []

    init() {}

    init(_ xml: consuming XMLReader) throws(OfficeFileError) {
        var formats: [Int: NumberShape] = [:]
        var isInCellFormats = false
        while let event = try xml.next() {
            if xml.isAt(.spreadsheet, "cellXfs") { isInCellFormats = event == .start }
            guard event == .start else { continue }
            if xml.isAt(.spreadsheet, "numFmt"), let id = xml.attribute("numFmtId").flatMap({ Int($0) }) {
                formats[id] = NumberShape(format: xml.attribute("formatCode") ?? "")
            } else if isInCellFormats, xml.isAt(.spreadsheet, "xf") {
                let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                shapes.append(formats[id] ?? NumberShape(builtIn: id))
            }
        }
    }

    /// The shape of numbers in a style; plain where the workbook does not have the style.
    @inline(__always)
    subscript(style: Int) -> NumberShape {
        shapes.indices.contains(style) ? shapes[style] : .plain
    }
}
