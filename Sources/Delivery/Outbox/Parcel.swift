package import Alerts
package import Foundation
internal import Safekeeping
internal import Standards

/// A file that goes with a message.
package struct Attachment: Sendable, Hashable {
    /// As the receiver sees it.
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

/// A message in the form of its channel, before it has a number.
package struct Draft: Sendable, Hashable {
    /// One line that says what it is about.
    package let subject: String
    /// What the channel sends, or makes what it sends of.
    package let body: String
    /// The same as a page, where the channel sends one.
    package let html: String?
    package let attachments: [Attachment]
    /// The alerts that are told once this has arrived. Of an alert that takes several parcels, those of the last.
    package let alerts: [LoggedNotification]

    package init(
        subject: String, body: String, html: String? = nil, attachments: [Attachment] = [],
        alerts: [LoggedNotification]
    ) {
        self.subject = subject
        self.body = body
        self.html = html
        self.attachments = attachments
        self.alerts = alerts
    }
}

/// A message as the outbox keeps it: the same each time it is sent.
package struct Parcel: Sendable, Hashable {
    /// What a receiver knows a repetition by.
    package let key: String
    /// `<KEY@DOMAIN>`
    package let messageID: String
    package let receiver: String
    /// When it was planned.
    package let at: Date
    package let subject: String
    package let body: String
    package let html: String?
    package let attachments: [Attachment]
    /// It may have arrived already.
    package let isInDoubt: Bool

    package init(
        key: String, messageID: String, receiver: String, at: Date, content: ParcelContent, attachments: [Attachment],
        isInDoubt: Bool
    ) {
        self.key = key
        self.messageID = messageID
        self.receiver = receiver
        self.at = at
        subject = content.subject
        body = content.body
        html = content.html
        self.attachments = attachments
        self.isInDoubt = isInDoubt
    }
}

/// What a parcel says, as the store keeps it.
package struct ParcelContent: Sendable, Hashable, Codable {
    package let subject: String
    package let body: String
    package let html: String?

    package init(_ draft: Draft) {
        subject = draft.subject
        body = draft.body
        html = draft.html
    }
}

extension Message {
    /// The key of the parcel of these alerts: the same wherever the same plan is made again.
    func key(part: Int) -> String {
        let alerts = notifications.map { "\($0.fingerprint) \($0.state.episode) \($0.reason?.rawValue ?? "")" }
        let lines = [receiver, group.description, ChinaTime.timestamp(at), "\(part)"] + alerts
        return String(SHA256.digest(of: lines.joined(separator: "\n").utf8).prefix(32))
    }

    /// The entries of the log that say that the receiver is told of all its alerts.
    var entries: [LoggedNotification] { notifications.compactMap(\.entryBeforeDelivery) }
}
