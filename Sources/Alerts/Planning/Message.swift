package import Foundation

/// What one receiver is told at once: the notifications of a group that are due.
package struct Message: Sendable, Hashable {
    package let receiver: String
    /// What the alerts have in common.
    package let group: LabelSet
    package let at: Date
    /// Never empty, and each one that is to be sent.
    package let notifications: [PlannedNotification]

    package init(receiver: String, group: LabelSet, at: Date, notifications: [PlannedNotification]) {
        self.receiver = receiver
        self.group = group
        self.at = at
        self.notifications = notifications
    }

    /// The same in messages of at most so many notifications.
    package func parts(of count: Int) -> [Message] {
        stride(from: 0, to: notifications.count, by: count).map { start in
            Message(
                receiver: receiver, group: group, at: at,
                notifications: Array(notifications[start..<min(start + count, notifications.count)]))
        }
    }
}

extension AlertPlan {
    /// What is to be sent, by destination.
    package var messages: [Message] {
        notifications.filter { $0.reason != nil }.byDestination.map { destination, notifications in
            Message(
                receiver: destination.receiver, group: destination.group, at: notifications[0].at,
                notifications: notifications)
        }
    }
}
