/// Reads the main part of a document.
struct WordReader: ~Copyable {
    private var xml: XMLReader
    /// Of the whole document, so that a small file does not become a large one in memory.
    private var blocks = 0

    private static let mostBlocks = 1_000_000
    /// Columns of a table; programs allow 63.
    private static let mostColumns = 1_024

    init(_ xml: consuming XMLReader) {
        self.xml = xml
    }

    mutating func readDocument() throws(OfficeFileError) -> [WordBlock] {
        var content: [WordBlock] = []
        while let event = try xml.next() {
            guard event == .start else { continue }
            if xml.depth == 1 {
                guard xml.isAt(.wordprocessing, "document") else { throw xml.error(.notADocument) }
            } else if xml.isAt(.wordprocessing, "body") {
                try readBlocks(into: &content)
            } else {
                try xml.skip()
            }
        }
        return content
    }

    /// Reads the paragraphs and tables of the element whose start was read last.
    private mutating func readBlocks(into content: inout [WordBlock]) throws(OfficeFileError) {
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if !(try readBlock(into: &content)), !isWrapper { try xml.skip() }
        }
    }

    /// Reads the paragraph or the table whose start was read last; false where it was that of something else.
    private mutating func readBlock(into content: inout [WordBlock]) throws(OfficeFileError) -> Bool {
        if xml.isAt(.wordprocessing, "p") {
            try count()
            var pictures = 0
            content.append(.paragraph(try readParagraph(&pictures)))
            for _ in 0..<pictures {
                try count()
                content.append(.picture)
            }
        } else if xml.isAt(.wordprocessing, "tbl") {
            try count()
            content.append(.table(WordTable(rows: try readRows())))
        } else {
            return false
        }
        return true
    }

    private mutating func readRows() throws(OfficeFileError) -> [[WordCell]] {
        var rows: [[WordCell]] = []
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.wordprocessing, "tr") {
                if let row = try readRow() { rows.append(row) }
            } else if !isWrapper {
                try xml.skip()
            }
        }
        return rows
    }

    /// Reads a row; nil for one whose deletion is tracked.
    private mutating func readRow() throws(OfficeFileError) -> [WordCell]? {
        var cells: [WordCell] = []
        var column = 1
        var isDeleted = false
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.wordprocessing, "tc") {
                let cell = try readCell(at: column)
                column = cell.columns.upperBound + 1
                cells.append(cell)
            } else if xml.isAt(.wordprocessing, "gridBefore") {
                column += span()
            } else if xml.isAt(.wordprocessing, "del") {
                isDeleted = true
            } else if !isWrapper, !xml.isAt(.wordprocessing, "trPr") {
                try xml.skip()
            }
        }
        return isDeleted ? nil : cells
    }

    private mutating func readCell(at column: Int) throws(OfficeFileError) -> WordCell {
        try count()
        var content: [WordBlock] = []
        var width = 1
        var continuesAbove = false
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.wordprocessing, "gridSpan") {
                width = span()
            } else if xml.isAt(.wordprocessing, "vMerge") {
                continuesAbove = xml.attribute("val", in: .wordprocessing) != "restart"
            } else if !(try readBlock(into: &content)), !isWrapper, !xml.isAt(.wordprocessing, "tcPr") {
                try xml.skip()
            }
        }
        return WordCell(columns: column...column + width - 1, continuesAbove: continuesAbove, blocks: content)
    }

    /// Reads what a paragraph shows: insertions with it, deletions without, a tab for a tab, a line feed for a break.
    /// Counts the `pictures` in it.
    private mutating func readParagraph(_ pictures: inout Int) throws(OfficeFileError) -> String {
        var text: [UInt8] = []
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.wordprocessing, "t") {
                try xml.readText(into: &text, limit: .max)
            } else if let sign {
                text += sign.utf8
                try xml.skip()
            } else if isDrawing {
                if try readDrawing() { pictures += 1 }
            } else if !isWrapper, !isRun {
                try xml.skip()
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the element whose start was read last is something drawn: as programs draw now, as they did before, or by
    /// another program.
    private var isDrawing: Bool {
        xml.isAt(.wordprocessing, "drawing") || xml.isAt(.wordprocessing, "pict") || xml.isAt(.wordprocessing, "object")
    }

    /// Reads what is drawn; whether a picture is among it that is shown. Lines, shapes and boxes of text are none.
    private mutating func readDrawing() throws(OfficeFileError) -> Bool {
        var isPicture = false
        var isHidden = false
        let outside = xml.depth - 1
        while xml.depth > outside, let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.drawing, "blip") {
                let part = xml.attribute("embed", in: .relationships) ?? xml.attribute("link", in: .relationships)
                isPicture = isPicture || !(part ?? "").isEmpty
            } else if xml.isAt(.vectorMarkup, "imagedata") {
                isPicture = true
            } else if xml.isAt(.drawingInText, "docPr") {
                isHidden = ["1", "true"].contains(xml.attribute("hidden", in: .none))
            } else if xml.isAt(.markupCompatibility, "Fallback") {
                try xml.skip()
            }
        }
        return isPicture && !isHidden
    }

    /// What the element whose start was read last stands for; nil for one that is no sign.
    private var sign: String? {
        if xml.isAt(.wordprocessing, "tab") || xml.isAt(.wordprocessing, "ptab") { return "\t" }
        if xml.isAt(.wordprocessing, "br") || xml.isAt(.wordprocessing, "cr") { return "\n" }
        if xml.isAt(.wordprocessing, "noBreakHyphen") { return "-" }
        guard xml.isAt(.wordprocessing, "sym") else { return nil }
        return WordSymbol.text(
            font: xml.attribute("font", in: .wordprocessing) ?? "",
            code: xml.attribute("char", in: .wordprocessing) ?? "")
    }

    /// Whether the element whose start was read last may stand around anything and shows what it holds: a control, an
    /// insertion, the newer of two ways to say the same.
    private var isWrapper: Bool {
        xml.isAt(.wordprocessing, "sdt") || xml.isAt(.wordprocessing, "sdtContent")
            || xml.isAt(.wordprocessing, "customXml") || xml.isAt(.wordprocessing, "ins")
            || xml.isAt(.wordprocessing, "moveTo") || xml.isAt(.markupCompatibility, "AlternateContent")
            || xml.isAt(.markupCompatibility, "Choice")
    }

    /// Whether the element whose start was read last is a run of text, or stands around runs.
    private var isRun: Bool {
        xml.isAt(.wordprocessing, "r") || xml.isAt(.wordprocessing, "hyperlink")
            || xml.isAt(.wordprocessing, "smartTag") || xml.isAt(.wordprocessing, "fldSimple")
            || xml.isAt(.wordprocessing, "ruby") || xml.isAt(.wordprocessing, "rubyBase")
            || xml.isAt(.wordprocessing, "dir") || xml.isAt(.wordprocessing, "bdo")
    }

    /// The number of columns that the element whose start was read last gives.
    private func span() -> Int {
        let value = xml.attribute("val", in: .wordprocessing).flatMap { Int($0) } ?? 1
        return min(max(value, 1), Self.mostColumns)
    }

    private mutating func count() throws(OfficeFileError) {
        blocks += 1
        guard blocks <= Self.mostBlocks else { throw xml.error(.tooManyBlocks(limit: Self.mostBlocks)) }
    }
}
