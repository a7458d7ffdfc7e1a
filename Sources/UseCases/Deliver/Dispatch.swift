internal import Alerts
internal import Delivery
internal import Foundation
internal import Standards
internal import Store

/// Sends what waits in the outbox. Whoever runs it holds the lock of delivery.
struct Dispatch {
    let store: Store
    let configuration: DeliveryConfiguration
    /// Whose alerts the configuration tells of; nil where it tells of all.
    var editions: Set<String>?
    let vault: SecretVault
    /// What is now.
    let clock: () -> Date
    /// From 0 to 1: spreads the pauses.
    let fraction: () -> Double
    /// Waits so many seconds.
    let pause: (TimeInterval) async throws -> Void

    /// Sends until nothing is left that is due within the patience of the configuration.
    func run() async throws -> DeliveryReport {
        var report = DeliveryReport()
        let end = clock().addingTimeInterval(configuration.policy.patience)
        try store.recoverOutbox(at: clock(), doubt: "上次发送中断，是否送达不明")
        while true {
            let heads = try store.nextMessages(of: editions)
            var next: Date?
            var isIdle = true
            for message in heads {
                if let opening = try attempt(message, &report) {
                    next = min(next ?? opening, opening)
                } else {
                    isIdle = false
                }
            }
            guard isIdle else { continue }
            guard let next, next <= end else { break }
            // A clock may be coarser than what is waited for.
            try await pause(max(next.timeIntervalSince(clock()), 0.001))
        }
        let counts = try store.outboxCounts()
        report.waiting = [.queued, .retry, .uncertain].reduce(0) { $0 + (counts[$1] ?? 0) }
        return report
    }

    /// Tries a message, unless it has to wait: until the moment that is returned. One that somebody else has in hand, against
    /// the lock, is left to them.
    private func attempt(_ message: OutboxRecord, _ report: inout DeliveryReport) throws -> Date? {
        let now = clock()
        guard message.dueAt <= now else { return message.dueAt }
        guard let way = configuration.ways[message.receiver] else {
            // A receipt may be for a receiver of another pipeline.
            if try editions != nil && store.outboxAlerts(of: message.id).isEmpty { return .distantFuture }
            try giveUp(message, "告警配置里已没有这个接收者", &report)
            return nil
        }
        guard type(of: way).kind == message.channel else {
            try giveUp(message, "接收者已改用 \(type(of: way).kind)，按 \(message.channel) 写好的消息不再发送", &report)
            return nil
        }
        let account: String
        do {
            account = try way.account(vault)
        } catch {
            guard let attempt = try store.beginAttempt(message.id, account: "", at: now) else { return .distantFuture }
            try conclude(message, attempt, .failed(error.description, after: nil), &report)
            return nil
        }
        let opening = try opening(of: way, account, at: now)
        guard opening <= now else { return opening }
        guard let attempt = try store.beginAttempt(message.id, account: account, at: now) else { return .distantFuture }
        let session = Session(
            vault: vault, now: clock(), timeout: configuration.policy.timeout,
            willFinish: { [store] in try store.willFinish(message.id) })
        try conclude(message, attempt, way.send(try parcel(message), session), &report)
        return nil
    }

    private func parcel(_ message: OutboxRecord) throws -> Parcel {
        Parcel(
            key: message.key, messageID: message.messageID, receiver: message.receiver, at: message.plannedAt,
            content: try JSONDecoder().decode(ParcelContent.self, from: Data(message.content.utf8)),
            attachments: try store.outboxAttachments(of: message.id).map {
                Attachment(name: $0.name, type: $0.type, bytes: $0.bytes)
            }, isInDoubt: message.isInDoubt)
    }

    /// When the service takes the next message of an account.
    private func opening(of way: any Channel, _ account: String, at now: Date) throws -> Date {
        let preferred = way.opening(at: now)
        guard !account.isEmpty, let most = way.limits.map(\.count).max() else { return preferred }
        let (times, closed) = try store.attempts(of: account, last: most)
        return way.limits.map { $0.opening(after: times, at: now) }.reduce(max(preferred, closed ?? now), max)
    }

    // MARK: - Ends

    private func conclude(
        _ message: OutboxRecord, _ attempt: Int, _ outcome: Outcome, _ report: inout DeliveryReport
    ) throws {
        let now = clock()
        let end = end(of: outcome, message, at: now)
        let entries = try entries(of: message, end.state, end.reason, at: now)
        try store.endAttempt(attempt, of: message.id, end, entries: entries, at: now)
        switch end.state {
        case .sent:
            report.sent += 1
            report.alerts += entries.count
            if message.isInDoubt { report.doubtful += 1 }
        case .dead:
            report.dead += 1
            report.failures.append("\(message.title)：\(end.reason)。不再重试；处理后执行 alert --retry \(message.id)。")
        default:
            let count = "第 \(message.failures + 1) 次未成，共试 \(configuration.policy.tries) 次"
            report.failures.append("\(message.title)：\(end.reason)。\(ChinaTime.minute(end.dueAt))起重试（\(count)）。")
        }
    }

    private func end(of outcome: Outcome, _ message: OutboxRecord, at now: Date) -> Store.AttemptEnd {
        let failures = message.failures + 1
        let isLast = failures >= configuration.policy.tries
        func again(_ state: OutboxRecord.State, _ reason: String, after seconds: TimeInterval, closed: Date? = nil)
            -> Store.AttemptEnd
        {
            Store.AttemptEnd(
                isLast ? .dead : state, reason: reason, dueAt: now.addingTimeInterval(seconds), isFailure: true,
                closedUntil: closed)
        }
        let usual = configuration.policy.pause(afterFailures: failures, fraction: fraction())
        // In doubt once is in doubt for good.
        let retry: OutboxRecord.State = message.isInDoubt ? .uncertain : .retry
        switch outcome {
        case .sent: return Store.AttemptEnd(.sent, dueAt: now)
        case .refused(let reason): return Store.AttemptEnd(.dead, reason: reason, dueAt: now, isFailure: true)
        case .failed(let reason, let asked):
            return again(retry, reason, after: max(usual, min(asked ?? 0, configuration.policy.longestPause)))
        case .limited(let reason, let seconds):
            let span = min(max(seconds, 1), configuration.policy.longestPause)
            return again(retry, reason, after: span, closed: now.addingTimeInterval(span))
        case .uncertain(let reason): return again(.uncertain, reason, after: usual)
        }
    }

    private func giveUp(_ message: OutboxRecord, _ reason: String, _ report: inout DeliveryReport) throws {
        let now = clock()
        try store.giveUp(
            message.id, reason: reason, entries: try entries(of: message, .dead, reason, at: now), at: now)
        report.dead += 1
        report.failures.append("\(message.title)：\(reason)。")
    }

    /// What the log says once a message is done with.
    private func entries(
        of message: OutboxRecord, _ state: OutboxRecord.State, _ reason: String, at now: Date
    ) throws -> [NotificationRecord] {
        let outcome: LoggedNotification.Outcome
        switch state {
        case .sent: outcome = .sent
        case .dead: outcome = .failed
        default: return []
        }
        return try store.outboxAlerts(of: message.id).map { text in
            let entry = try JSONDecoder().decode(LoggedNotification.self, from: Data(text.utf8))
            return try NotificationRecord(entry.ended(outcome, at: now, detail: reason))
        }
    }
}

extension OutboxRecord {
    /// `湖南省教育厅职成处（消息 12）`
    var title: String { "\(receiver)（消息 \(id)）" }
}
