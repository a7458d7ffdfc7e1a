package import FEEL

/// An outcome that somebody has to know of: a clause of a consortium in a year, or the verdict on it.
///
/// A value that never changes, and large: the states, situations and notifications of a night share it.
package final class Alert: Sendable, Hashable, Codable, Identifiable {
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
        package static let factsListed = 6

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
        /// What else is to be known of the outcome, such as that it is provisional; nil for nothing. It is no news by itself.
        package let note: String?
        /// The dossier page, relative to the report's folder.
        package let page: String
        /// The command that shows the outcome in full.
        package let command: String

        package init(
            consortiumName: String, provinceName: String, title: String, outcomeTitle: String, summary: String,
            why: [String], missing: [String], remedy: Remedy?, note: String? = nil, page: String, command: String
        ) {
            self.consortiumName = consortiumName
            self.provinceName = provinceName
            self.title = title
            self.outcomeTitle = outcomeTitle
            self.summary = summary
            self.why = why
            self.missing = missing
            self.remedy = remedy
            self.note = note
            self.page = page
            self.command = command
        }
    }

    /// The days on which a duty is called to mind. Between them its figures may change without a word: that a report
    /// grows point by point is no news. Another outcome is.
    package struct Schedule: Sendable, Hashable, Codable {
        /// `2026-03-20`, in order. A reminder of a night without a run is made good by the next run, once.
        package let days: [String]
        /// Whether the route's interval reminds once the days are over.
        package let thenByRoute: Bool
        /// Whether the end is told.
        package let tellsEnd: Bool

        package init(days: [CalendarDate], thenByRoute: Bool, tellsEnd: Bool) {
            self.days = days.sorted().map(\.description)
            self.thenByRoute = thenByRoute
            self.tellsEnd = tellsEnd
        }

        /// The first of the days after `day`.
        func day(after day: CalendarDate) -> CalendarDate? {
            days.lazy.compactMap { CalendarDate($0) }.first { $0 > day }
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
    /// When receivers are told of it, where that is by the calendar and not as it changes; nil for all others.
    package let schedule: Schedule?

    package var id: Fingerprint { fingerprint }

    package init(
        fingerprint: Fingerprint, severity: Severity, labels: LabelSet, annotations: Annotations, restsOn: Set<String>,
        schedule: Schedule? = nil
    ) {
        var labels = labels
        labels[.severity] = severity.rawValue
        self.fingerprint = fingerprint
        self.severity = severity
        self.labels = labels
        self.annotations = annotations
        self.restsOn = restsOn
        self.schedule = schedule
    }

    package static func == (left: Alert, right: Alert) -> Bool {
        left === right
            || left.fingerprint == right.fingerprint && left.severity == right.severity && left.labels == right.labels
                && left.annotations == right.annotations && left.restsOn == right.restsOn
                && left.schedule == right.schedule
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
