package import Foundation

/// Why a notification is sent.
package enum NotificationReason: String, Sendable, Codable, CaseIterable {
    case first, changed, reminder, resolved

    package var title: String {
        switch self {
        case .first: "首次"
        case .changed: "变化"
        case .reminder: "提醒"
        case .resolved: "解除"
        }
    }
}

/// An entry of the notification log: what was sent of an alert to a receiver, or not sent, and why.
///
/// The log is append-only, and what it says is what keeps a repeated run from telling twice. A notification is logged as
/// `queued` when it goes into the outbox, and as `sent` or `failed` when the outbox is done with it. What is queued counts
/// as told; what failed for good is planned again by the next run.
package struct LoggedNotification: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        case queued, sent, failed, suppressed
        /// Of the time before there was an outbox: handed over, and counted as sent where the end was never logged.
        case attempted
    }

    package let fingerprint: Fingerprint
    package let receiver: String
    package let episode: Int
    package let reason: NotificationReason
    package let at: Date
    package let outcome: Outcome
    /// Why it failed or was suppressed; empty otherwise.
    package let detail: String
    /// What the receiver was told, or is to be.
    package let content: AlertContent

    package init(
        fingerprint: Fingerprint, receiver: String, episode: Int, reason: NotificationReason, at: Date,
        outcome: Outcome, detail: String, content: AlertContent
    ) {
        self.fingerprint = fingerprint
        self.receiver = receiver
        self.episode = episode
        self.reason = reason
        self.at = at
        self.outcome = outcome
        self.detail = detail
        self.content = content
    }
}

extension LoggedNotification {
    /// The entry that ends this one, on the second.
    /// - Parameter detail: why it failed; empty otherwise.
    package func ended(_ outcome: Outcome, at end: Date, detail: String = "") -> LoggedNotification {
        LoggedNotification(
            fingerprint: fingerprint, receiver: receiver, episode: episode, reason: reason,
            at: Date(timeIntervalSince1970: end.timeIntervalSince1970.rounded(.down)), outcome: outcome,
            detail: detail, content: content)
    }
}

extension LoggedNotification.Outcome {
    package var title: String {
        switch self {
        case .queued: "待发"
        case .attempted: "发送中断，是否送达不明"
        case .sent: "已告知"
        case .failed: "未能送达"
        case .suppressed: "未告知"
        }
    }
}
