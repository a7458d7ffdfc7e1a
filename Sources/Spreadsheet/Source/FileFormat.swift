/// What a file is, by its content. The name that it goes by is not looked at: people rename what they cannot open.
package enum FileFormat: Hashable, Sendable, CaseIterable {
    case empty
    /// The workbooks of Excel and WPS since 2007, templates and those with macros among them.
    case workbook
    /// The documents of Word and WPS since 2007, templates and those with macros among them.
    case document
    case presentation
    /// .xlsb: a workbook whose parts are no XML.
    case binaryWorkbook

    // The compound files of before 2007, which WPS still writes under its own endings.
    case oldWorkbook
    case oldDocument
    case oldPresentation
    case oldOffice
    case mail
    /// With a password, or with rights that somebody has to grant.
    case encrypted

    case openSpreadsheet
    case openDocument
    case appleDocument
    case fixedLayout
    case pdf
    case richText
    case webPage
    case webArchive
    case workbookXML
    case documentXML
    case otherXML

    case zip
    case rar
    case sevenZip
    /// gzip, bzip2, xz, tar, cab.
    case otherArchive

    case picture
    case recording
    case shortcut
    case program
    /// Anything without a signature, that may be text in some encoding.
    case other
}

extension FileFormat {
    /// What the first bytes say. Of a zip archive they do not say what is in it.
    package init(prefix bytes: [UInt8]) {
        self = bytes.isEmpty ? .empty : Self.signed(bytes) ?? Self.marked(bytes) ?? .other
    }

    /// What the whole file is, archives and compound files by what they hold.
    package init(of bytes: [UInt8]) {
        switch FileFormat(prefix: bytes) {
        case .zip: self = FileFormat(inArchive: bytes)
        case .oldOffice: self = FileFormat(inCompoundFile: bytes)
        case let format: self = format
        }
    }

    /// By the bytes that a file of a format begins with.
    private static func signed(_ bytes: [UInt8]) -> Self? {
        for (signature, format) in signatures where bytes.starts(with: signature) { return format }
        // A tape archive names its format behind the first name; a film or a photo of a telephone behind its length.
        if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return .otherArchive }
        if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) {
            return ["heic", "heix", "mif1", "avif"].contains { bytes[8..<12].elementsEqual($0.utf8) }
                ? .picture : .recording
        }
        if bytes.count > 12, bytes.starts(with: "RIFF".utf8) {
            return bytes[8..<12].elementsEqual("WEBP".utf8) ? .picture : .recording
        }
        return nil
    }

    private static let signatures: [([UInt8], FileFormat)] = [
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0x50, 0x4B, 0x07, 0x08], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldOffice),
        // The workbooks of before there were compound files: Excel 2 to 5.
        ([0x09, 0x00, 0x04, 0x00], .oldWorkbook),
        ([0x09, 0x02, 0x06, 0x00], .oldWorkbook),
        ([0x09, 0x04, 0x06, 0x00], .oldWorkbook),
        ([0x09, 0x08, 0x08, 0x00], .oldWorkbook),
        (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .richText),
        (Array("Rar!".utf8), .rar),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        ([0x1F, 0x8B], .otherArchive),
        (Array("BZh91AY&SY".utf8), .otherArchive),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .otherArchive),
        (Array("MSCF".utf8), .otherArchive),
        ([0x89, 0x50, 0x4E, 0x47], .picture),
        ([0xFF, 0xD8, 0xFF], .picture),
        (Array("GIF8".utf8), .picture),
        ([0x49, 0x49, 0x2A, 0x00], .picture),
        ([0x4D, 0x4D, 0x00, 0x2A], .picture),
        (Array("ID3\u{3}\0".utf8), .recording),
        (Array("ID3\u{4}\0".utf8), .recording),
        ([0x1A, 0x45, 0xDF, 0xA3], .recording),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], .shortcut),
        (Array("[InternetShortcut]".utf8), .shortcut),
        ([0x7F, 0x45, 0x4C, 0x46], .program),
        ([0x4D, 0x5A, 0x90, 0x00], .program),
    ]

    /// By the markup that a text begins with.
    private static func marked(_ bytes: [UInt8]) -> Self? {
        // Letters of UTF-16 are those of ASCII with zeros between them; marks of byte order and blanks come first.
        let letters = bytes.prefix(8_192).filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 0x20 }
        guard let first = letters.first, "<MmFf".utf8.contains(first) else { return nil }
        let text = String(decoding: letters, as: UTF8.self).lowercased()
        if text.hasPrefix("mime-version:") || text.hasPrefix("from:") && text.contains("multipart/related") {
            return .webArchive
        }
        guard text.hasPrefix("<") else { return nil }
        if text.hasPrefix("<?xml") || text.hasPrefix("<?mso-") {
            if text.contains("<html") { return .webPage }
            if text.contains("opendocument.spreadsheet") { return .openSpreadsheet }
            if text.contains("oasis.opendocument") { return .openDocument }
            if text.contains("excel.sheet") || text.contains("office:spreadsheet") { return .workbookXML }
            if text.contains("word.document") || text.contains("wordml") || text.contains("2006/xmlpackage") {
                return .documentXML
            }
            return .otherXML
        }
        let tags = [
            "<!doctype", "<html", "<head", "<body", "<meta", "<style", "<script", "<table", "<div", "<!--", "<title",
        ]
        return tags.contains { text.hasPrefix($0) } ? .webPage : nil
    }
}
