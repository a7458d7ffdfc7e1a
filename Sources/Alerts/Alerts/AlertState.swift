package import Foundation

/// That a named person has seen an alert and deals with it: no reminders are sent any more, changes and the end are. It
/// ends when what it was given for changes, and when its date passes.
package struct Acknowledgement: Sendable, Hashable, Codable {
    package let by: String
    package let at: Date
    /// The first moment after it; nil for one without an end of its own.
    package let until: Date?
    package let comment: String

    package init(by: String, at: Date, until: Date? = nil, comment: String) {
        self.by = by
        self.at = at
        self.until = until
        self.comment = comment
    }

    func isOver(at now: Date) -> Bool { until.map { $0 <= now } ?? false }
}

/// An alert over time, as one run leaves it to the next; the store keeps one per fingerprint.
package struct AlertState: Sendable, Hashable, Codable, Identifiable {
    package enum Status: String, Sendable, Codable, CaseIterable {
        case firing, resolved

        package var title: String {
            switch self {
            case .firing: "告警中"
            case .resolved: "已解除"
            }
        }
    }

    /// Why an alert goes on firing though the data no longer tell: missing data never resolve an alert.
    package struct Hold: Sendable, Hashable, Codable {
        package let since: Date
        package let text: String
        /// The facts whose absence keeps the alert firing.
        package let missing: [String]

        package init(since: Date, text: String, missing: [String]) {
            self.since = since
            self.text = text
            self.missing = missing
        }
    }

    /// As last established by data: of a held alert before the data went, of a resolved one while it fired.
    package var alert: Alert
    package var status: Status
    /// How often the alert has begun to fire, from 1. What was told of one episode says nothing of the next.
    package var episode: Int
    package var startsAt: Date
    /// When alert, hold or status last changed in a way that people are told of.
    package var changedAt: Date
    package var endsAt: Date?
    package var hold: Hold?
    /// Why the alert was resolved.
    package var resolution: String?
    package var acknowledgement: Acknowledgement?

    package var id: Fingerprint { alert.fingerprint }

    package init(
        alert: Alert, status: Status = .firing, episode: Int = 1, startsAt: Date, changedAt: Date, endsAt: Date? = nil,
        hold: Hold? = nil, resolution: String? = nil, acknowledgement: Acknowledgement? = nil
    ) {
        self.alert = alert
        self.status = status
        self.episode = episode
        self.startsAt = startsAt
        self.changedAt = changedAt
        self.endsAt = endsAt
        self.hold = hold
        self.resolution = resolution
        self.acknowledgement = acknowledgement
    }

    /// What a person is told; a difference in it is worth a message.
    package var content: AlertContent {
        AlertContent(
            outcome: alert.annotations.outcomeTitle, severity: alert.severity, summary: alert.annotations.summary,
            remedy: alert.annotations.remedy?.text, isHeld: hold != nil)
    }
}

/// The part of an alert that people act on. Other cells or files behind the same figures are no news.
package struct AlertContent: Sendable, Hashable, Codable {
    package let outcome: String
    package let severity: Severity
    package let summary: String
    package let remedy: String?
    /// The data that established the alert are no longer there.
    package let isHeld: Bool
    /// The verdict that the clause alone has caused, where it is told along with it.
    package let verdict: String?

    package init(
        outcome: String, severity: Severity, summary: String, remedy: String?, isHeld: Bool, verdict: String? = nil
    ) {
        self.outcome = outcome
        self.severity = severity
        self.summary = summary
        self.remedy = remedy
        self.isHeld = isHeld
        self.verdict = verdict
    }

    /// With the verdict that is told along.
    func with(verdict: String?) -> AlertContent {
        AlertContent(
            outcome: outcome, severity: severity, summary: summary, remedy: remedy, isHeld: isHeld, verdict: verdict)
    }

    var withoutHold: AlertContent {
        AlertContent(outcome: outcome, severity: severity, summary: summary, remedy: remedy, isHeld: false)
    }
}
