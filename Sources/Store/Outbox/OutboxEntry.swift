package import Foundation

/// A message on its way into the outbox.
package struct OutboxEntry: Sendable, Hashable {
    package struct Attachment: Sendable, Hashable {
        package let name: String
        /// `text/html`
        package let type: String
        package let bytes: Data

        package init(name: String, type: String, bytes: Data) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    /// What a receiver knows a repetition by. A message whose key is there already is not taken again.
    package let key: String
    package let messageID: String
    package let receiver: String
    package let channel: String
    /// JSON.
    package let content: String
    package let plannedAt: Date
    /// Not to be sent before.
    package let dueAt: Date
    /// The alerts that it tells, as they are logged.
    package let alerts: [NotificationRecord]
    package let attachments: [Attachment]

    package init(
        key: String, messageID: String, receiver: String, channel: String, content: String, plannedAt: Date,
        dueAt: Date, alerts: [NotificationRecord], attachments: [Attachment] = []
    ) {
        self.key = key
        self.messageID = messageID
        self.receiver = receiver
        self.channel = channel
        self.content = content
        self.plannedAt = plannedAt
        self.dueAt = dueAt
        self.alerts = alerts
        self.attachments = attachments
    }
}
