/// What an office file says of itself in `docProps/core.xml` (ECMA-376 part 2, core properties).
package struct CoreProperties: Sendable {
    /// When it was last saved, as the file writes it: `2026-03-05T09:00:00Z`. Nil where it does not say.
    package private(set) var modified: String?

    /// In bytes; a day and a time have some twenty.
    private static let longest = 100

    /// - Parameter bytes: the whole file.
    package init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(OfficeFileError) {
        let package = try OfficePackage(bytes, limits: limits)
        let part = try package.relationships(of: "").first { $0.type == "core-properties" }?.target
        guard let part = part ?? (package.contains("docProps/core.xml") ? "docProps/core.xml" : nil),
            package.contains(part)
        else { return }
        var xml = try package.openSmall(part)
        while try xml.nextStart() {
            guard xml.isAt(.dublinCoreTerms, "modified") else { continue }
            var text: [UInt8] = []
            try xml.readText(into: &text, limit: Self.longest)
            if text.count <= Self.longest { modified = String(decoding: text, as: UTF8.self) }
        }
    }
}
