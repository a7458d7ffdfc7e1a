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
    /// Whether the siblings after this node are tried too.
    package let continues: Bool
    package let routes: [Route]

    package init(
        matchers: [Matcher] = [], receiver: String, groupBy: [LabelName], repeatInterval: TimeInterval,
        continues: Bool = false, routes: [Route] = []
    ) {
        self.matchers = matchers
        self.receiver = receiver
        self.groupBy = groupBy
        self.repeatInterval = repeatInterval
        self.continues = continues
        self.routes = routes
    }

    /// The nodes that take an alert of `labels`, each receiver once, in the order of the tree; empty where this node
    /// does not match.
    package func destinations(of labels: LabelSet) -> [Route] {
        var receivers: Set<String> = []
        return nodes(for: labels).filter { receivers.insert($0.receiver).inserted }
    }

    /// When a receiver who was told at `told`, and has heard nothing since, is reminded.
    ///
    /// An interval of whole days counts days of the calendar in China: the run of the seventh night reminds after seven
    /// days, also where it begins a second earlier than the run of the first did.
    func reminder(after told: Date) -> Date {
        let day: TimeInterval = 86_400
        guard repeatInterval.truncatingRemainder(dividingBy: day) == 0 else {
            return told.addingTimeInterval(repeatInterval)
        }
        return ChinaTime.start(of: ChinaTime.day(of: told)).addingTimeInterval(repeatInterval)
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
