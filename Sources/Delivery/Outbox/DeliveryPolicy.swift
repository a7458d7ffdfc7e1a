import Alerts
import Configuration
package import Foundation

/// How patient delivery is, as `delivery` in `alerts.yml` says it.
package struct DeliveryPolicy: Sendable, Hashable {
    /// How many seconds a service may take for one message.
    package var timeout: TimeInterval = 30
    /// After how many failures a message is given up.
    package var tries = 12
    /// The pause after the first failure; each further one doubles it.
    package var firstPause: TimeInterval = 60
    package var longestPause: TimeInterval = 6 * 3600
    /// How long one delivery waits, all in all, for pauses and limits to pass; what has to wait longer is for the next.
    package var patience: TimeInterval = 120

    package init() {}

    static let keys = ["timeout", "tries", "first_pause", "longest_pause", "patience"]

    init(_ entry: YAMLEntry) {
        let fields = YAMLFields(entry, Self.keys)
        if let entry = fields.optional("timeout") { timeout = entry.duration ?? timeout }
        if let entry = fields.optional("first_pause") { firstPause = entry.duration ?? firstPause }
        if let entry = fields.optional("longest_pause") { longestPause = entry.duration ?? longestPause }
        if let entry = fields.optional("patience") {
            patience = entry.rawText == "0" ? 0 : entry.duration ?? patience
        }
        if let entry = fields.optional("tries") {
            tries = entry.integer
            if tries == 0 { entry.report(expected: "应至少试一次", remedy: "请写 1 或更大的数") }
        }
        if longestPause < firstPause {
            fields.optional("longest_pause")?.report(
                expected: "应不短于 first_pause", remedy: "请改长，或把 first_pause 改短")
        }
    }

    /// The pause after so many failures, in seconds: doubled each time, and spread by `fraction` (from 0 to 1) over its
    /// second half, so that what failed together is not tried together again.
    package func pause(afterFailures failures: Int, fraction: Double) -> TimeInterval {
        let doublings = Double(min(max(failures - 1, 0), 40))
        let longest = min(longestPause, firstPause * pow(2, doublings))
        return longest * (0.5 + 0.5 * min(max(fraction, 0), 1))
    }
}
