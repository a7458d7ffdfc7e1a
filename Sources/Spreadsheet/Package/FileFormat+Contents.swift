extension FileFormat {
    /// What a zip archive is, by the parts that it has. One that cannot be read is an archive, and no more is known.
    init(inArchive bytes: [UInt8]) {
        guard let package = try? OfficePackage(bytes, limits: PackageLimits()) else {
            self = .zip
            return
        }
        self = FileFormat(of: package)
    }

    init(of package: OfficePackage) {
        if let contentType = package.contentTypeOfMainPart?.lowercased() {
            self = FileFormat(contentType: contentType)
        } else if package.contains("OFD.xml") {
            self = .fixedLayout
        } else if package.contains("Index/Document.iwa") || package.contains("Index.zip") {
            self = .appleDocument
        } else if let type = package.text(of: "mimetype", upTo: 200), type.contains("opendocument") {
            self = type.contains("spreadsheet") ? .openSpreadsheet : .openDocument
        } else {
            self = .zip
        }
    }

    /// By the content type of the part that the others hang on, in lower case.
    init(contentType: String) {
        if OfficeFileKind.workbook.has(contentType) {
            self = .workbook
        } else if OfficeFileKind.document.has(contentType) {
            self = .document
        } else if contentType.contains("sheet.binary") {
            self = .binaryWorkbook
        } else if contentType.contains("presentation") || contentType.contains("powerpoint") {
            self = .presentation
        } else {
            self = .other
        }
    }

    /// What a compound file is, by the streams that its directory names.
    init(inCompoundFile bytes: [UInt8]) {
        let kinds: [(stream: String, format: FileFormat)] = [
            ("EncryptedPackage", .encrypted), ("\u{9}DRMContent", .encrypted), ("Workbook", .oldWorkbook),
            ("Book", .oldWorkbook), ("WordDocument", .oldDocument), ("PowerPoint Document", .oldPresentation),
            ("__properties_version1.0", .mail),
        ]
        let names = Self.streams(of: bytes, among: kinds.map(\.stream))
        self = kinds.first { names.contains($0.stream) }?.format ?? .oldOffice
    }

    /// Which of `names` are entries of the directory of a compound file. Entries are 128 bytes each, and sectors a
    /// multiple of that: a name in UTF-16 with zeros behind it, then the length of both.
    private static func streams(of bytes: [UInt8], among names: [String]) -> Set<String> {
        let encoded: [(name: String, letters: [UInt8])] = names.map { name in
            (name, name.utf16.reduce(into: []) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] } + [0, 0])
        }
        var found: Set<String> = []
        for entry in stride(from: 0, through: bytes.count - 128, by: 128) {
            for (name, letters) in encoded
            where bytes[entry] == letters[0] && bytes[entry + 64] == letters.count && bytes[entry + 65] == 0
                && bytes[entry..<entry + letters.count].elementsEqual(letters)
            {
                found.insert(name)
            }
        }
        return found
    }
}
