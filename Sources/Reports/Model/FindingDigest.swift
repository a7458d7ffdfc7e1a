package import Standards

/// What an overview says of all findings: how many of each kind there are and of whom, and those that are nobody's.
package struct FindingDigest: Sendable {
    package struct Kind: Sendable {
        package let severity: FindingSeverity
        package let isAnswered: Bool
        /// Of its kind, the same for all findings of the kind: 文件无法读取.
        package let title: String
        package let count: Int
        /// The ids of those whom they concern.
        package let consortia: Set<String>

        package init(severity: FindingSeverity, isAnswered: Bool, title: String, count: Int, consortia: Set<String>) {
            self.severity = severity
            self.isAnswered = isAnswered
            self.title = title
            self.count = count
            self.consortia = consortia
        }

        /// The gravest first, what was answered last.
        static func precedes(_ left: Kind, _ right: Kind) -> Bool {
            if left.isAnswered != right.isAnswered { return right.isAnswered }
            return left.severity != right.severity
                ? left.severity > right.severity : NaturalOrder.precedes(left.title, right.title)
        }
    }

    let kinds: [Kind]
    /// The first of those that belong to no consortium, in the order they were made.
    let orphans: [ReportFinding]
    /// How many there are of them.
    let orphanCount: Int

    /// So many findings that are nobody's are listed.
    package static let orphansListed = 200

    package init(kinds: [Kind], orphans: [ReportFinding], orphanCount: Int) {
        // Two kinds of one title are one to a reader.
        let byTitle = Dictionary(grouping: kinds) { [$0.title, "\($0.severity)", "\($0.isAnswered)"] }
        self.kinds = byTitle.values.map { same in
            Kind(
                severity: same[0].severity, isAnswered: same[0].isAnswered, title: same[0].title,
                count: same.reduce(0) { $0 + $1.count },
                consortia: same.reduce(into: []) { $0.formUnion($1.consortia) })
        }
        self.orphans = orphans
        self.orphanCount = orphanCount
    }

    /// Of all findings.
    package init(_ findings: [ReportFinding]) {
        let orphans = findings.filter { $0.consortium == nil }
        self.init(
            kinds: findings.map { finding in
                Kind(
                    severity: finding.severity, isAnswered: finding.isAnswered, title: finding.title, count: 1,
                    consortia: Set([finding.consortium].compactMap(\.self)))
            }, orphans: Array(orphans.prefix(Self.orphansListed)), orphanCount: orphans.count)
    }
}
