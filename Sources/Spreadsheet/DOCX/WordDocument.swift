/// A document in the format that Word and WPS write since 2007, strict or transitional: its text as a reader sees it
/// when every tracked change is accepted. Headers, notes, comments and text boxes are not part of it.
package struct WordDocument: Sendable, Hashable {
    package let blocks: [WordBlock]

    /// - Parameter bytes: the whole file.
    package init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(OfficeFileError) {
        let package = try OfficePackage(bytes, limits: limits)
        var reader = WordReader(try package.openSmall(package.mainPart(of: .document)))
        blocks = try reader.readDocument()
    }

    /// The tables in the order in which they start, those within others not among them.
    package var tables: [WordTable] {
        blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }
}
