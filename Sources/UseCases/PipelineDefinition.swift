package import Configuration
package import Foundation
import Standards

/// What a scheduled run does, as `pipelines/<id>.yml` says it.
package struct PipelineDefinition: Sendable {
    package let id: String
    package let title: String
    /// Id of the standard, a folder of `data/standards`.
    package let edition: String
    /// Folders and files to collect, as written: relative to the working directory.
    package let inbox: [String]
    package let quarantine: String
    /// The folder that keeps what was taken in; nil for the one beside the database.
    package let archive: String?
    package let calendar: ReportingCalendar
    /// The folder that pages are written to.
    package let reports: String
    /// The alerts configuration.
    package let alerts: URL

    /// Reads and checks `file` whole.
    /// - Throws: ``ConfigurationError`` with every issue.
    package init(file: URL) throws(ConfigurationError) {
        let log = IssueLog()
        let definition = Self.read(file, log)
        guard let definition, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        self = definition
    }

    private init(
        id: String, title: String, edition: String, inbox: [String], quarantine: String, archive: String?,
        calendar: ReportingCalendar, reports: String, alerts: URL
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.inbox = inbox
        self.quarantine = quarantine
        self.archive = archive
        self.calendar = calendar
        self.reports = reports
        self.alerts = alerts
    }

    private static func read(_ file: URL, _ log: IssueLog) -> PipelineDefinition? {
        let name = file.lastPathComponent
        guard let data = try? Data(contentsOf: file) else {
            log.add(
                ConfigurationIssue(
                    file: file.path(percentEncoded: false), line: 0, column: 0, expected: "应有这个流水线文件",
                    found: "打不开", remedy: "请检查路径，如 pipelines/municipal-annual.yml"))
            return nil
        }
        guard let root = YAMLDocument(name: name, data: data, log: log).root else { return nil }
        let fields = YAMLFields(
            root, ["id", "title", "edition", "inbox", "quarantine", "archive", "calendar", "reports", "alerts"])
        let calendar = fields.required("calendar").map(ReportingCalendar.init)
        return PipelineDefinition(
            id: fields.text("id"), title: fields.text("title"), edition: fields.text("edition"),
            inbox: fields.items("inbox").map(\.text), quarantine: fields.text("quarantine"),
            archive: fields.optional("archive")?.text, calendar: calendar ?? .usual, reports: fields.text("reports"),
            alerts: file.deletingLastPathComponent().appending(path: fields.text("alerts")))
    }
}
