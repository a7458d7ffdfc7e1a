import Configuration
import Foundation
import Standards

/// Reads the parts of `alerts.yml`. What is wrong goes to the log of the document, and reading goes on.
struct ConfigurationReader {
    let vocabulary: Vocabulary
    /// The keys of the file that other rooms read.
    let others: [String]

    func configuration(_ entry: YAMLEntry) -> AlertsConfiguration {
        let fields = YAMLFields(
            entry, ["alerts", "operations", "receivers", "time_intervals", "route", "inhibit_rules"] + others)
        let receivers = receivers(fields.items("receivers"))
        let windows = windows(fields.optional("time_intervals")?.items ?? [])
        let routes = RouteReader(vocabulary: vocabulary, receivers: receivers.map(\.name), windows: windows)
        return AlertsConfiguration(
            rules: rules(fields.required("alerts")),
            receivers: receivers,
            route: routes.root(fields.required("route")),
            inhibitRules: fields.optional("inhibit_rules")?.items.map(inhibitRule) ?? [],
            operations: fields.optional("operations").map(Operations.init) ?? Operations(), windows: windows)
    }

    // MARK: - Alerts

    private func rules(_ entry: YAMLEntry?) -> AlertRules {
        guard let entry else { return AlertRules(outcomes: [:], verdicts: [:], deadline: nil) }
        let fields = YAMLFields(entry, ["outcomes", "verdicts", "duties", "remedy_deadline"])
        return AlertRules(
            outcomes: severities(
                fields.required("outcomes"), of: ClauseOutcome.alerting.map { ($0.rawValue, $0) }),
            verdicts: severities(fields.optional("verdicts"), of: vocabulary.verdicts.map { ($0, $0) }),
            duties: severities(fields.optional("duties"), of: DutyStanding.Outcome.allCases.map { ($0.rawValue, $0) }),
            deadline: fields.optional("remedy_deadline")?.dayOfYear)
    }

    private func severities<Key: Hashable>(_ entry: YAMLEntry?, of keys: [(String, Key)]) -> [Key: Severity] {
        (entry?.pairs ?? []).reduce(into: [:]) { severities, pair in
            guard let key = pair.key.word(among: keys), let severity: Severity = pair.value.word() else { return }
            severities[key] = severity
        }
    }

    // MARK: - Receivers

    /// What planning has to know of each receiver; its way, and unknown keys, are looked at with the way.
    private func receivers(_ entries: [YAMLEntry]) -> [Receiver] {
        var names: Set<String> = []
        return entries.map { entry in
            let name = entry["name"]
            if name == nil { entry.report(expected: "应有“name”", found: "没有写", remedy: "请补上") }
            let receiver = Receiver(name: name?.text ?? "", sendsResolved: entry["send_resolved"]?.truth ?? true)
            if let name, !names.insert(receiver.name).inserted {
                name.report(expected: "接收者的名称应不重复", remedy: "请换一个名称")
            }
            return receiver
        }
    }

    // MARK: - Times

    private func windows(_ entries: [YAMLEntry]) -> [TimeWindow] {
        var names: Set<String> = []
        return entries.map { entry in
            let fields = YAMLFields(entry, ["name", "workdays", "hours", "dates"])
            let name = fields.required("name")
            if let name, !names.insert(name.text).inserted {
                name.report(expected: "时段的名称应不重复", remedy: "请换一个名称")
            }
            return TimeWindow(
                name: name?.text ?? "", minutes: fields.optional("hours")?.minutesOfDay ?? 0..<1_440,
                onWorkdaysOnly: fields.optional("workdays")?.truth ?? false,
                days: fields.optional("dates")?.items.compactMap(\.days) ?? [])
        }
    }

    // MARK: - Inhibition

    private func inhibitRule(_ entry: YAMLEntry) -> InhibitRule {
        let fields = YAMLFields(entry, ["source_matchers", "target_matchers", "equal"])
        return InhibitRule(
            source: (fields.required("source_matchers")?.matchers(knowing: vocabulary) ?? []),
            target: (fields.required("target_matchers")?.matchers(knowing: vocabulary) ?? []),
            equal: fields.required("equal")?.labels ?? [])
    }
}
