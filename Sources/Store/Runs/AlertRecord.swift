package import Foundation

/// An alert as the store keeps it; what it says stands in the payload.
package struct AlertRecord: Sendable, Hashable {
    /// The same for the same cause, run after run.
    package let fingerprint: String
    /// Id of the edition that it was raised under.
    package let edition: String
    package let consortium: String
    package let clause: String
    /// The assessed year; nil for what is of no year.
    package let year: Int?
    package let state: String
    package let raisedAt: Date
    package let changedAt: Date
    package let resolvedAt: Date?
    /// JSON.
    package let payload: String

    package init(
        fingerprint: String, edition: String, consortium: String, clause: String, year: Int?, state: String,
        raisedAt: Date, changedAt: Date, resolvedAt: Date?, payload: String
    ) {
        self.fingerprint = fingerprint
        self.edition = edition
        self.consortium = consortium
        self.clause = clause
        self.year = year
        self.state = state
        self.raisedAt = raisedAt
        self.changedAt = changedAt
        self.resolvedAt = resolvedAt
        self.payload = payload
    }
}

/// One notification of an alert to one receiver, with why it was sent.
package struct NotificationRecord: Sendable, Hashable {
    package let fingerprint: String
    package let receiver: String
    /// `first`, `changed`, `reminder` or `resolved`.
    package let reason: String
    package let at: Date
    /// `delivered`, `failed` …
    package let outcome: String
    /// JSON.
    package let payload: String

    package init(
        fingerprint: String, receiver: String, reason: String, at: Date, outcome: String, payload: String
    ) {
        self.fingerprint = fingerprint
        self.receiver = receiver
        self.reason = reason
        self.at = at
        self.outcome = outcome
        self.payload = payload
    }
}
