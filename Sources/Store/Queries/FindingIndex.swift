package import Foundation
internal import GRDB
internal import Standards

/// Which findings there are, without what they say: what an overview counts, and where those of a consortium are.
package struct FindingIndex: Sendable {
    package struct Kind: Sendable, Hashable {
        package let kind: String
        package let severity: String
        /// Whether they were answered, in their own file or in a later one.
        package let isAnswered: Bool
    }

    /// How many findings of a kind there are, and of whom.
    package struct Tally: Sendable {
        package fileprivate(set) var count = 0
        package fileprivate(set) var consortia: Set<String> = []
    }

    package fileprivate(set) var tallies: [Kind: Tally] = [:]
    /// How many findings belong to no consortium.
    package fileprivate(set) var orphanCount = 0
    fileprivate var orphans: [Int64] = []
    fileprivate var byConsortium: [String: [Int64]] = [:]
    fileprivate let asOf: Date?
}

extension Store {
    /// The findings of what had been received by `asOf`; nil for all.
    /// - Parameter others: ids of consortia whose findings are left out.
    package func findingIndex(asOf: Date? = nil, leavingOut others: Set<String> = []) throws -> FindingIndex {
        try read { db in
            var index = FindingIndex(asOf: asOf)
            var texts: Set<String> = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT finding.id, kind, severity, finding.consortium,
                      answer IS NOT NULL OR EXISTS (\(Self.sameAnswered(by: "?1")))
                    FROM finding CROSS JOIN submission ON submission.id = finding.submission
                    WHERE ?1 IS NULL OR received_at <= ?1 ORDER BY finding.id
                    """, arguments: [asOf?.storeText])
            while let row = try rows.next() {
                let id: Int64 = row[0]
                let consortium: String? = row[3]
                if let consortium, others.contains(consortium) { continue }
                let kind = FindingIndex.Kind(
                    kind: texts.shared(row[1]), severity: texts.shared(row[2]), isAnswered: row[4])
                index.tallies[kind, default: FindingIndex.Tally()].count += 1
                if let consortium {
                    index.tallies[kind]?.consortia.insert(texts.shared(consortium))
                    index.byConsortium[consortium, default: []].append(id)
                } else {
                    index.orphanCount += 1
                    index.orphans.append(id)
                }
            }
            return index
        }
    }

    /// The findings of one consortium, in the order they were made.
    package func findings(of consortium: String, in index: FindingIndex) throws -> [SubmissionFinding] {
        try findings(index.byConsortium[consortium, default: []], asOf: index.asOf)
    }

    /// The first of those that belong to no consortium.
    package func orphanedFindings(in index: FindingIndex, limit: Int) throws -> [SubmissionFinding] {
        try findings(Array(index.orphans.prefix(limit)), asOf: index.asOf)
    }

    private func findings(_ ids: [Int64], asOf: Date?) throws -> [SubmissionFinding] {
        guard !ids.isEmpty else { return [] }
        return try findings(
            where: "finding.id IN (SELECT value FROM json_each(?2))", [asOf?.storeText, ids.description], asOf: "?1")
    }
}

extension Set<String> {
    /// The same text for every time it is read.
    fileprivate mutating func shared(_ text: String) -> String { insert(text).memberAfterInsert }
}
