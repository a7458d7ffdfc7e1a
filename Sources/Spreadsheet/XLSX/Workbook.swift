/// A workbook in the format that Excel, WPS and LibreOffice write since 2007, strict or transitional: its sheets, to be
/// read one row after the other. What all sheets share, their strings and styles, is read when it is opened.
package struct Workbook: Sendable {
    /// In the order of the tabs, hidden ones among them; sheets of charts are not.
    package let sheets: [WorkbookSheet]

    /// Those that people see, then those that are hidden from them.
    package var sheetsAsSeen: [WorkbookSheet] {
        sheets.filter { $0.visibility == .visible } + sheets.filter { $0.visibility != .visible }
    }

    /// - Parameter bytes: the whole file.
    package init(
        _ bytes: [UInt8], limits: PackageLimits = PackageLimits(), sheetLimits: SheetLimits = SheetLimits()
    ) throws(OfficeFileError) {
        let package = try OfficePackage(bytes, limits: limits)
        let main = try package.mainPart(of: .workbook)
        let relationships = try package.relationships(of: main)
        let index = try WorkbookIndex(package.openSmall(main), limits)
        var styles = CellStyles()
        if let part = Self.part("styles", of: relationships, in: package) {
            styles = try CellStyles(package.openSmall(part))
        }
        var strings = SharedStrings()
        if let part = Self.part("sharedStrings", of: relationships, in: package) {
            strings = try SharedStrings(package.open(part), cellLength: sheetLimits.cellLength, limits)
        }

        var sheets: [WorkbookSheet] = []
        var size = 0
        for entry in index.sheets where !entry.relationship.isEmpty {
            guard let relationship = relationships.first(where: { $0.id == entry.relationship }) else {
                throw OfficeFileError(.missingRelationship(id: entry.relationship), part: main)
            }
            guard relationship.type == "worksheet" else { continue }
            let part = relationship.target
            guard package.contains(part) else { throw OfficeFileError(.missingPart, part: part) }
            guard !sheets.contains(where: { $0.part == part }) else {
                throw OfficeFileError(.duplicatePart, part: part)
            }
            size += package.size(of: part)
            guard size <= limits.size else { throw OfficeFileError(.tooLarge(limit: limits.size)) }
            sheets.append(
                WorkbookSheet(
                    name: entry.name, visibility: entry.visibility, part: part, package: package,
                    contents: SheetContents(
                        strings: strings, styles: styles, startsIn1904: index.startsIn1904, limits: sheetLimits)))
        }
        guard !sheets.isEmpty else { throw OfficeFileError(.noSheets, part: main) }
        self.sheets = sheets
    }

    /// The part of a type, where the workbook has it.
    private static func part(
        _ type: String, of relationships: [Relationship], in package: OfficePackage
    ) -> String? {
        relationships.first { $0.type == type && package.contains($0.target) }?.target
    }
}
