import Configuration
import Foundation
import Standards

/// Reads the parts of `alerts.yml`. What is wrong goes to the log of the document, and reading goes on.
struct ConfigurationReader {
    let vocabulary: Vocabulary
    /// The keys of the file that other rooms read.
    let others: [String]

    func configuration(_ entry: YAMLEntry) -> AlertsConfiguration {
        let fields = YAMLFields(entry, ["alerts", "receivers", "route", "inhibit_rules"] + others)
        let receivers = receivers(fields.items("receivers"))
        let names = receivers.map(\.name)
        return AlertsConfiguration(
            rules: rules(fields.required("alerts")),
            receivers: receivers,
            route: root(fields.required("route"), receivers: names),
            inhibitRules: fields.optional("inhibit_rules")?.items.map(inhibitRule) ?? [])
    }

    // MARK: - Alerts

    private func rules(_ entry: YAMLEntry?) -> AlertRules {
        guard let entry else { return AlertRules(outcomes: [:], verdicts: [:], deadline: nil) }
        let fields = YAMLFields(entry, ["outcomes", "verdicts", "remedy_deadline"])
        return AlertRules(
            outcomes: severities(
                fields.required("outcomes"), of: ClauseOutcome.alerting.map { ($0.rawValue, $0) }),
            verdicts: severities(fields.optional("verdicts"), of: vocabulary.verdicts.map { ($0, $0) }),
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

    // MARK: - Routes

    private func root(_ entry: YAMLEntry?, receivers: [String]) -> Route {
        // What the root does not set: everything in one message, a reminder a week.
        let defaults = Route(receiver: "", groupBy: [], repeatInterval: 7 * 86_400)
        guard let entry else { return defaults }
        let fields = YAMLFields(entry, ["receiver", "group_by", "repeat_interval", "routes"])
        _ = fields.required("receiver")
        let root = route(fields, matchers: [], continues: false, parent: defaults, receivers: receivers)
        if !root.routes.isEmpty, let entries = entry["routes"] {
            RouteReach(vocabulary: vocabulary).report(root.routes, at: entries.items)
        }
        return root
    }

    private func route(_ entry: YAMLEntry, parent: Route, receivers: [String]) -> Route {
        let fields = YAMLFields(
            entry, ["matchers", "receiver", "group_by", "repeat_interval", "continue", "routes"])
        return route(
            fields, matchers: matchers(fields.optional("matchers")),
            continues: fields.optional("continue")?.truth ?? false, parent: parent, receivers: receivers)
    }

    private func route(
        _ fields: YAMLFields, matchers: [Matcher], continues: Bool, parent: Route, receivers: [String]
    ) -> Route {
        let own = Route(
            receiver: fields.optional("receiver")?.receiver(among: receivers) ?? parent.receiver,
            groupBy: fields.optional("group_by")?.labels ?? parent.groupBy,
            repeatInterval: fields.optional("repeat_interval")?.duration ?? parent.repeatInterval)
        let children = fields.optional("routes")?.items ?? []
        return Route(
            matchers: matchers, receiver: own.receiver, groupBy: own.groupBy, repeatInterval: own.repeatInterval,
            continues: continues, routes: children.map { route($0, parent: own, receivers: receivers) })
    }

    private func inhibitRule(_ entry: YAMLEntry) -> InhibitRule {
        let fields = YAMLFields(entry, ["source_matchers", "target_matchers", "equal"])
        return InhibitRule(
            source: matchers(fields.required("source_matchers")),
            target: matchers(fields.required("target_matchers")),
            equal: fields.required("equal")?.labels ?? [])
    }

    /// A list of at least one condition such as `severity="critical"`, each of which something can meet.
    private func matchers(_ entry: YAMLEntry?) -> [Matcher] {
        guard let entry else { return [] }
        let items = entry.items
        if items.isEmpty {
            entry.report(expected: "应至少有一个匹配条件", found: "一个也没有", remedy: "请补上，或删去这一项")
        }
        return items.compactMap { $0.matcher(knowing: vocabulary) }
    }
}
