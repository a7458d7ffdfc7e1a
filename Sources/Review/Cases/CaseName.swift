package import Standards

/// A case as people name it: `municipal-consortium-trial/C001/16.3/2025`, or without the edition.
package struct CaseName: Sendable, Hashable {
    /// Nil where it is not named.
    package let edition: String?
    package let consortium: String
    package let clause: String
    package let year: ReportingYear

    package init(consortium: String, clause: String, year: ReportingYear) {
        edition = nil
        self.consortium = consortium
        self.clause = clause
        self.year = year
    }

    /// - Returns: nil for what names no case.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
        guard parts.count == 3 || parts.count == 4, !parts.contains(""),
            let year = parts.last.flatMap({ ReportingYear(text: $0) })
        else { return nil }
        edition = parts.count == 4 ? parts[0] : nil
        consortium = parts[parts.count - 3]
        clause = parts[parts.count - 2]
        self.year = year
    }
}
