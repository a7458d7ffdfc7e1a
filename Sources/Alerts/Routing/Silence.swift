package import Foundation

/// A time in which nothing is sent of the alerts that all matchers match. The lifecycle of the alerts goes on.
package struct Silence: Sendable, Hashable, Codable, Identifiable {
    package let id: String
    package let matchers: [Matcher]
    package let from: Date
    /// The first moment after the silence.
    package let until: Date
    package let by: String
    package let comment: String
    /// What who made it signed; nil where nobody signed.
    package let signature: String?

    package init(
        id: String, matchers: [Matcher], from: Date, until: Date, by: String, comment: String, signature: String? = nil
    ) {
        self.id = id
        self.matchers = matchers
        self.from = from
        self.until = until
        self.by = by
        self.comment = comment
        self.signature = signature
    }

    package func isActive(at now: Date) -> Bool { from <= now && now < until }

    /// Whether the silence holds for an alert of `labels` at `now`. One without matchers holds for none.
    package func mutes(_ labels: LabelSet, at now: Date) -> Bool {
        isActive(at: now) && !matchers.isEmpty && matchers.allSatisfy { $0.matches(labels) }
    }
}
