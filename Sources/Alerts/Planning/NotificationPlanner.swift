import Foundation

/// Decides for each alert who is told what.
struct NotificationPlanner {
    let configuration: AlertsConfiguration
    let silences: [Silence]
    let histories: [NotificationHistory.Key: NotificationHistory]
    let inhibitions: [Inhibition]
    let now: Date

    /// The notifications of an alert, sent or not, one for each receiver.
    func notifications(of state: AlertState) -> [PlannedNotification] {
        let routes = configuration.route.destinations(of: state.alert.labels)
        return configuration.receivers.compactMap { receiver in
            let route = routes.first { $0.receiver == receiver.name }
            return notification(of: state, to: receiver, by: route)
        }
    }

    private func notification(
        of state: AlertState, to receiver: Receiver, by route: Route?
    ) -> PlannedNotification? {
        let key = NotificationHistory.Key(fingerprint: state.id, receiver: receiver.name)
        let history = histories[key] ?? NotificationHistory()
        let told = history.told?.episode == state.episode ? history.told : nil
        guard
            let decision = decision(
                on: state, receiver: receiver, route: route, told: told, history: history)
        else { return nil }
        return PlannedNotification(
            state: state, receiver: receiver.name,
            group: state.alert.labels.only((route ?? configuration.route).groupBy), decision: decision,
            previously: told?.content, isLogged: history.suppressed.map { $0.says(decision, of: state) } ?? false,
            at: now)
    }

    /// Nil where the receiver has nothing to do with the alert, or has heard its end.
    private func decision(
        on state: AlertState, receiver: Receiver, route: Route?, told: LoggedNotification?, history: NotificationHistory
    ) -> PlannedNotification.Decision? {
        switch (state.status, told) {
        case (.firing, nil):
            return route == nil ? nil : due(.first, state)
        case (.firing, let told?):
            // Who was told of an alert hears how it goes on, wherever it is routed by now; reminders go by the route.
            if told.content != state.content { return due(.changed, state) }
            if history.isQueued { return .waitInOutbox(since: told.at) }
            guard let route else { return nil }
            let reminderAt = route.reminder(after: told.at)
            if reminderAt <= now { return due(.reminder, state) }
            return history.isInDoubt ? .waitInDoubt(until: reminderAt) : .wait(until: reminderAt)
        case (.resolved, let told?) where told.reason != .resolved && receiver.sendsResolved:
            return due(.resolved, state)
        case (.resolved, _):
            return nil
        }
    }

    private func due(_ reason: NotificationReason, _ state: AlertState) -> PlannedNotification.Decision {
        suppression(of: reason, state).map { .suppress(reason, $0) } ?? .send(reason)
    }

    private func suppression(
        of reason: NotificationReason, _ state: AlertState
    ) -> PlannedNotification.Suppression? {
        if let silence = silences.first(where: { $0.mutes(state.alert.labels, at: now) }) { return .silenced(silence) }
        for inhibition in inhibitions {
            if let other = inhibition.inhibitor(of: state.alert) { return .inhibited(by: other) }
        }
        guard reason == .reminder, let acknowledgement = state.acknowledgement else { return nil }
        return .acknowledged(acknowledgement)
    }
}

extension LoggedNotification {
    /// Whether this entry records that `decision` suppressed this very content.
    fileprivate func says(_ decision: PlannedNotification.Decision, of state: AlertState) -> Bool {
        guard case .suppress(let reason, let suppression) = decision else { return false }
        return outcome == .suppressed && self.reason == reason && detail == suppression.description
            && episode == state.episode && content == state.content
    }
}
