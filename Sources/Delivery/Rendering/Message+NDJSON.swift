package import Alerts
import Foundation
internal import Safekeeping

extension Message {
    /// A JSON object a line and notification, keys sorted; ends with a line break.
    package func ndjson() throws -> String {
        try notifications.map { try JSONText.of(NotificationLine($0)) + "\n" }.joined()
    }

    /// One JSON object for programs: what the alerts have in common, and the alerts as in ``ndjson()``.
    func json() throws -> String {
        try JSONText.of(
            Envelope(receiver: receiver, at: at, group: group, alerts: notifications.map(NotificationLine.init)))
    }
}

/// JSON with the keys in order and nothing in it that would do something to a terminal.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self).escapedInJSON
    }
}

extension JSONText {
    /// How many bytes a value takes.
    static func bytes(_ value: some Encodable) throws -> Int { try of(value).utf8.count }
}

private struct Envelope: Encodable {
    var version = 1
    let receiver: String
    let at: Date
    let group: LabelSet
    let alerts: [NotificationLine]
}

/// The shape of a line.
private struct NotificationLine: Encodable {
    let at: Date
    let receiver: String
    let reason: NotificationReason?
    let explanation: String
    let fingerprint: Fingerprint
    let status: AlertState.Status
    let episode: Int
    let startsAt: Date
    let endsAt: Date?
    let labels: LabelSet
    let annotations: Alert.Annotations
    let hold: AlertState.Hold?
    let resolution: String?
    let previously: AlertContent?

    init(_ notification: PlannedNotification) {
        let state = notification.state
        at = notification.at
        receiver = notification.receiver
        reason = notification.reason
        explanation = notification.explanation
        fingerprint = notification.fingerprint
        status = state.status
        episode = state.episode
        startsAt = state.startsAt
        endsAt = state.endsAt
        labels = state.alert.labels
        annotations = state.alert.annotations
        hold = state.hold
        resolution = state.resolution
        previously = notification.previously
    }
}
