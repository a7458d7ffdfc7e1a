package import Foundation
package import Standards

/// What one run does about alerts: the states it leaves to the next run, and what is sent to whom and why.
///
/// Pure: the same arguments give the same plan. The caller stores ``states``, ``entriesBeforeDelivery`` and the messages
/// in one transaction; what is stored is delivered from the store, by whichever process comes first.
package struct AlertPlan: Sendable, Hashable {
    /// By fingerprint: every alert that fires, and the resolved ones that were known.
    package let states: [AlertState]
    /// What has happened to alerts since the last run.
    package let transitions: [AlertTransition]
    /// By receiver, group and fingerprint, the gravest first.
    package let notifications: [PlannedNotification]

    /// What goes into the log before anything is delivered, made as it is asked for.
    package var entriesBeforeDelivery: some Sequence<LoggedNotification> {
        notifications.lazy.compactMap(\.entryBeforeDelivery)
    }

    /// Plans a run.
    ///
    /// - Parameters:
    ///   - situations: how every clause and verdict of this run stands.
    ///   - previous: the states that earlier runs left, of the edition, year and consortia that this run covers; one
    ///     that has no situation now goes on firing, as its data have vanished.
    ///   - histories: what the notification log says of those alerts.
    ///   - workdays: which days are working days, for receivers that are told on those.
    ///   - now: the time of the run; fractions of a second are dropped.
    package init(
        situations: [Situation], previous: [AlertState], histories: NotificationHistories, silences: [Silence],
        configuration: AlertsConfiguration, workdays: Workdays, now: Date
    ) {
        let now = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        let before = Dictionary(previous.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        let current = Dictionary(situations.map { ($0.fingerprint, $0) }, uniquingKeysWith: { _, last in last })
        states = Set(before.keys).union(current.keys).sorted().compactMap { id in
            AlertState.next(after: before[id], situation: current[id], now: now)
        }
        transitions = states.compactMap { AlertTransition(from: before[$0.id], to: $0, at: now) }
        let firing = states.filter { $0.status == .firing }.map(\.alert)
        var planner = NotificationPlanner(
            configuration: configuration, silences: silences, histories: histories,
            inhibitions: configuration.inhibitRules.map { Inhibition($0, firing: firing) },
            verdicts: LoneVerdicts(states), workdays: workdays, now: now)
        var notifications: [PlannedNotification] = []
        for state in states { notifications += planner.notifications(of: state) }
        self.notifications = notifications.byDestination.flatMap(\.value)
    }
}
