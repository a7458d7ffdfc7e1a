package import Foundation
internal import Standards

/// A node of the routing tree: which receiver is told of the alerts that its matchers match.
///
/// An alert goes down to the first child that matches, and on to the next ones where that child says `continue`; where
/// no child matches, the node itself takes it. What a node does not set it has from its parent.
package struct Route: Sendable, Hashable {
    package let matchers: [Matcher]
    package let receiver: String
    /// Alerts that agree on these labels go out in one message.
    package let groupBy: [LabelName]
    /// After how many seconds without change a receiver is reminded.
    package let repeatInterval: TimeInterval
    /// How many seconds a new alert waits before anybody is told, so that what is put right meanwhile is never told.
    package let groupWait: TimeInterval
    /// When receivers are told; nil for at any time.
    package let hours: Hours?
    /// Who else is told where nobody has acknowledged in time; nil where nobody is.
    package let escalation: Escalation?
    /// Whether the siblings after this node are tried too.
    package let continues: Bool
    package private(set) var routes: [Route]

    package init(
        matchers: [Matcher] = [], receiver: String, groupBy: [LabelName], repeatInterval: TimeInterval,
        groupWait: TimeInterval = 0, hours: Hours? = nil, escalation: Escalation? = nil, continues: Bool = false,
        routes: [Route] = []
    ) {
        self.matchers = matchers
        self.receiver = receiver
        self.groupBy = groupBy
        self.repeatInterval = repeatInterval
        self.groupWait = groupWait
        self.hours = hours
        self.escalation = escalation
        self.continues = continues
        self.routes = routes
    }

    func with(routes: [Route]) -> Route {
        var route = self
        route.routes = routes
        return route
    }

    /// The nodes that take an alert of `labels`, each receiver once, in the order of the tree; empty where this node
    /// does not match.
    package func destinations(of labels: LabelSet) -> [Route] {
        var receivers: Set<String> = []
        return nodes(for: labels).filter { receivers.insert($0.receiver).inserted }
    }

    /// When a receiver who was told at `told`, and has heard nothing since, is reminded.
    func reminder(after told: Date) -> Date { told.adding(repeatInterval) }

    /// Until when an alert that began at `start` waits before anybody is told.
    func groupWaitEnds(after start: Date) -> Date { groupWait == 0 ? start : start.adding(groupWait) }

    /// The way to who is told because nobody has acknowledged `state` in time; nil where it is not time. Nobody is late with
    /// what is only called to mind before its day; once the day has passed, time counts from then.
    func escalated(of state: AlertState, at now: Date) -> Route? {
        guard let escalation, !state.isAhead, state.unattendedSince.adding(escalation.after) <= now else { return nil }
        return Route(
            receiver: escalation.receiver, groupBy: groupBy, repeatInterval: repeatInterval, hours: hours)
    }

    private func nodes(for labels: LabelSet) -> [Route] {
        guard matchers.allSatisfy({ $0.matches(labels) }) else { return [] }
        var found: [Route] = []
        for route in routes {
            let nodes = route.nodes(for: labels)
            found += nodes
            if !nodes.isEmpty, !route.continues { break }
        }
        return found.isEmpty ? [self] : found
    }
}

/// Who else is told of an alert that nobody has acknowledged, and after how many seconds.
package struct Escalation: Sendable, Hashable {
    package let after: TimeInterval
    package let receiver: String

    package init(after: TimeInterval, receiver: String) {
        self.after = after
        self.receiver = receiver
    }
}

extension Date {
    /// An interval of whole days counts days of the calendar in China: what is due after seven days is due in the run of
    /// the seventh night, also where it begins a second earlier than the run of the first did.
    fileprivate func adding(_ interval: TimeInterval) -> Date {
        guard interval.truncatingRemainder(dividingBy: 86_400) == 0 else { return addingTimeInterval(interval) }
        return ChinaTime.start(of: ChinaTime.day(of: self)).addingTimeInterval(interval)
    }
}

extension AlertState {
    /// From when on somebody should have dealt with it.
    var unattendedSince: Date { alert.schedule == nil ? startsAt : changedAt }
}
