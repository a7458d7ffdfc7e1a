internal import FEEL
internal import Standards

extension Validation {
    /// Says once a consortium that figures are of the year in which they were received: it may still bring more. Plans
    /// are told in their year.
    func unfinishedYears(in submission: Submission) -> [Finding] {
        guard let day = submission.receivedOn ?? today, var figure = Figure(in: submission.observations, prior: nil)
        else { return [] }
        let table = submission.observations
        var found: [UInt32: (first: ObservationTable.Entry, count: Int)] = [:]
        for entry in table.entries {
            guard Int(entry.year) == day.year, entry.basis == .actual, !table.isPlan[Int(entry.indicator)],
                entry.value.status == .reported
            else { continue }
            found[entry.consortium, default: (entry, 0)].count += 1
        }
        return found.sorted { $0.key < $1.key }.prefix(Draft.findingLimit).map { _, figures in
            figure.entry = figures.first
            return figure.finding(
                .yearNotOver,
                ["year": String(day.year), "day": day.description, "count": String(figures.count)])
        }
    }
}
