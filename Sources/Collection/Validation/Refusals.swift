internal import Standards

/// What a source may not say, gathered so that thousands of rows are told in one sentence.
struct Refusals {
    /// Why something is refused, and what is to be done.
    struct Reason: Hashable {
        let text: String
        let remedy: String
    }

    private struct Group: Hashable {
        let what: String
        let sheet: String?
        let consortium: String?
        let reason: Reason
    }

    private var groups: [Group: (first: CellSource, count: Int)] = [:]
    /// In the order in which they came.
    private var order: [Group] = []

    /// - Parameter consortium: whose what is refused is; nil where it is nobody's.
    mutating func refuse(
        _ what: String, of consortium: String?, at source: CellSource, _ reason: Reason, count: Int = 1
    ) {
        let group = Group(what: what, sheet: source.sheet, consortium: consortium, reason: reason)
        if groups[group] == nil { order.append(group) }
        groups[group, default: (source, 0)].count += count
    }

    /// The entries that `reason` does not refuse; the others are noted.
    mutating func passing<Entry>(
        _ entries: [Entry], _ what: String, consortium: (Entry) -> String?, at source: (Entry) -> CellSource,
        _ reason: (Entry) -> Reason?
    ) -> [Entry] {
        entries.filter { entry in
            guard let found = reason(entry) else { return true }
            refuse(what, of: consortium(entry), at: source(entry), found)
            return false
        }
    }

    var findings: [Finding] {
        order.prefix(Draft.findingLimit).map { group in
            let (first, count) = groups[group] ?? (CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0), 0)
            return Finding(
                .notYours, at: first, consortium: group.consortium,
                [
                    "what": (group.consortium.map { "\($0)的" } ?? "") + group.what, "count": String(count),
                    "reason": group.reason.text, "remedy": group.reason.remedy,
                ])
        }
    }
}
