internal import Glibc

/// The parts of an office file and how they refer to one another, after ECMA-376 part 2.
struct OfficePackage: Sendable {
    let limits: PackageLimits
    private var archive: ZipArchive

    init(_ bytes: [UInt8], limits: PackageLimits) throws(OfficeFileError) {
        self.limits = limits
        archive = try ZipArchive(bytes, limits: limits)
    }

    /// The part that the rest hangs on, where it is of the kind expected.
    func mainPart(of kind: OfficeFileKind) throws(OfficeFileError) -> String {
        guard let main = try mainPart() else { throw OfficeFileError(.otherFormat(FileFormat(of: self))) }
        let contentType = try contentType(of: main).lowercased()
        guard kind.has(contentType) else {
            throw OfficeFileError(.otherFormat(FileFormat(contentType: contentType)), part: main)
        }
        return main
    }

    /// Nil where the archive is no package.
    private func mainPart() throws(OfficeFileError) -> String? {
        guard archive["_rels/.rels"] != nil, archive["[Content_Types].xml"] != nil else { return nil }
        return try relationships(of: "").first { $0.type == "officeDocument" }?.target
    }

    /// Nil where the archive is no package, or a damaged one.
    var contentTypeOfMainPart: String? {
        guard let main = try? mainPart() else { return nil }
        return try? contentType(of: main)
    }

    /// A part of at most `limit` bytes as it is; nil where there is none, or it is larger or damaged.
    func text(of part: String, upTo limit: Int) -> String? {
        guard size(of: part) <= limit, var stream = try? archive.open(part) else { return nil }
        var block = [UInt8](repeating: 0, count: limit + 1)
        let count = try? block.withUnsafeMutableBufferPointer { try stream.read(into: $0) }
        return count.map { String(decoding: block[..<$0], as: UTF8.self) }
    }

    /// Whether the package has the part.
    func contains(_ part: String) -> Bool { archive[part] != nil }

    /// The size of a part, inflated; 0 where the package does not have it.
    func size(of part: String) -> Int { archive[part]?.size ?? 0 }

    /// The same package with a part of at most `limit` bytes inflated, for one that is gone through several times.
    func holding(_ part: String, upTo limit: Int) -> OfficePackage {
        var package = self
        package.archive.hold(part, upTo: limit)
        return package
    }

    /// A part to be read from its start.
    func open(_ part: String) throws(OfficeFileError) -> XMLReader {
        guard let stream = try archive.open(part) else { throw OfficeFileError(.missingPart, part: part) }
        return XMLReader(stream)
    }

    /// Whether a part may hold markup of this name: false where its bytes do not have it, which is found out far sooner
    /// than by reading the markup. True of a part in UTF-16, whose bytes are not looked at.
    func mayHold(_ name: StaticString, in part: String) throws(OfficeFileError) -> Bool {
        guard var stream = try archive.open(part) else { throw OfficeFileError(.missingPart, part: part) }
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { block.deallocate() }
        // The end of a block is looked at again with the start of the next.
        let overlap = name.utf8CodeUnitCount - 1
        var kept = 0
        while true {
            let count = try stream.read(into: UnsafeMutableBufferPointer(rebasing: block[kept...]))
            guard count > 0 else { return false }
            // Markup in UTF-8 has no zero among its first bytes, nor these two.
            if kept == 0, block[0] >= 0xFE || block[0] == 0 || count > 1 && block[1] == 0 { return true }
            let filled = kept + count
            if UnsafeBufferPointer(rebasing: block[..<filled]).holds(name) { return true }
            kept = min(overlap, filled)
            for offset in 0..<kept { block[offset] = block[filled - kept + offset] }
        }
    }

    /// As ``open(_:)``, of a part whose content is to be held in memory.
    func openSmall(_ part: String) throws(OfficeFileError) -> XMLReader {
        if let entry = archive[part], entry.size > limits.partInMemory {
            throw OfficeFileError(.partTooLarge(limit: limits.partInMemory), part: part)
        }
        return try open(part)
    }

    /// What a part refers to, outside resources apart; nothing where it has no relationships. The package itself has
    /// the name "".
    func relationships(of part: String) throws(OfficeFileError) -> [Relationship] {
        let path = Relationship.part(describing: part)
        guard contains(path) else { return [] }
        var relationships: [Relationship] = []
        var xml = try openSmall(path)
        while let event = try xml.next() {
            guard event == .start, xml.isAt(.packageRelationships, "Relationship") else { continue }
            guard xml.attribute("TargetMode") != "External", let id = xml.attribute("Id"),
                let type = xml.attribute("Type"), let target = xml.attribute("Target")
            else { continue }
            guard relationships.count < limits.parts else { throw xml.error(.tooManyParts(limit: limits.parts)) }
            relationships.append(Relationship(id: id, type: type, target: target, of: part))
        }
        return relationships
    }

    /// Empty where the package gives none.
    private func contentType(of part: String) throws(OfficeFileError) -> String {
        let fileExtension = part.lastIndex(of: ".").map { part[part.index(after: $0)...].lowercased() }
        var byExtension = ""
        var xml = try openSmall("[Content_Types].xml")
        while let event = try xml.next() {
            guard event == .start else { continue }
            if xml.isAt(.contentTypes, "Override"), let name = xml.attribute("PartName"),
                name.lowercased() == "/" + part.lowercased()
            {
                return xml.attribute("ContentType") ?? ""
            }
            if xml.isAt(.contentTypes, "Default"), xml.attribute("Extension")?.lowercased() == fileExtension {
                byExtension = xml.attribute("ContentType") ?? ""
            }
        }
        return byExtension
    }
}

extension OfficeFileKind {
    /// Whether a part of this content type, in lower case, is what a file of the kind hangs on.
    func has(_ contentType: String) -> Bool { contentTypes.contains { $0.lowercased() == contentType } }

    private var contentTypes: [String] {
        let prefix = "application/vnd.openxmlformats-officedocument."
        let macros = "application/vnd.ms-"
        return switch self {
        case .workbook:
            [
                prefix + "spreadsheetml.sheet.main+xml", prefix + "spreadsheetml.template.main+xml",
                macros + "excel.sheet.macroEnabled.main+xml", macros + "excel.template.macroEnabled.main+xml",
            ]
        case .document:
            [
                prefix + "wordprocessingml.document.main+xml", prefix + "wordprocessingml.template.main+xml",
                macros + "word.document.macroEnabled.main+xml", macros + "word.template.macroEnabledTemplate.main+xml",
            ]
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ word: StaticString) -> Bool {
        guard var place = baseAddress else { return false }
        let end = place + count
        while let next = memchr(place, Int32(word.utf8Start.pointee), end - place) {
            place = UnsafePointer(next.assumingMemoryBound(to: UInt8.self))
            guard end - place >= word.utf8CodeUnitCount else { return false }
            if memcmp(place, word.utf8Start, word.utf8CodeUnitCount) == 0 { return true }
            place += 1
        }
        return false
    }
}
