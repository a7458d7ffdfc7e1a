internal import Alerts
internal import Delivery
package import Foundation
internal import Standards
package import Store

extension Workspace {
    /// Sends what waits in the outbox of `store`, unless another process is at it.
    /// - Parameter editions: whose alerts the configuration tells of.
    func deliver(
        _ store: Store, of editions: Set<String>, by configuration: DeliveryConfiguration
    ) async throws -> DeliveryReport {
        guard let lock = try DeliveryLock(database: database) else {
            var report = DeliveryReport()
            report.isLeftToAnother = true
            return report
        }
        defer { withExtendedLifetime(lock) {} }
        let start = ContinuousClock.now
        let dispatch = Dispatch(
            store: store, configuration: configuration, editions: editions,
            vault: SecretVault(environment: environment),
            clock: { [now] in now.addingTimeInterval((ContinuousClock.now - start) / .seconds(1)) },
            fraction: { Double.random(in: 0...1) }, pause: { try await Task.sleep(for: .seconds($0)) })
        return try await dispatch.run()
    }

    /// Takes up messages that were given up, and what waits for its time, and sends what is due.
    /// - Parameters:
    ///   - ids: the messages; nil for all.
    ///   - file: the alerts configuration; nil for those of all pipelines.
    package func retryMessages(_ ids: [Int]?, configuration file: URL?) async throws -> DeliveryReport {
        let store = try Store(path: database)
        let chosen: [OutboxRecord]
        if let ids {
            chosen = try ids.map { id in
                guard let message = try store.outboxMessage(id) else {
                    throw Failure(.configuration, "没有编号为 \(id) 的消息。请用 alert --outbox 或 alert --dead 查看。")
                }
                return message
            }
            for message in chosen { try refuseRetry(of: message) }
        } else {
            chosen = try store.outbox([.dead, .retry, .uncertain, .queued])
        }
        let files = file.map { [($0, edition)] } ?? installation.alertsFiles(preferring: edition)
        let ways = try files.map { file, edition in
            let place = of(edition: edition)
            return (
                place, try place.editions(alertedBy: file),
                try installation.alerts(file, for: installation.edition(edition))
            )
        }
        let entries = try chosen.filter { $0.state == .dead }.flatMap { message in
            try store.outboxAlerts(of: message.id).map { text in
                let entry = try JSONDecoder().decode(LoggedNotification.self, from: Data(text.utf8))
                return try NotificationRecord(entry.ended(.queued, at: now))
            }
        }
        try store.revive(chosen.map(\.id), entries: entries, at: now)
        var report = DeliveryReport()
        for (place, editions, configuration) in ways {
            report.add(try await place.deliver(store, of: editions, by: configuration))
        }
        return report
    }

    /// The editions that a file tells the alerts of: this one, and those of all pipelines that alert by the same file.
    func editions(alertedBy file: URL) throws -> Set<String> {
        installation.editions(alertedBy: file).union([edition])
    }

    private func refuseRetry(of message: OutboxRecord) throws(Failure) {
        if message.state == .sent {
            throw Failure(.configuration, "消息 \(message.id) 已经送达，不重复发送。")
        }
        if let later = message.replacedBy {
            throw Failure(.configuration, "消息 \(message.id) 的内容已由消息 \(later) 重新告知，不再发送。")
        }
    }

    /// Of whom receipts cannot be mailed, a sentence each; none where nobody's are.
    package func receiptNotes(configuration file: URL) throws -> [String] {
        let configuration = try installation.alerts(file, for: installation.edition(edition))
        guard let mail = configuration.receipts else { return [] }
        let folder = ReceiptFolder(folder: ReceiptFolder.beside(database))
        return try ReceiptMailing(
            store: existingStore(), folder: folder, mail: mail, workdays: installation.workdays(), now: now
        ).withoutAddress().notes
    }

    /// What waits in the outbox, or was given up.
    package func outbox(dead: Bool) throws -> [OutboxRecord] {
        try existingStore().outbox(dead ? [.dead] : [.queued, .attempting, .finishing, .retry, .uncertain])
    }
}

extension OutboxRecord {
    /// Two lines for people: what became of the message, and what it is about.
    package var lines: String {
        let subject = (try? JSONDecoder().decode(ParcelContent.self, from: Data(content.utf8)).subject) ?? ""
        let why = reason.isEmpty ? "" : "：\(reason)"
        return "\(id)  \(receiver)（\(channel)）  \(standing)\(why)\n    \(subject)\n"
    }

    private var standing: String {
        let tried = attempts > 0 ? "，已试 \(attempts) 次" : ""
        return switch state {
        case .queued: "待发\(tried)"
        case .attempting: "正在发送"
        case .finishing: "正在发送，等待应答"
        case .retry: "待重试，\(ChinaTime.minute(dueAt))起\(tried)"
        case .uncertain: "是否送达不明，\(ChinaTime.minute(dueAt))起以同一编号再发\(tried)"
        case .sent: isInDoubt ? "已送达，可能重复" : "已送达"
        case .dead: "不再重试\(tried)"
        }
    }
}
