import Alerts
import Assessment
import Collection
import Configuration
import Delivery
import Foundation
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
    }

    package var editions: [EditionReport] = []
    package var pipelines: [PipelineReport] = []
    /// Each with its place and remedy; empty where nothing is wrong.
    package var failures: [String] = []
}

extension Installation {
    /// Validates pipelines, editions, rules, overlays, forms, alerts and reference tables; changes nothing.
    ///
    /// - Parameter pipeline: one pipeline's file; nil for every pipeline of the folder `pipelines`, and every edition.
    package func check(pipeline: String?) -> ConfigurationReport {
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
                report.pipelines.append(
                    ConfigurationReport.PipelineReport(
                        definition: definition, receivers: configuration.alerts.receivers.count))
            }
        }
        attempt { () throws(Failure) in try checkReports(definitions) }
        attempt { () throws(Failure) in _ = try regions() }
        return report
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

    /// Files of the folder `pipelines` that are pipelines; alerts and calendars are read with them.
    private static var pipelineFiles: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "pipelines")) ?? []
        return names.filter { $0.hasSuffix(".yml") && !["alerts.yml", "calendar.yml"].contains($0) }.sorted()
            .map { "pipelines/\($0)" }
    }
}
