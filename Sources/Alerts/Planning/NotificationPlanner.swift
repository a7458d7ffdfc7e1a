import Foundation
import Standards

/// Decides for each alert who is told what.
struct NotificationPlanner {
    let configuration: AlertsConfiguration
    let silences: [Silence]
    let histories: NotificationHistories
    let inhibitions: [Inhibition]
    let verdicts: LoneVerdicts
    let workdays: Workdays
    let now: Date
    /// What the alerts of a message have in common, once for all of them.
    private(set) var groups: [LabelSet: LabelSet] = [:]

    private mutating func group(of labels: LabelSet) -> LabelSet {
        if let known = groups[labels] { return known }
        groups[labels] = labels
        return labels
    }

    /// The notifications of an alert, sent or not, one for each receiver.
    mutating func notifications(of state: AlertState) -> [PlannedNotification] {
        let routes = configuration.route.destinations(of: state.alert.labels)
        let escalations = state.isUnattended ? routes.compactMap { $0.escalated(of: state, at: now) } : []
        var notifications: [PlannedNotification] = []
        for receiver in configuration.receivers {
            let route = routes.first { $0.receiver == receiver.name }
            let escalation = escalations.first { $0.receiver == receiver.name }
            // Who was told because nobody dealt with it hears of its end in the same hours.
            let hours = routes.first { $0.escalation?.receiver == receiver.name } ?? configuration.route
            let notification = notification(
                of: state, to: receiver, by: route ?? escalation, hours: (route ?? escalation ?? hours).hours,
                isEscalation: route == nil && escalation != nil)
            if let notification { notifications.append(notification) }
        }
        return notifications
    }

    private mutating func notification(
        of state: AlertState, to receiver: Receiver, by route: Route?, hours: Hours?, isEscalation: Bool
    ) -> PlannedNotification? {
        let told = told(of: state, receiver.name)
        let verdict = verdict(toldWith: state, receiver.name)
        let hearing = Hearing(
            state: state, content: state.content.with(verdict: verdict?.content.outcome), receiver: receiver,
            route: route, hours: hours, told: told, history: histories.history(of: state.id, for: receiver.name))
        guard let decision = decision(on: hearing) else { return nil }
        return PlannedNotification(
            state: state, receiver: receiver.name,
            group: group(of: state.alert.labels.only((route ?? configuration.route).groupBy)), decision: decision,
            previously: told?.content, verdict: verdict, isEscalation: isEscalation,
            isLogged: hearing.history.suppressed.map { $0.says(decision, of: hearing) } ?? false, at: now)
    }

    /// An alert and a receiver, with what the one has heard of the other.
    fileprivate struct Hearing {
        let state: AlertState
        let content: AlertContent
        let receiver: Receiver
        let route: Route?
        /// In which it is told; nil for at any time.
        let hours: Hours?
        let told: LoggedNotification?
        let history: NotificationHistory
    }

    /// What the receiver was told last in this episode of the alert.
    private func told(of state: AlertState, _ receiver: String) -> LoggedNotification? {
        let told = histories.history(of: state.id, for: receiver).told
        return told?.episode == state.episode ? told : nil
    }

    /// Nil where the receiver has nothing to do with the alert, or has heard its end.
    private func decision(on hearing: Hearing) -> PlannedNotification.Decision? {
        let state = hearing.state
        switch (state.status, hearing.told) {
        case (.firing, nil):
            guard let route = hearing.route else { return nil }
            if let clause = verdicts.clause(of: state), isTold(of: clause, hearing.receiver.name) {
                return .tellWith(clause.id)
            }
            let waits = route.groupWaitEnds(after: state.startsAt)
            if waits > now { return .postpone(.first, .groupWait(until: waits)) }
            return due(.first, hearing)
        case (.firing, let told?):
            // Who was told of an alert hears how it goes on, wherever it is routed by now; reminders go by the route.
            if hearing.content.isNews(since: told.content, onSchedule: state.alert.schedule != nil) {
                return due(.changed, hearing)
            }
            if hearing.history.isQueued { return .waitInOutbox(since: told.at) }
            guard let route = hearing.route else { return nil }
            let reminderAt = reminder(of: state.alert, after: told.at, route)
            if let reminderAt, reminderAt <= now { return due(.reminder, hearing) }
            guard hearing.history.isInDoubt, let reminderAt else { return .wait(until: reminderAt) }
            return .waitInDoubt(until: reminderAt)
        case (.resolved, let told?) where told.reason != .resolved && hearing.receiver.sendsResolved:
            return state.alert.schedule?.tellsEnd == false ? nil : due(.resolved, hearing)
        case (.resolved, nil) where hearing.receiver.sendsResolved && hearing.history.wasHeldBack(in: state.episode):
            return due(.resolved, hearing)
        case (.resolved, _):
            return nil
        }
    }

