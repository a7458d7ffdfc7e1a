package import Configuration
import FEEL
package import Foundation

/// What is due when, by the id of the edition: `pipelines/calendar.yml`.
package struct Calendars: Sendable, Hashable {
    private let byEdition: [String: ReportingCalendar]

    package init(_ byEdition: [String: ReportingCalendar] = [:]) {
        self.byEdition = byEdition
    }

    /// The calendar of an edition; the usual one where none is written down for it.
    package subscript(edition: String) -> ReportingCalendar { byEdition[edition] ?? .usual }

    /// Ids of the editions that have one.
    package var editions: [String] { byEdition.keys.sorted() }

    /// The key of the reminders of all duties that set none of their own; every other key is the id of an edition.
    private static let remindersKey = "reminders"

    /// Reads `file`, whose keys are ids of editions.
    ///
    /// - Parameter known: what the calendar of each edition may refer to, by the edition's id; nil where nobody checks.
    /// - Throws: everything that is wrong, each with its place.
    package static func load(
        from file: URL, known: [String: Duty.Known]? = nil
    ) throws(ConfigurationError) -> Calendars {
        let log = IssueLog()
        guard let data = try? Data(contentsOf: file) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: file.path, line: 0, column: 0, expected: "应有日历文件", found: "打不开", remedy: "请检查路径和权限")
            ])
        }
        let root = YAMLDocument(name: file.lastPathComponent, data: data, log: log).root
        let pairs = root?.pairs ?? []
        let reminders = root?[remindersKey].map { Reminders($0, fallback: .usual) } ?? .usual
        let calendars = pairs.filter { $0.key.rawText != remindersKey }.map { key, value in
            if let known, known[key.text] == nil {
                _ = key.word(among: (known.keys + [remindersKey]).sorted().map { ($0, $0) })
            }
            return (key.text, ReportingCalendar(value, reminders: reminders, known: known?[key.text]))
        }
        guard log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return Calendars(Dictionary(calendars, uniquingKeysWith: { first, _ in first }))
    }
}
