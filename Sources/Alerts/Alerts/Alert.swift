/// An outcome that somebody has to know of: a clause of a consortium in a year, or the verdict on it.
package struct Alert: Sendable, Hashable, Codable, Identifiable {
    /// What people read.
    package struct Annotations: Sendable, Hashable, Codable {
        /// What would clear the year, and until when.
        package struct Remedy: Sendable, Hashable, Codable {
            /// An exact decimal, as text.
            package let amount: String
            package let unit: String
            package let text: String
            /// `2025-12-31`; nil where the configuration sets none.
            package let deadline: String?

            package init(amount: String, unit: String, text: String, deadline: String?) {
                self.amount = amount
                self.unit = unit
                self.text = text
                self.deadline = deadline
            }
        }

        /// So many facts an alert lists at most, the last line being how many more there are: the dossier has them all.
        static let factsListed = 6

        package let consortiumName: String
        /// The name of the province, its code where the name is not known.
        package let provinceName: String
        /// The clause as the source prints it.
        package let title: String
        /// 已触发, 疑似，待认定 …
        package let outcomeTitle: String
        /// One sentence: the outcome with its figures.
        package let summary: String
        /// The facts that the outcome rests on, a line each with where it was read.
        package let why: [String]
        /// The facts that are missing and would decide the outcome.
        package let missing: [String]
        package let remedy: Remedy?
        /// The dossier page, relative to the report's folder.
        package let page: String
        /// The command that shows the outcome in full.
        package let command: String

        package init(
            consortiumName: String, provinceName: String, title: String, outcomeTitle: String, summary: String,
            why: [String], missing: [String], remedy: Remedy?, page: String, command: String
        ) {
            self.consortiumName = consortiumName
            self.provinceName = provinceName
            self.title = title
            self.outcomeTitle = outcomeTitle
            self.summary = summary
            self.why = why
            self.missing = missing
            self.remedy = remedy
            self.page = page
            self.command = command
        }
    }

    package let fingerprint: Fingerprint
    package let severity: Severity
    /// Includes the severity.
    package let labels: LabelSet
    package let annotations: Annotations
    /// What made this alert: the code of the clause itself; of a verdict, the codes of the clauses and the ids of the
    /// earlier years' cases that brought it about.
    package let restsOn: Set<String>

    package var id: Fingerprint { fingerprint }

    package init(
        fingerprint: Fingerprint, severity: Severity, labels: LabelSet, annotations: Annotations, restsOn: Set<String>
    ) {
        var labels = labels
        labels[.severity] = severity.rawValue
        self.fingerprint = fingerprint
        self.severity = severity
        self.labels = labels
        self.annotations = annotations
        self.restsOn = restsOn
    }
}
