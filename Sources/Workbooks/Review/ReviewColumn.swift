internal import Collection
internal import Spreadsheet

/// A column of the sheet 认定表, by the name that the register of determinations has for it.
struct ReviewColumn {
    /// As ``Collection/FormKind/columns`` calls it.
    let id: String
    let width: Double
    let kind: Kind

    enum Kind {
        /// Shown of the case.
        case shown
        /// Filled in by the reviewer.
        case input
        /// Needed where the sheet comes back, and not printed.
        case reference
    }

    private init(_ id: String, _ width: Double, _ kind: Kind = .shown) {
        self.id = id
        self.width = width
        self.kind = kind
    }

    static let all = [
        ReviewColumn("case", 11), ReviewColumn("caseConsortium", 13), ReviewColumn("caseClause", 15),
        ReviewColumn("caseOutcome", 7), ReviewColumn("caseState", 7), ReviewColumn("caseDue", 11),
        ReviewColumn("caseFacts", 46), ReviewColumn("decision", 8, .input), ReviewColumn("by", 10, .input),
        ReviewColumn("on", 11, .input), ReviewColumn("ground", 22, .input), ReviewColumn("evidence", 10, .input),
        ReviewColumn("caseProgress", 7),
        ReviewColumn("consortium", 10, .reference), ReviewColumn("clause", 6, .reference),
        ReviewColumn("year", 6, .reference), ReviewColumn("subject", 18, .reference),
        ReviewColumn("id", 15, .reference), ReviewColumn("caseDigest", 18, .reference),
        ReviewColumn("signature", 12, .reference),
    ]

    /// Where a column stands, from 1.
    static func number(_ id: String) -> Int { (all.firstIndex { $0.id == id } ?? 0) + 1 }

    /// How many of them are printed.
    static let printed = all.count { $0.kind != .reference }

    var title: String { FormKind.determinations.columns.first { $0.id == id }?.title ?? id }
}