    /// When a receiver who was told at `told` is reminded; nil where never.
    private func reminder(of alert: Alert, after told: Date, _ route: Route) -> Date? {
        guard let schedule = alert.schedule else { return route.reminder(after: told) }
        if let day = schedule.day(after: ChinaTime.day(of: told)) { return ChinaTime.start(of: day) }
        return schedule.thenByRoute ? route.reminder(after: told) : nil
    }

    private func due(_ reason: NotificationReason, _ hearing: Hearing) -> PlannedNotification.Decision {
        if let suppression = suppression(of: reason, hearing.state) { return .suppress(reason, suppression) }
        guard let hours = hearing.hours, !hours.isActive(at: now, workdays) else { return .send(reason) }
        return .postpone(reason, .outsideHours(until: hours.opening(after: now, workdays)))
    }

    private func suppression(
        of reason: NotificationReason, _ state: AlertState
    ) -> PlannedNotification.Suppression? {
        if let silence = silences.first(where: { $0.mutes(state.alert.labels, at: now) }) { return .silenced(silence) }
        if let other = inhibitor(of: state.alert) { return .inhibited(by: other) }
        guard reason == .reminder, let acknowledgement = state.acknowledgement else { return nil }
        return .acknowledged(acknowledgement)
    }

    private func inhibitor(of alert: Alert) -> Fingerprint? {
        inhibitions.lazy.compactMap { $0.inhibitor(of: alert) }.first
    }
}

// MARK: - A verdict and the clause that alone caused it

extension NotificationPlanner {
    /// The verdict that is told along with `state`; nil where the receiver hears of it by itself.
    private func verdict(toldWith state: AlertState, _ receiver: String) -> AlertState? {
        guard let verdict = verdicts.verdict(of: state), isTold(of: state, receiver),
            told(of: verdict, receiver) == nil, routes(of: verdict).contains(receiver)
        else { return nil }
        return verdict
    }

    /// Whether the receiver hears of an alert that fires, so that nothing need be said beside it. A silence holds for
    /// both; an inhibition may be of the verdict's own making, and then the verdict speaks.
    private func isTold(of clause: AlertState, _ receiver: String) -> Bool {
        routes(of: clause).contains(receiver) && inhibitor(of: clause.alert) == nil
    }

    private func routes(of state: AlertState) -> [String] {
        configuration.route.destinations(of: state.alert.labels).map(\.receiver)
    }
}

extension AlertState {
    /// Whether it fires and nobody has taken it on.
    fileprivate var isUnattended: Bool { status == .firing && acknowledgement == nil }
}

extension AlertContent {
    /// Whether it is worth a message to who was told `told`. Of what goes by the calendar only another outcome is; that a
    /// verdict is no longer told along is none.
    fileprivate func isNews(since told: AlertContent, onSchedule: Bool) -> Bool {
        if onSchedule { return outcome != told.outcome || severity != told.severity }
        return self != told.with(verdict: verdict == nil ? nil : told.verdict)
    }
}

extension LoggedNotification {
    /// Whether this entry records that `decision` suppressed this very content.
    fileprivate func says(_ decision: PlannedNotification.Decision, of hearing: NotificationPlanner.Hearing) -> Bool {
        guard case .suppress(let reason, let suppression) = decision else { return false }
        return outcome == .suppressed && self.reason == reason && detail == suppression.description
            && episode == hearing.state.episode && content == hearing.content
    }
}
