package import Standards

/// Something wrong with data, as a report lists it.
package struct ReportFinding: Sendable, Hashable {
    package let severity: FindingSeverity
    /// What kind of finding it is: 数字无法识别, 计划调低 …
    package let title: String
    /// The consortium it concerns; nil where that is not known, as of a file that cannot be read.
    package let consortium: String?
    /// What was expected, what was found and what to do.
    package let text: String
    /// `填报表-2025.xlsx › 观测点!F31`; empty where it has no place.
    package let place: String
    /// Whether its sender answered it; the text says what.
    package let isAnswered: Bool

    package init(
        severity: FindingSeverity, title: String, consortium: String?, text: String, place: String,
        isAnswered: Bool = false
    ) {
        self.severity = severity
        self.title = title
        self.consortium = consortium
        self.text = text
        self.place = place
        self.isAnswered = isAnswered
    }
}
