internal import FEEL
package import Standards

/// What somebody signs who decides: every field of it on a line of its own, in a fixed order, under the name of what sort
/// of thing it is, so that a signature of one is none of another.
package struct SignedDecision: Sendable, Hashable {
    /// What signatures are made for; one of another namespace is none.
    package let namespace: String
    package let text: String
    /// As messages call it: 认定.
    package let title: String

    /// - Parameter sort: the first part of the namespace.
    package init(_ sort: String, called title: String, _ fields: [(name: String, value: String?)]) {
        namespace = "\(sort)@consortium-monitor"
        self.title = title
        text =
            "\(namespace)\n"
            + fields.map { name, value in "\(name): \(Self.line(value ?? ""))\n" }.joined()
    }

    package init(_ determination: Determination) {
        self.init(
            "determination", called: "认定",
            [
                ("consortium", determination.consortium), ("clause", determination.clause),
                ("year", determination.year.description), ("decision", determination.decision.rawValue),
                ("by", determination.by), ("on", determination.on?.description), ("ground", determination.ground),
                ("evidence", determination.evidence), ("subject", determination.subject),
                ("withdraws", determination.withdraws), ("fund", determination.fund),
                ("amount", determination.amount?.description), ("caseDigest", determination.caseDigest),
            ])
    }

    package init(_ transition: Transition) {
        self.init(
            "transition", called: "状态变更",
            [
                ("consortium", transition.consortium), ("from", transition.from?.rawValue),
                ("to", transition.to.rawValue), ("on", transition.on.description), ("document", transition.document),
                ("by", transition.by), ("ground", transition.ground),
            ])
    }

    package init(_ rating: Rating) {
        self.init(
            "rating", called: "评定",
            [
                ("consortium", rating.consortium), ("point", rating.point), ("round", rating.round.rawValue),
                ("rating", rating.grade.rawValue), ("by", rating.by), ("on", rating.on.description),
                ("ground", rating.ground), ("evidence", rating.evidence),
            ])
    }

    /// A value that cannot begin another line.
    private static func line(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\n")
    }
}
