package import Standards

/// What an alert is recognised by from run to run: the edition, the consortium, the clause and the year, as in
/// `municipal-consortium-trial/C001/16.3/2025`. It rests on nothing that can be corrected later.
///
/// It is also the id of the case, and what people type: `consortium-monitor ack municipal-consortium-trial/C001/16.3/2025`.
package struct Fingerprint: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let text: String

    /// What is of no year ends with the clause; what is of no consortium has `@` and its region in the consortium's place.
    package init(edition: String, consortium: String, clause: String, year: ReportingYear?) {
        text = ([edition, consortium, clause] + (year.map { ["\($0)"] } ?? [])).joined(separator: "/")
    }

    /// The same consortium and year, and another clause. Ids and codes contain no slash.
    func of(clause: String) -> Fingerprint {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return self }
        parts[parts.count - 2] = Substring(clause)
        return Fingerprint(text: parts.joined(separator: "/"))
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
