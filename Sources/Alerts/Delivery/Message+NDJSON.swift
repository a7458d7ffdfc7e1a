import Foundation
internal import Safekeeping

extension Message {
    /// A JSON object a line and notification, keys sorted; ends with a line break.
    package func ndjson() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try notifications.map { notification in
            String(decoding: try encoder.encode(NotificationLine(notification)), as: UTF8.self).escapedInJSON + "\n"
        }.joined()
    }
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
