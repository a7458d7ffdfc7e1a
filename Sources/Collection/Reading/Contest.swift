internal import Standards
internal import Synchronization

/// Files of one sender that may give the same figure, and of which nothing tells which was sent later. Figures that
/// differ between two of them are taken from neither: the last one would otherwise count by accident.
final class Contest: Sendable {
    private let files: [Batch.Item]
    /// By number, the files from which the order of one cannot be told.
    private let rivals: [Set<Int>]
    /// Nil before a reading.
    private let disputes = Mutex<ContestedFigures?>(nil)

    /// Points that are listed by name; their text is cut long before.
    private static let listedPoints = 200

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
        let disputes = disputes.withLock { disputes in
            let all = disputes ?? ContestedFigures(files, rivals: rivals, reading: read)
            disputes = all
            return all
        }
        let disputed = disputes.figures(of: number)
        guard !disputed.isEmpty else { return }
        let table = submission.observations
        let numbers = table.consortia.map(disputes.number)
        func others(_ entry: FigureRow) -> ArraySlice<ContestedFigures.Dispute> {
            numbers[Int(entry.consortium)].map { disputed.of(entry.key(consortium: $0)) } ?? []
        }
        var points: [Int: (first: [FigureRow], count: Int)] = [:]
        for entry in table.entries {
            for dispute in others(entry) {
                if points[dispute.rival, default: ([], 0)].count < Self.listedPoints {
                    points[dispute.rival, default: ([], 0)].first.append(entry)
                }
                points[dispute.rival, default: ([], 0)].count += 1
            }
        }
        submission.observations.removeAll { !others($0).isEmpty }
        for (other, found) in points.sorted(by: { $0.key < $1.key }) {
            let keys = found.first.map { table.key(of: $0) }
            submission.findings.append(
                Finding(
                    .orderUnknown, at: submission.wholeFile, consortium: keys[0].consortium,
                    [
                        "other": files[other].name, "count": String(found.count),
                        "points": keys.map { "\($0.consortium) \($0.indicator)（\($0.year)年）" }
                            .joined(separator: "、"),
                    ]))
        }
    }
}
