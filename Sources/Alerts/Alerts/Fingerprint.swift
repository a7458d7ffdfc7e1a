package import Standards

/// What an alert is recognised by from run to run: `C001/2025/16.3`, a consortium, a year and a clause.
///
/// It is also what people type: `consortium-monitor ack C001/2025/16.3`.
package struct Fingerprint: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let text: String

    package init(consortium: String, year: ReportingYear, clause: String) {
        text = "\(consortium)/\(year)/\(clause)"
    }

    /// A fingerprint as it was printed or stored.
    package init(text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package var description: String { text }

    package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.text < right.text }
}
