package import Standards

/// A recommendation to disqualify that nobody has yet decided on: a clause that was triggered in a year, and neither
/// waived nor executed.
package struct OpenCase: Sendable, Hashable {
    package let edition: String
    package let consortium: String
    package let clause: String
    package let year: ReportingYear
    /// Whether the window of the year is still open, so that corrections may close it.
    package let isProvisional: Bool

    package init(
        edition: String, consortium: String, clause: String, year: ReportingYear, isProvisional: Bool = false
    ) {
        self.edition = edition
        self.consortium = consortium
        self.clause = clause
        self.year = year
        self.isProvisional = isProvisional
    }

    /// `municipal-consortium-trial/C001/16.3/2025`
    package var id: String { "\(edition)/\(consortium)/\(clause)/\(year)" }
}
