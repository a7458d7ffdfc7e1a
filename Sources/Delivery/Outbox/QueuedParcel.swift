package import Alerts
package import Foundation

/// A message on its way into the outbox.
package struct QueuedParcel: Sendable, Hashable {
    package let key: String
    package let messageID: String
    package let receiver: String
    /// The kind of the channel.
    package let channel: String
    package let at: Date
    package let content: ParcelContent
    package let attachments: [Attachment]
    package let alerts: [LoggedNotification]
}

extension AlertPlan {
    /// Hands over the messages of the plan as their channels write them, one destination after the other: their texts need
    /// not stand in memory together.
    /// - Parameter ways: the ways to all receivers.
    package func eachParcel(by ways: Ways, _ take: (QueuedParcel) throws -> Void) throws {
        for message in messages {
            guard let way = ways[message.receiver] else { preconditionFailure("every receiver of the file has a way") }
            var count = 0
            for part in way.longestMessage.map(message.parts) ?? [message] {
                for draft in try way.drafts(of: part) {
                    count += 1
                    let key = message.key(part: count)
                    try take(
                        QueuedParcel(
                            key: key, messageID: "<\(key)@\(way.domain)>", receiver: message.receiver,
                            channel: type(of: way).kind, at: message.at, content: ParcelContent(draft),
                            attachments: draft.attachments, alerts: draft.alerts))
                }
            }
        }
    }
}
