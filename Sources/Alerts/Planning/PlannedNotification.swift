package import Foundation
import Standards

/// What a run does about one alert and one receiver, and why.
package struct PlannedNotification: Sendable, Hashable {
    package enum Decision: Sendable, Hashable {
        case send(NotificationReason)
        /// Would be sent, but for the suppression. It stays due.
        case suppress(NotificationReason, Suppression)
        /// There is nothing new to tell before the date.
        case wait(until: Date)
        /// There is nothing new to tell, and it is not known whether the last message arrived: the run that sent it
        /// was cut off. It is not sent again before the date.
        case waitInDoubt(until: Date)
    }

    package enum Suppression: Sendable, Hashable {
        case silenced(Silence)
        case inhibited(by: Fingerprint)
        case acknowledged(Acknowledgement)
    }

    package let state: AlertState
    package let receiver: String
    /// The labels that the alerts of one message have in common.
    package let group: LabelSet
    package let decision: Decision
    /// What the receiver was told last in this episode of the alert.
    package let previously: AlertContent?
    /// The log has this very suppression as its last word on the alert and receiver.
    package let isLogged: Bool
    /// When the plan was made.
    package let at: Date

    package var fingerprint: Fingerprint { state.id }

    /// The reason for which the notification is sent; nil where it is not.
    package var reason: NotificationReason? {
        if case .send(let reason) = decision { reason } else { nil }
    }
}

// MARK: - Log

extension PlannedNotification {
    /// What goes into the log beforehand: an attempt, or the suppression where the log does not have it yet; nil where
    /// there is nothing to log.
    var entryBeforeDelivery: LoggedNotification? {
        switch decision {
        case .send(let reason): entry(reason, .attempted, detail: "")
        case .suppress(let reason, let suppression):
            isLogged ? nil : entry(reason, .suppressed, detail: suppression.description)
        case .wait, .waitInDoubt: nil
        }
    }

    func entry(
        _ reason: NotificationReason, _ outcome: LoggedNotification.Outcome, detail: String
    ) -> LoggedNotification {
        LoggedNotification(
            fingerprint: fingerprint, receiver: receiver, episode: state.episode, reason: reason, at: at,
            outcome: outcome, detail: detail, content: state.content)
    }
}

// MARK: - Words

extension PlannedNotification {
    /// One sentence for people: why it is sent or not.
    package var explanation: String {
        switch decision {
        case .send(.first):
            state.episode == 1 ? "首次告警" : "解除后再次告警（第\(state.episode)次）"
        case .send(.changed): "内容有变化"
        case .send(.reminder): "仍未解除，到期提醒"
        case .send(.resolved): "告警已解除"
        case .suppress(let reason, let suppression): "不发送（\(reason.title)）：\(suppression)"
        case .wait(let date): "不发送：已通知，内容无变化；\(ChinaTime.minute(date))起再提醒"
        case .waitInDoubt(let date): "不发送：上次发送中断，是否送达不明，不重复发送；\(ChinaTime.minute(date))起再提醒"
        }
    }
}

extension PlannedNotification.Suppression: CustomStringConvertible {
    /// 已静默（S1，某某：汇总期间，至 2026年1月31日08:00）
    package var description: String {
        switch self {
        case .silenced(let silence):
            "已静默（\(silence.id)，\(silence.by)：\(silence.comment)，至\(ChinaTime.minute(silence.until))）"
        case .inhibited(let fingerprint): "被 \(fingerprint) 抑制"
        case .acknowledged(let acknowledgement):
            "\(acknowledgement.by)已于\(ChinaTime.minute(acknowledgement.at))确认，不再提醒"
        }
    }
}
