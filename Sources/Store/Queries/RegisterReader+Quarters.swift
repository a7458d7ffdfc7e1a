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
        try visitEntries(.quarters) { entry, row in
            let reportedBy = row.reportedBy(repeated)
            let key = Key(consortium: entry.consortium, entry: entry.key, reportedBy: reportedBy)
            figures[key] = QuarterFigure(entry, reportedBy: reportedBy)
        }
        return figures.sorted { left, right in
            (left.key.consortium, left.key.entry, left.key.reportedBy ?? "")
                < (right.key.consortium, right.key.entry, right.key.reportedBy ?? "")
        }.map(\.value)
    }
}
