package import Foundation

/// What one receiver is told at once: the notifications of a group that are due.
package struct Message: Sendable, Hashable {
    package let receiver: String
    /// What the alerts have in common.
    package let group: LabelSet
    package let at: Date
    /// Never empty, and each one that is to be sent.
    package let notifications: [PlannedNotification]
    /// Where they stand among those of the whole, of which this may be a part.
    package let places: Range<Int>
    /// How many the whole has.
    package let total: Int

    package init(receiver: String, group: LabelSet, at: Date, notifications: [PlannedNotification]) {
        self.receiver = receiver
        self.group = group
        self.at = at
        self.notifications = notifications
        places = notifications.indices
        total = notifications.count
    }

    private init(_ places: Range<Int>, of whole: Message) {
        receiver = whole.receiver
        group = whole.group
        at = whole.at
        notifications = Array(whole.notifications[places])
        self.places = whole.places.lowerBound + places.lowerBound..<whole.places.lowerBound + places.upperBound
        total = whole.total
    }

    package var isPart: Bool { notifications.count < total }

    /// The same in messages of at most so many notifications.
    package func parts(of count: Int) -> [Message] {
        guard notifications.count > count else { return [self] }
        return stride(from: 0, to: notifications.count, by: count).map { start in
            Message(start..<min(start + count, notifications.count), of: self)
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
