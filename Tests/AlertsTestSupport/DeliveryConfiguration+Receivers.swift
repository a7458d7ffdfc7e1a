import Alerts
package import Delivery
import Foundation

extension DeliveryConfiguration {
    /// A configuration in which every alert goes to every receiver.
    /// - Parameter receivers: the items of the list in `alerts.yml`, a line each: `{name: desk, kind: stdout}`.
    package static func telling(_ receivers: String..., delivery: String = "{}", groupBy: String = "[province]") throws
        -> DeliveryConfiguration
    {
        try read(
            Data(text(receivers, delivery: delivery, groupBy: groupBy).utf8), name: "alerts.yml",
            knowing: Vocabulary(editions: [trialEdition], clauses: ["16.3"], verdicts: ["disqualify"]))
    }

    /// The same as a file.
    package static func text(_ receivers: [String], delivery: String, groupBy: String) -> String {
        let names = receivers.compactMap { $0.firstMatch(of: /name: *([^,}]+)/).map { String($0.1) } }
        return """
            alerts: {outcomes: {triggered: critical, suspected: major, undetermined: warning, warning: warning}}
            delivery: \(delivery)
            receivers:
            \(receivers.map { "  - \($0)" }.joined(separator: "\n"))
            route:
              receiver: \(names.first ?? "")
              group_by: \(groupBy)
              repeat_interval: 7d
              routes:
            \(names.map { "    - {receiver: \($0), continue: true}" }.joined(separator: "\n"))
            """
    }
}
