package import Foundation

/// What one receiver is sent at once: the notifications of a group that are due.
package struct Message: Sendable, Hashable {
    package let receiver: String
    /// What the alerts have in common.
    package let group: LabelSet
    package let at: Date
    /// Never empty, and each one that is to be sent.
    package let notifications: [PlannedNotification]

    /// The messages that `planned` makes, by receiver and group.
    static func all(of planned: [PlannedNotification]) -> [Message] {
        Dictionary(grouping: planned.filter { $0.reason != nil }) { Key(receiver: $0.receiver, group: $0.group) }
            .sorted { $0.key < $1.key }
            .map { Message(receiver: $0.receiver, group: $0.group, at: $1[0].at, notifications: $1) }
    }

    private struct Key: Hashable, Comparable {
        let receiver: String
        let group: LabelSet

        static func < (left: Key, right: Key) -> Bool {
            (left.receiver, left.group.description) < (right.receiver, right.group.description)
        }
    }
}
