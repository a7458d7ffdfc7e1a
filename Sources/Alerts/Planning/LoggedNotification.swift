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
/// The log is append-only, and what it says is what keeps a repeated run from sending twice. A notification is logged
/// as `attempted` before it is handed over and as `sent` or `failed` after; an attempt without an end counts as sent
/// (at most once), a failed one is tried again by the next run.
package struct LoggedNotification: Sendable, Hashable, Codable {
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        case attempted, sent, failed, suppressed
    }

    package let fingerprint: Fingerprint
    package let receiver: String
    package let episode: Int
    package let reason: NotificationReason
    package let at: Date
    package let outcome: Outcome
    /// Why it failed or was suppressed; empty otherwise.
    package let detail: String
    /// What the receiver was told.
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

extension LoggedNotification.Outcome {
    package var title: String {
        switch self {
        case .attempted: "发送中断，是否送达不明"
        case .sent: "已告知"
        case .failed: "未能送达"
        case .suppressed: "未告知"
        }
    }
}
