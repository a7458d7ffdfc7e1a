/// What the notifications of one message have in common.
struct Destination: Hashable, Comparable {
    let receiver: String
    let group: LabelSet

    static func < (left: Destination, right: Destination) -> Bool {
        (left.receiver, left.group.description) < (right.receiver, right.group.description)
    }
}

extension [PlannedNotification] {
    /// The notifications of each destination, the gravest first and otherwise in their order.
    var byDestination: [(key: Destination, value: [PlannedNotification])] {
        Dictionary(grouping: self) { Destination(receiver: $0.receiver, group: $0.group) }
            .sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.gravestFirst) }
    }

    private var gravestFirst: [PlannedNotification] {
        Severity.allCases.reversed().flatMap { severity in filter { $0.state.alert.severity == severity } }
    }
}
