internal import FEEL
internal import Standards

extension Validation {
    /// Says once a consortium that figures are of the year in which they were received: it may still bring more. Plans
    /// are told in their year. It is of no one figure, so no row's explanation answers it.
    func unfinishedYears(in submission: Submission) -> [Finding] {
        guard !collectsWithinYear, let day = submission.receivedOn ?? today else { return [] }
        let table = submission.observations
        var found: [UInt32: (first: ObservationTable.Entry, count: Int)] = [:]
        for place in table.entries.indices where Int(table.entries[place].year) == day.year {
            let entry = table.entries[place]
            guard entry.basis == .actual, !table.isPlan[Int(entry.indicator)], entry.value.status == .reported else {
                continue
            }
            found[entry.consortium, default: (entry, 0)].count += 1
        }
        return found.sorted { $0.key < $1.key }.prefix(Draft.findingLimit).map { consortium, figures in
            Finding(
                .yearNotOver, at: table.source(of: figures.first), consortium: table.consortia[Int(consortium)],
                year: ReportingYear(day.year),
                ["year": String(day.year), "day": day.inChinese, "count": String(figures.count)])
        }
    }
}
