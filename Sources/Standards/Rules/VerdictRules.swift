/// How outcomes become a verdict (`verdict.yml`): a table a standing, and the names that the tables are written in.
package struct VerdictRules: Sendable, Hashable {
    /// What a consortium's outcomes come to, counted; the rules give each its name in formulas.
    package enum Figure: String, Sendable, CaseIterable {
        /// Clauses triggered and not waived, and so on.
        case triggered, waived, suspected, undetermined, warning
        /// Open cases of earlier years.
        case openCases
        /// Reported ÷ applicable points, 0…1.
        case completeness
        /// Whether every criterion of 基础性 that applies is met.
        case basicMet
        /// Criteria of 实质性 that are met ÷ those that apply, 0…1.
        case substantiveShare
        /// Observation points that are rated in words: all, those that two people have not both rated, those on which
        /// the two disagree and nobody has adjudicated, and those of each grade.
        case ratedPoints, unratedPoints, disputedPoints, met, partlyMet, notMet
        /// Lead parties (牵头单位) that nobody names.
        case missingLeads
    }

    /// 已触发数 …
    package let names: [Figure: String]
    /// In the order of the file, each of another standing.
    package let tables: [VerdictTable]

    package init(names: [Figure: String], tables: [VerdictTable]) {
        self.names = names
        self.tables = tables
    }

    /// An edition that gives no verdict.
    package static let none = VerdictRules(names: [:], tables: [])

    /// Nil where consortia of this standing get no verdict.
    package func table(for standing: Standing) -> VerdictTable? {
        tables.first { $0.standing == standing }
    }

    /// Every verdict that some table can give, once, in the order of the tables.
    package var rows: [VerdictTable.Row] {
        var seen: Set<String> = []
        return tables.flatMap(\.rows).filter { seen.insert($0.verdict).inserted }
    }
}
