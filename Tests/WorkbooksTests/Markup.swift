import Foundation
import FoundationXML

@testable import Spreadsheet

/// What the parts of a workbook say, for tests of what we write.
struct Markup {
    private let archive: ZipArchive

    init(_ path: String) throws {
        archive = try ZipArchive(SourceFile(path: path, name: "").bytes, limits: PackageLimits())
    }

    func contains(_ part: String) -> Bool { archive[part] != nil }

    /// The part as a document.
    func root(of part: String) throws -> XMLElement {
        guard var stream = try archive.open(part) else { throw OfficeFileError(.missingPart, part: part) }
        var bytes: [UInt8] = []
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
        defer { block.deallocate() }
        while case let count = try stream.read(into: block), count > 0 { bytes += block.prefix(count) }
        let document = try XMLDocument(data: Data(bytes))
        guard let root = document.rootElement() else { throw OfficeFileError(.damagedPart, part: part) }
        return root
    }

    /// The elements of a name, however deep.
    func elements(_ name: String, of part: String) throws -> [XMLElement] {
        try root(of: part).descendants(name)
    }

    /// The fill of a cell as eight hexadecimal digits; nil where it has none.
    func fill(of cell: String, in part: String) throws -> String? {
        let cells = try elements("c", of: part)
        guard let style = cells.first(where: { $0["r"] == cell })?["s"].flatMap({ Int($0) }) else { return nil }
        let styles = try root(of: "xl/styles.xml")
        let format = styles.descendants("cellXfs")[0].elements(forName: "xf")[style]
        guard let fill = format["fillId"].flatMap({ Int($0) }) else { return nil }
        return styles.descendants("fills")[0].elements(forName: "fill")[fill].descendants("fgColor").first?["rgb"]
    }

    /// Whether a cell may be changed while its sheet is protected.
    func isOpen(_ cell: String, in part: String) throws -> Bool {
        let cells = try elements("c", of: part)
        guard let style = cells.first(where: { $0["r"] == cell })?["s"].flatMap({ Int($0) }) else { return false }
        let format = try root(of: "xl/styles.xml").descendants("cellXfs")[0].elements(forName: "xf")[style]
        return format.descendants("protection").first?["locked"] == "0"
    }
}

extension XMLElement {
    subscript(name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }

    func descendants(_ name: String) -> [XMLElement] {
        (children ?? []).compactMap { $0 as? XMLElement }
            .flatMap { ($0.localName == name ? [$0] : []) + $0.descendants(name) }
    }
}
