package import Foundation
import Standards

/// What a run does about one alert and one receiver, and why.
///
/// A value that never changes. A night may have hundreds of thousands, which are sorted and grouped by reference.
package final class PlannedNotification: Sendable, Hashable {
    package enum Decision: Sendable, Hashable {
        case send(NotificationReason)
        /// Would be sent, but for the suppression. It stays due.
        case suppress(NotificationReason, Suppression)
        /// Is due, but not at this hour or not yet.
        case postpone(NotificationReason, Postponement)
        /// The verdict is told with the one clause that caused it.
        case tellWith(Fingerprint)
        /// There is nothing new to tell before the date; without one, not before something changes.
        case wait(until: Date?)
        /// There is nothing new to tell, and it is not known whether the last message arrived: the run that sent it
        /// was cut off. It is not sent again before the date.
        case waitInDoubt(until: Date)
        /// There is nothing new to tell, and the last message is still on its way: it is not followed by another.
        case waitInOutbox(since: Date)
    }

    package enum Suppression: Sendable, Hashable {
        case silenced(Silence)
        case inhibited(by: Fingerprint)
        case acknowledged(Acknowledgement)
    }

    package enum Postponement: Sendable, Hashable {
        /// A new alert waits, so that what is put right within days is never told.
        case groupWait(until: Date)
        /// The receiver is told within its hours only; nil where they do not come within a year.
        case outsideHours(until: Date?)
    }

    package let state: AlertState
    package let receiver: String
    /// The labels that the alerts of one message have in common.
    package let group: LabelSet
    package let decision: Decision
    /// What the receiver was told last in this episode of the alert.
    package let previously: AlertContent?
    /// The verdict that the clause alone caused, where it is told along.
    package let verdict: AlertState?
    /// Whether the receiver hears of the alert because nobody has dealt with it in time.
    package let isEscalation: Bool
    /// The log has this very suppression as its last word on the alert and receiver.
    package let isLogged: Bool
    /// When the plan was made.
    package let at: Date

    init(
        state: AlertState, receiver: String, group: LabelSet, decision: Decision, previously: AlertContent?,
        verdict: AlertState?, isEscalation: Bool, isLogged: Bool, at: Date
    ) {
        self.state = state
        self.receiver = receiver
        self.group = group
        self.decision = decision
        self.previously = previously
        self.verdict = verdict
        self.isEscalation = isEscalation
        self.isLogged = isLogged
        self.at = at
    }

    package static func == (left: PlannedNotification, right: PlannedNotification) -> Bool {
        left === right
            || left.state == right.state && left.receiver == right.receiver && left.group == right.group
                && left.decision == right.decision && left.previously == right.previously
                && left.verdict == right.verdict && left.isEscalation == right.isEscalation
                && left.isLogged == right.isLogged && left.at == right.at
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(state.id)
        hasher.combine(receiver)
    }

    package var fingerprint: Fingerprint { state.id }

    /// What the receiver is told.
    package var content: AlertContent { state.content.with(verdict: verdict?.content.outcome) }

    /// Whether the alert began and ended while its notifications were held back.
    package var isAftermath: Bool { reason == .resolved && previously == nil }

    /// The reason for which the notification is sent; nil where it is not.
    package var reason: NotificationReason? {
        if case .send(let reason) = decision { reason } else { nil }
    }
}

// MARK: - Log

extension PlannedNotification {
    /// What goes into the log with the plan: that it is queued, or the suppression where the log does not have it yet; nil where
    /// there is nothing to log.
    package var entryBeforeDelivery: LoggedNotification? {
        switch decision {
        case .send(let reason): entry(reason, .queued, detail: "")
        case .suppress(let reason, let suppression):
            isLogged ? nil : entry(reason, .suppressed, detail: suppression.description)
        case .postpone, .tellWith, .wait, .waitInDoubt, .waitInOutbox: nil
        }
    }

    func entry(
        _ reason: NotificationReason, _ outcome: LoggedNotification.Outcome, detail: String
    ) -> LoggedNotification {
        LoggedNotification(
            fingerprint: fingerprint, receiver: receiver, episode: state.episode, reason: reason, at: at,
            outcome: outcome, detail: detail, content: content)
    }
}

// MARK: - Words

extension PlannedNotification {
    /// Why the receiver hears of it for the first time in this episode.
    private var first: String {
        if state.episode > 1 { return "解除后再次告警（第\(state.episode)次）" }
        return state.isAhead ? "到提醒日" : "首次告警"
    }

    /// One sentence for people: why it is sent or not.
    package var explanation: String {
        switch decision {
        case .send(.first):
            if isEscalation {
                "\(ChinaTime.minute(state.unattendedSince))起告警，至今无人确认，升级告知"
            } else {
                first
            }
        case .send(.changed): "内容有变化"
        case .send(.reminder): state.isAhead ? "到提醒日，尚未办结" : "仍未解除，到期提醒"
        case .send(.resolved): isAftermath ? "静默或抑制期间发生，并已解除" : "告警已解除"
        case .suppress(let reason, let suppression): "不发送（\(reason.title)）：\(suppression)"
        case .postpone(let reason, let postponement): "暂不发送（\(reason.title)）：\(postponement)"
        case .tellWith(let clause): "不单独发送：该结论仅由一项条款引起，随 \(clause) 一并告知"
        case .wait(nil): "不发送：已通知，内容无变化"
        case .wait(let date?): "不发送：已通知，内容无变化；\(ChinaTime.minute(date))起再提醒"
        case .waitInDoubt(let date): "不发送：上次发送中断，是否送达不明，不重复发送；\(ChinaTime.minute(date))起再提醒"
        case .waitInOutbox(let date): "不发送：\(ChinaTime.minute(date))的消息已在待发，尚未送达"
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
            "\(acknowledgement.by)已于\(ChinaTime.minute(acknowledgement.at))确认，"
                + (acknowledgement.until.map { "\(ChinaTime.minute($0))前不再提醒" } ?? "不再提醒")
        }
    }
}

extension PlannedNotification.Postponement: CustomStringConvertible {
    package var description: String {
        switch self {
        case .groupWait(let date): "新的告警等到\(ChinaTime.minute(date))，此前解除的不再告知"
        case .outsideHours(let date?): "不在接收时段，\(ChinaTime.minute(date))起发送"
        case .outsideHours(nil): "一年之内没有接收时段，请检查 time_intervals"
        }
    }
}
