package import Foundation
package import Standards

extension AlertsConfiguration {
    /// Reads and checks the whole of a file.
    ///
    /// - Throws: ``StandardError`` with everything that is wrong, each with line, column and what to do.
    package static func load(from file: URL) throws(StandardError) -> AlertsConfiguration {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw StandardError([
                StandardIssue(
                    file: file.path, line: 0, column: 0, expected: "应有告警配置文件", found: "打不开",
                    remedy: "请检查路径和权限")
            ])
        }
        return try read(data, name: file.lastPathComponent)
    }

    /// Reads and checks the bytes of a file called `name`.
    package static func read(_ data: Data, name: String) throws(StandardError) -> AlertsConfiguration {
        let log = IssueLog()
        let configuration = YAMLDocument(name: name, data: data, log: log).root.map(AlertsConfiguration.init)
        guard let configuration, log.issues.isEmpty else { throw StandardError(log.issues) }
        return configuration
    }

    private init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["alerts", "receivers", "route", "inhibit_rules"])
        let named = fields.items("receivers").map { NamedReceiver($0) }
        named.reportRepeatedNames()
        let receivers = named.map(\.receiver)
        self.init(
            rules: fields.required("alerts").map(AlertRules.init) ?? .none,
            receivers: receivers,
            route: fields.required("route").map { Route(root: $0, receivers: receivers.map(\.name)) } ?? .none,
            inhibitRules: fields.optional("inhibit_rules")?.items.map(InhibitRule.init) ?? [])
    }
}

// MARK: - Alerts

extension AlertRules {
    fileprivate init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["outcomes", "verdicts", "remedy_deadline", "page"])
        self.init(
            outcomes: Self.severities(fields.required("outcomes")) { key in
                key.word(among: ClauseOutcome.alerting.map { ($0.rawValue, $0) })
            },
            verdicts: Self.severities(fields.optional("verdicts")) { $0.text },
            deadline: fields.optional("remedy_deadline").flatMap(\.dayOfYear),
            page: fields.required("page")?.path(placeholders: ["{consortium}", "{year}"]) ?? "")
    }

    private static func severities<Key: Hashable>(
        _ entry: YAMLEntry?, key: (YAMLEntry) -> Key?
    ) -> [Key: Severity] {
        (entry?.pairs ?? []).reduce(into: [:]) { severities, pair in
            guard let key = key(pair.key), let severity = pair.value.word(of: Severity.self) else { return }
            severities[key] = severity
        }
    }

    /// Stands in for rules that could not be read.
    fileprivate static let none = AlertRules(outcomes: [:], verdicts: [:], deadline: nil, page: "")
}

extension ClauseOutcome {
    /// Every outcome but that nothing is the matter.
    fileprivate static let alerting = allCases.filter { $0 != .clear }
}

// MARK: - Receivers

private struct NamedReceiver {
    let name: YAMLEntry?
    let receiver: Receiver

    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["name", "kind", "path", "format", "send_resolved"])
        name = fields.required("name")
        receiver = Receiver(
            name: name?.text ?? "", kind: Self.kind(fields), format: fields.optional("format")?.word() ?? .text,
            sendsResolved: fields.optional("send_resolved")?.truth ?? true)
    }

    private static func kind(_ fields: YAMLFields) -> Receiver.Kind {
        switch fields.required("kind")?.word(among: [("file", true), ("stdout", false)]) {
        case true: return .file(path: fields.required("path")?.path(placeholders: ["{date}"]) ?? "")
        case false:
            fields.optional("path")?.report(expected: "stdout 没有路径", remedy: "请删去 path，或把 kind 改为 file")
            return .standardOutput
        default: return .standardOutput
        }
    }
}

extension [NamedReceiver] {
    fileprivate func reportRepeatedNames() {
        var known: Set<String> = []
        for receiver in self where !known.insert(receiver.receiver.name).inserted {
            receiver.name?.report(expected: "接收者的名称应不重复", remedy: "请换一个名称")
        }
    }
}

// MARK: - Routes

extension Route {
    fileprivate init(root entry: YAMLEntry, receivers: [String]) {
        let fields = YAMLFields(entry, ["receiver", "group_by", "repeat_interval", "routes"])
        // What the root does not set: everything in one message, a reminder a week.
        let defaults = Route(
            receiver: fields.required("receiver")?.receiver(among: receivers) ?? "", groupBy: [],
            repeatInterval: 7 * 86_400)
        self.init(fields, matchers: [], continues: false, parent: defaults, receivers: receivers)
    }

    private init(_ entry: YAMLEntry, parent: Route, receivers: [String]) {
        let fields = YAMLFields(
            entry, ["matchers", "receiver", "group_by", "repeat_interval", "continue", "routes"])
        self.init(
            fields, matchers: fields.required("matchers")?.matchers ?? [],
            continues: fields.optional("continue")?.truth ?? false, parent: parent, receivers: receivers)
    }

    private init(_ fields: YAMLFields, matchers: [Matcher], continues: Bool, parent: Route, receivers: [String]) {
        let own = Route(
            receiver: fields.optional("receiver")?.receiver(among: receivers) ?? parent.receiver,
            groupBy: fields.optional("group_by")?.labels ?? parent.groupBy,
            repeatInterval: fields.optional("repeat_interval")?.duration ?? parent.repeatInterval)
        self.init(
            matchers: matchers, receiver: own.receiver, groupBy: own.groupBy, repeatInterval: own.repeatInterval,
            continues: continues,
            routes: fields.optional("routes")?.items.map { Route($0, parent: own, receivers: receivers) } ?? [])
    }

    /// Stands in for a route that could not be read.
    fileprivate static let none = Route(receiver: "", groupBy: [], repeatInterval: 0)
}

extension InhibitRule {
    fileprivate init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, ["source_matchers", "target_matchers", "equal"])
        self.init(
            source: fields.required("source_matchers")?.matchers ?? [],
            target: fields.required("target_matchers")?.matchers ?? [],
            equal: fields.required("equal")?.labels ?? [])
    }
}
