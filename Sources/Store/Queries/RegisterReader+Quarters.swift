internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// The figures of quarters, by consortium: of what an authority and what a consortium says the latest each.
    func quarterFigures() throws -> [QuarterFigure] {
        struct Key: Hashable {
            let consortium: String
            let entry: String
            let reportedBy: String?
        }
        var figures: [Key: QuarterFigure] = [:]
        for row in try entryRows(.quarters) {
            let entry = try RegisterEntry(row, of: .quarters)
            let key = Key(consortium: entry.consortium, entry: entry.key, reportedBy: row.reportedBy)
            figures[key] = QuarterFigure(entry, reportedBy: row.reportedBy)
        }
        return figures.sorted { left, right in
            (left.key.consortium, left.key.entry, left.key.reportedBy ?? "")
                < (right.key.consortium, right.key.entry, right.key.reportedBy ?? "")
        }.map(\.value)
    }
}
