/// What the number formats of a workbook make of numbers, by the number of a cell's style.
struct CellStyles: Sendable {
    private var formats: [NumberFormat] = []
    /// By the number of the style as well: whether it shows numbers, and texts, as they are. Nearly all do.
    private var isPlain: [Bool] = []
    private var keepsTexts: [Bool] = []

    init() {}

    init(_ xml: consuming XMLReader) throws(OfficeFileError) {
        var codes: [Int: NumberFormat] = [:]
        var ids: [Int] = []
        while try xml.nextStart() {
            let outside = xml.depth - 1
            if xml.isAt(.spreadsheet, "numFmts") {
                while try xml.nextStart(above: outside) {
                    guard xml.isAt(.spreadsheet, "numFmt"), let id = xml.attribute("numFmtId").flatMap({ Int($0) })
                    else { continue }
                    codes[id] = NumberFormat(code: xml.attribute("formatCode") ?? "")
                }
            } else if xml.isAt(.spreadsheet, "cellXfs") {
                while try xml.nextStart(above: outside) {
                    guard xml.isAt(.spreadsheet, "xf") else { continue }
                    ids.append(xml.attribute("numFmtId").flatMap { Int($0) } ?? 0)
                }
            }
        }
        for id in ids where codes[id] == nil { codes[id] = NumberFormat(builtIn: id) }
        formats = ids.compactMap { codes[$0] }
        isPlain = formats.map(\.isPlain)
        keepsTexts = formats.map(\.keepsTexts)
    }

    /// Whether numbers of a style are shown as their digits; so they are where the workbook does not have the style.
    @inline(__always)
    func showsPlainly(_ style: Int) -> Bool { !isPlain.indices.contains(style) || isPlain[style] }

    /// Whether texts of a style are shown as they are.
    @inline(__always)
    func showsTexts(_ style: Int) -> Bool { !keepsTexts.indices.contains(style) || keepsTexts[style] }

    /// The format of a style; nil where the workbook does not have the style.
    subscript(style: Int) -> NumberFormat? { formats.indices.contains(style) ? formats[style] : nil }
}
