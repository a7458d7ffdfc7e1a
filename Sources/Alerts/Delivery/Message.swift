package import Foundation

/// What one receiver is sent at once: the notifications of a group that are due.
package struct Message: Sendable, Hashable {
    package let receiver: String
    /// What the alerts have in common.
    package let group: LabelSet
    package let at: Date
    /// Never empty, and each one that is to be sent.
    package let notifications: [PlannedNotification]

    /// The messages that `planned` makes, by destination.
    static func all(of planned: [PlannedNotification]) -> [Message] {
        planned.filter { $0.reason != nil }.byDestination.map { destination, notifications in
            Message(
                receiver: destination.receiver, group: destination.group, at: notifications[0].at,
                notifications: notifications)
        }
    }
}
