internal import FEEL
package import Standards

/// What somebody signs who decides: every field of the determination on a line of its own, in this order.
package struct SignedDecision: Sendable, Hashable {
    /// What signatures are made for; one of another namespace is none.
    package static let namespace = "determination@consortium-monitor"

    package let text: String

    package init(_ determination: Determination) {
        let fields: [(String, String?)] = [
            ("consortium", determination.consortium), ("clause", determination.clause),
            ("year", determination.year.description), ("decision", determination.decision.rawValue),
            ("by", determination.by), ("on", determination.on?.description), ("ground", determination.ground),
            ("evidence", determination.evidence), ("subject", determination.subject),
            ("withdraws", determination.withdraws), ("fund", determination.fund),
            ("amount", determination.amount?.description), ("caseDigest", determination.caseDigest),
        ]
        text =
            "\(Self.namespace)\n"
            + fields.map { name, value in "\(name): \(Self.line(value ?? ""))\n" }.joined()
    }

    /// A value that cannot begin another line.
    private static func line(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\n")
    }
}
