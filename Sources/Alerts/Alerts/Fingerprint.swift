package import Standards

/// What an alert is recognised by from run to run: the edition, the consortium, the clause and the year, as in
/// `municipal-consortium-trial/C001/16.3/2025`. It rests on nothing that can be corrected later.
///
/// It is also the id of the case, and what people type: `consortium-monitor ack municipal-consortium-trial/C001/16.3/2025`.
package struct Fingerprint: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let text: String

    package init(edition: String, consortium: String, clause: String, year: ReportingYear) {
        text = "\(edition)/\(consortium)/\(clause)/\(year)"
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
