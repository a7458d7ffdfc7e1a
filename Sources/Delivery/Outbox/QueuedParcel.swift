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
    /// The messages of the plan as their channels write them.
    /// - Parameter ways: the ways to all receivers.
    package func parcels(by ways: Ways) throws -> [QueuedParcel] {
        try messages.flatMap { message -> [QueuedParcel] in
            guard let way = ways[message.receiver] else { preconditionFailure("every receiver of the file has a way") }
            return try way.drafts(of: message).enumerated().map { number, draft in
                let key = message.key(part: number + 1)
                return QueuedParcel(
                    key: key, messageID: "<\(key)@\(way.domain)>", receiver: message.receiver,
                    channel: type(of: way).kind, at: message.at, content: ParcelContent(draft),
                    attachments: draft.attachments, alerts: draft.alerts)
            }
        }
    }
}
