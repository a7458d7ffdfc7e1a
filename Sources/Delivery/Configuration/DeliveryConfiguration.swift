package import Alerts
package import Configuration
package import Foundation

/// The whole of `alerts.yml`: what alerts, who is told, and by what way.
package struct DeliveryConfiguration: Sendable {
    package let alerts: AlertsConfiguration
    package let ways: Ways
    package let policy: DeliveryPolicy
    /// Nil where no receipts are mailed. Its ways are among ``ways``.
    package let receipts: ReceiptMail?

    package init(
        alerts: AlertsConfiguration, ways: Ways, policy: DeliveryPolicy = DeliveryPolicy(), receipts: ReceiptMail? = nil
    ) {
        self.alerts = alerts
        self.ways = ways
        self.policy = policy
        self.receipts = receipts
    }

    /// Reads and checks the whole of a file.
    ///
    /// - Throws: ``ConfigurationError`` with everything that is wrong, each with line, column and what to do.
    package static func load(
        from file: URL, knowing vocabulary: Vocabulary
    ) throws(ConfigurationError) -> DeliveryConfiguration {
        guard let data = try? Data(contentsOf: file) else {
            throw ConfigurationError([
                ConfigurationIssue(
                    file: file.path, line: 0, column: 0, expected: "应有告警配置文件", found: "打不开",
                    remedy: "请检查路径和权限")
            ])
        }
        return try read(data, name: file.lastPathComponent, knowing: vocabulary)
    }

    /// Reads and checks the bytes of a file called `name`.
    package static func read(
        _ data: Data, name: String, knowing vocabulary: Vocabulary
    ) throws(ConfigurationError) -> DeliveryConfiguration {
        let log = IssueLog()
        let configuration = YAMLDocument(name: name, data: data, log: log).root.map { root in
            let alerts = AlertsConfiguration(root, knowing: vocabulary, beside: ["delivery", ReceiptMail.key])
            let policy = root["delivery"].map { DeliveryPolicy($0) } ?? DeliveryPolicy()
            let entries = root["receivers"].flatMap { $0.isList ? $0.items : nil } ?? []
            let ways = entries.compactMap { entry in
                way(entry).map { (entry["name"]?.rawText ?? "", $0) }
            }
            let receivers = Dictionary(ways, uniquingKeysWith: { first, _ in first })
            let receipts = root[ReceiptMail.key].map { ReceiptMail($0, ways: receivers, windows: alerts.windows) }
            return DeliveryConfiguration(
                alerts: alerts, ways: Ways(receivers.merging(receipts?.ways ?? [:]) { own, _ in own }), policy: policy,
                receipts: receipts)
        }
        guard let configuration, log.issues.isEmpty else { throw ConfigurationError(log.issues) }
        return configuration
    }

    /// The way of one receiver. Keys of other kinds are unknown to it.
    private static func way(_ entry: YAMLEntry) -> (any Channel)? {
        let kinds = ChannelKinds.all.map { ($0.kind, $0) }
        guard let word = entry["kind"] else {
            if entry.isMapping { entry.report(expected: "应有“kind”", found: "没有写", remedy: "请补上") }
            return nil
        }
        guard let kind = word.word(among: kinds) else { return nil }
        return kind.init(YAMLFields(entry, Receiver.keys + ["kind"] + kind.keys))
    }
}
