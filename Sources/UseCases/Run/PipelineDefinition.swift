package import Configuration
package import Collection
package import Foundation
package import Standards

/// What a scheduled run does, as `pipelines/<id>.yml` says it.
package struct PipelineDefinition: Sendable {
    package let id: String
    package let title: String
    /// Id of the standard, a folder of `data/standards`.
    package let edition: String
    /// Folders and files to collect, relative to the working directory, each with the authority of what lies in it.
    package let inbox: [InboxRoot]
    package let quarantine: String
    /// The folder that keeps what was taken in; nil for the one beside the database.
    package let archive: String?
    /// What is due when under the edition.
    package let calendar: ReportingCalendar
    /// The file that says so.
    package let calendarFile: URL
    /// The folder that pages are written to.
    package let reports: String
    /// Whether others on the machine may read the pages; nothing else is for them.
    package let isReportPublished: Bool
    /// The alerts configuration.
    package let alerts: URL
    /// The list of people who may decide; nil where an authority's word stands for its people.
    package let actors: URL?
    /// How heads of the log are signed.
    package let log: LogSettings

    /// Reads and checks `file` whole.
    /// - Throws: ``ConfigurationError`` with every issue.
    package init(file: URL) throws(ConfigurationError) {
        let log = IssueLog()
        let definition = Self.read(file, log)
        guard let definition, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        self = definition
    }

    private init(
        id: String, title: String, edition: String, inbox: [InboxRoot], quarantine: String, archive: String?,
        calendar: ReportingCalendar, calendarFile: URL, reports: String, isReportPublished: Bool, alerts: URL,
        actors: URL?, log: LogSettings
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.inbox = inbox
        self.quarantine = quarantine
        self.archive = archive
        self.calendar = calendar
        self.calendarFile = calendarFile
        self.reports = reports
        self.isReportPublished = isReportPublished
        self.alerts = alerts
        self.actors = actors
        self.log = log
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
            root,
            [
                "id", "title", "edition", "inbox", "quarantine", "archive", "calendar", "reports", "published",
                "alerts",
                "actors", "log",
            ])
        let edition = fields.text("edition")
        let folder = file.deletingLastPathComponent()
        let calendars = fields.required("calendar").flatMap { Self.calendars($0, in: folder, log) }
        return PipelineDefinition(
            id: fields.text("id"), title: fields.text("title"), edition: edition,
            inbox: fields.required("inbox").map(Self.roots) ?? [], quarantine: fields.text("quarantine"),
            archive: fields.optional("archive")?.text, calendar: calendars?[edition] ?? .usual,
            calendarFile: folder.appending(path: fields.optional("calendar")?.rawText ?? ""),
            reports: fields.text("reports"),
            isReportPublished: fields.optional("published").map(Self.publishesReports) ?? false,
            alerts: folder.appending(path: fields.text("alerts")),
            actors: (fields.optional("actors")?.text).map { folder.appending(path: $0) },
            log: fields.optional("log").map(LogSettings.init) ?? .unsigned)
    }

    /// The folders of the inbox; one that is written without a list gets the same advice as one in a list.
    private static func roots(_ entry: YAMLEntry) -> [InboxRoot] {
        entry.rawText == nil ? entry.items.map(root) : [root(entry)]
    }

    /// `{path: var/inbox/submissions, authority: secretariat}`, an authority with the region it speaks for where it has
    /// one.
    private static func root(_ entry: YAMLEntry) -> InboxRoot {
        if let path = entry.rawText {
            entry.report(
                expected: "应写明目录里的文件以谁的名义", found: "只写了“\(path)”",
                remedy: "请写成 {path: \(path)/submissions, authority: secretariat} 和 "
                    + "{path: \(path)/registers, authority: authority} 两项，把秘书处报送的与主管部门登记的分开存放")
            return InboxRoot(path: path, authority: .secretariat)
        }
        let fields = YAMLFields(entry, ["path", "authority", "region"])
        let authority: Authority = fields.required("authority")?.word() ?? .secretariat
        let region = fields.optional("region")
        if let region {
            if authority == .secretariat {
                region.report(expected: "只有主管部门才有地区", remedy: "请删去 region")
            } else if !RegionCode.isCode(region.text) {
                region.report(expected: "应为 GB/T 2260 六位代码", remedy: "请写成 \"430000\" 的样子；全国的不写")
            }
        }
        return InboxRoot(path: fields.text("path"), authority: authority, region: region?.rawText ?? "")
    }

    /// `published: [reports]`: what others than the operator may read.
    private static func publishesReports(_ entry: YAMLEntry) -> Bool {
        for item in entry.items where item.rawText != "reports" {
            item.report(
                expected: "只有 reports 可以公开", found: "写了“\(item.text)”", remedy: "请写成 published: [reports]，或删去这一项")
        }
        return !entry.items.isEmpty
    }

    /// The calendars of the file that `entry` names, in `folder`.
    private static func calendars(_ entry: YAMLEntry, in folder: URL, _ log: IssueLog) -> Calendars? {
        do throws(ConfigurationError) {
            return try Calendars.load(from: folder.appending(path: entry.text))
        } catch {
            error.issues.forEach(log.add)
            return nil
        }
    }
}
