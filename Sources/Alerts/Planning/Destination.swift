/// What the notifications of one message have in common.
struct Destination: Hashable, Comparable {
    let receiver: String
    let group: LabelSet

    static func < (left: Destination, right: Destination) -> Bool {
        (left.receiver, left.group.description) < (right.receiver, right.group.description)
    }
}

extension [PlannedNotification] {
    /// The notifications of each destination, in their order. There are few destinations for many notifications, so
    /// that only the former are sorted.
    var byDestination: [(key: Destination, value: [PlannedNotification])] {
        Dictionary(grouping: self) { Destination(receiver: $0.receiver, group: $0.group) }
            .sorted { $0.key < $1.key }
    }
}
