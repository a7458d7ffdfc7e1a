internal import Standards
internal import Synchronization

/// Files of one sender that may give the same figure, and of which nothing tells which was sent later. Figures that
/// differ between two of them are taken from neither: the last one would otherwise count by accident.
final class Contest: Sendable {
    private let files: [Batch.Item]
    /// By number, the files from which the order of one cannot be told.
    private let rivals: [Set<Int>]
    /// Figures in dispute, by number of the file, with the numbers of those that say otherwise; nil before a reading.
    private let disputes = Mutex<[[ObservationKey: Set<Int>]]?>(nil)

    init(_ files: [Batch.Item], rivals: [Set<Int>]) {
        self.files = files
        self.rivals = rivals
    }

    /// Takes what is in dispute out of the submission of one of the files, and says so once for each other file.
    /// - Parameter read: reads a file as if it were alone.
    func settle(
        _ submission: inout Submission, of path: String, reading read: (Batch.Item) -> Submission
    ) {
        guard let number = files.firstIndex(where: { $0.path == path }) else { return }
        let disputed = disputes.withLock { disputes in
            let all = disputes ?? findDisputes(files.map(read))
            disputes = all
            return all[number]
        }
        guard !disputed.isEmpty else { return }
        let table = submission.observations
        var points: [Int: [ObservationTable.Entry]] = [:]
        for entry in table.entries {
            for other in disputed[table.key(of: entry)] ?? [] { points[other, default: []].append(entry) }
        }
        submission.observations.removeAll { disputed[table.key(of: $0)] != nil }
        for (other, entries) in points.sorted(by: { $0.key < $1.key }) {
            let keys = entries.map { table.key(of: $0) }
            submission.findings.append(
                Finding(
                    .orderUnknown, at: submission.wholeFile, consortium: keys[0].consortium,
                    [
                        "other": files[other].name, "count": String(keys.count),
                        "points": keys.map { "\($0.consortium) \($0.indicator)（\($0.year)年）" }
                            .joined(separator: "、"),
                    ]))
        }
    }

    private func findDisputes(_ submissions: [Submission]) -> [[ObservationKey: Set<Int>]] {
        var figures: [ObservationKey: [(number: Int, value: ObservedValue)]] = [:]
        var disputes = [[ObservationKey: Set<Int>]](repeating: [:], count: submissions.count)
        for (number, submission) in submissions.enumerated() {
            let table = submission.observations
            for entry in table.entries where entry.value != .missing {
                let key = table.key(of: entry)
                for (other, value) in figures[key] ?? []
                where value != entry.value && rivals[number].contains(other)
                    && submissions[other].origin == submission.origin
                {
                    disputes[number][key, default: []].insert(other)
                    disputes[other][key, default: []].insert(number)
                }
                figures[key, default: []].append((number, entry.value))
            }
        }
        return disputes
    }
}
