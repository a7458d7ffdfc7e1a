import Alerts
import Assessment
import Collection
import Configuration
import Delivery
package import FEEL
import Foundation
internal import Review
package import Standards

/// What a check of the configuration found: what there is, and everything that is wrong.
package struct ConfigurationReport: Sendable {
    package struct EditionReport: Sendable {
        package let edition: Edition
        /// Faults of rules that do not forbid a run.
        package let warnings: [String]
        /// The titles of the forms that documents are read as.
        package let forms: [String]
        package let overlays: [String]
    }

    package struct PipelineReport: Sendable {
        package let definition: PipelineDefinition
        package let receivers: Int
        /// Nil where an authority's word stands for its people.
        package let actors: Int?
    }

    package var editions: [EditionReport] = []
    package var pipelines: [PipelineReport] = []
    /// What does not forbid a run and should be mended all the same, of no edition in particular.
    package var warnings: [String] = []
    /// Each with its place and remedy; empty where nothing is wrong.
    package var failures: [String] = []
}

extension Installation {
    /// Validates pipelines, editions, rules, overlays, forms, alerts and reference tables; changes nothing.
    ///
    /// - Parameters:
    ///   - pipeline: one pipeline's file; nil for every pipeline of the folder `pipelines`, and every edition.
    ///   - today: the day from which on the lists of working days should reach far enough.
    package func check(pipeline: String?, today: CalendarDate) -> ConfigurationReport {
        var report = ConfigurationReport()
        func attempt(_ body: () throws(Failure) -> Void) {
            do throws(Failure) { try body() } catch { report.failures.append(error.message) }
        }
        var definitions: [PipelineDefinition] = []
        var ids = pipeline == nil ? editionIDs : []
        for file in pipeline.map({ [$0] }) ?? Self.pipelineFiles {
            attempt { () throws(Failure) in
                let definition = try self.pipeline(file)
                definitions.append(definition)
                if !ids.contains(definition.edition) { ids.append(definition.edition) }
            }
        }
        var editions: [String: Edition] = [:]
        for id in ids {
            attempt { () throws(Failure) in
                let rules = try rules(id)
                editions[id] = rules.edition
                _ = try programmes(of: rules.edition)
                report.editions.append(
                    ConfigurationReport.EditionReport(
                        edition: rules.edition, warnings: rules.warnings.map(\.description),
                        forms: try crosswalks(for: rules.edition).map(\.title),
                        overlays: rules.overlays.map(\.title)))
            }
        }
        for definition in definitions {
            guard let edition = editions[definition.edition] else { continue }
            attempt { () throws(Failure) in
                let configuration = try alerts(definition.alerts, for: edition)
                try checkSecrets(configuration)
                _ = try definition.log.signer()
                let actors = try definition.actors.map { file throws(Failure) in try permission(file).actors }
                report.pipelines.append(
                    ConfigurationReport.PipelineReport(
                        definition: definition, receivers: configuration.alerts.receivers.count,
                        actors: actors?.actors.count))
            }
        }
        attempt { () throws(Failure) in try checkReports(definitions) }
        var provinces: Set<String> = []
        attempt { () throws(Failure) in
            provinces = Set(try regions().names.codes.filter { $0.hasSuffix("0000") })
        }
        // What an edition that is wrong refers to cannot be known: it is told above, and mended first.
        if ids.allSatisfy({ editions[$0] != nil }) {
            let known = Dictionary(
                uniqueKeysWithValues: editionIDs.compactMap { id in
                    (editions[id] ?? (try? edition(id))).map { edition in
                        (
                            id,
                            Duty.Known(
                                documents: edition.documents.map(\.id), provinces: provinces,
                                filings: edition.filings.map(\.id))
                        )
                    }
                })
            for file in calendarFiles(of: definitions) {
                // A pipeline that could not be read has told of its calendar already.
                let told = report.failures.joined(separator: "\n")
                attempt { () throws(Failure) in
                    do throws(Failure) {
                        _ = try calendars(in: file, known: known)
                    } catch {
                        if !told.contains(error.message.split(separator: "\n").last ?? "") { throw error }
                    }
                }
            }
        }
        attempt { () throws(Failure) in
            let horizon = today.adding(days: Self.daysAhead)
            report.warnings += try workdays().unlistedYears(from: today, through: horizon).map(Workdays.unlisted)
        }
        return report
    }

    /// Reminders look so many days ahead: thirty working days and the longest holidays among them.
    private static let daysAhead = 60

    /// The calendars of the installation and of its pipelines, each once.
    private func calendarFiles(of definitions: [PipelineDefinition]) -> [URL] {
        let files = [calendarFile].compactMap(\.self) + definitions.map(\.calendarFile)
        var seen: Set<String> = []
        return files.filter { seen.insert($0.resolvingSymlinksInPath().standardizedFileURL.path).inserted }
    }

    /// Secrets in files can be looked at beforehand; those in the environment are where the program is started.
    private func checkSecrets(_ configuration: DeliveryConfiguration) throws(Failure) {
        let vault = SecretVault(environment: [:])
        let issues = configuration.ways.secrets.compactMap { $0.issue(vault) }
        guard issues.isEmpty else { throw Failure(.configuration, "告警配置有误：\n\(ConfigurationError(issues))") }
    }

    /// Two editions write their pages to two folders, or the later run would take the pages of the other away.
    private func checkReports(_ definitions: [PipelineDefinition]) throws(Failure) {
        let folders = Dictionary(grouping: definitions) { URL(filePath: $0.reports).standardizedFileURL.path }
        for (folder, sharing) in folders.sorted(by: { $0.key < $1.key })
        where Set(sharing.map(\.edition)).count > 1 {
            throw Failure(
                .configuration,
                "流水线 \(sharing.map(\.id).sorted().joined(separator: "、")) 依据不同的标准，而报告都写到 \(folder)，"
                    + "会互相覆盖。请各用一个目录。")
        }
    }

    /// Files of the folder `pipelines` that are pipelines; people, alerts and calendars are read with them.
    private static var pipelineFiles: [String] {
        pipelineNames(in: URL(filePath: "pipelines")).map { "pipelines/\($0)" }
    }

    /// The editions of the pipelines at hand that read an alerts configuration; one that is wrong says so when it is run.
    func editions(alertedBy file: URL) -> Set<String> {
        let path = file.standardizedFileURL.path
        return Set(
            Self.pipelineFiles.compactMap { try? pipeline($0) }
                .filter { $0.alerts.standardizedFileURL.path == path && editionIDs.contains($0.edition) }.map(\.edition)
        )
    }

    /// The alerts files of the pipelines at hand, and the usual one, each with an edition that it tells the alerts of: the
    /// preferred one where it does.
    func alertsFiles(preferring edition: String) -> [(file: URL, edition: String)] {
        let files = ["pipelines/alerts.yml"] + Self.pipelineFiles.compactMap { try? pipeline($0).alerts.path }
        var seen: Set<String> = []
        return files.map { URL(filePath: $0) }.filter { seen.insert($0.standardizedFileURL.path).inserted }.map {
            file in
            let editions = editions(alertedBy: file)
            return (file, editions.contains(edition) ? edition : editions.min() ?? edition)
        }
    }

    static func pipelineNames(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        // Beside them lie actors.yml, alerts.yml, industry-alerts.yml and calendar.yml, which they name.
        let isNamed: (String) -> Bool = { name in
            ["actors.yml", "alerts.yml", "calendar.yml"].contains { name.hasSuffix($0) }
        }
        return names.filter { $0.hasSuffix(".yml") && !isNamed($0) }.sorted()
    }
}
