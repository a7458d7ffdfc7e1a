internal import Standards

/// The figures that files of a contest give differently, by file. Files are read one at a time, and of a large one no
/// more is held than what another speaks of, too: it may have millions of figures.
struct ContestedFigures: Sendable {
    /// A figure by its key, in which its consortium has the number that it has among all files, and the file that says
    /// otherwise.
    struct Dispute: Sendable, Hashable {
        let key: UInt64
        let rival: Int
    }

    /// The disputes of one file, by key and rival.
    struct OfFile: Sendable {
        fileprivate var disputes: [Dispute] = []

        var isEmpty: Bool { disputes.isEmpty }

        /// Those of one figure.
        func of(_ key: UInt64) -> ArraySlice<Dispute> {
            let start = disputes.partitioningPlace { $0.key >= key }
            let end = disputes[start...].firstIndex { $0.key != key } ?? disputes.endIndex
            return disputes[start..<end]
        }
    }

    /// In bytes: the figures of smaller files are held from when they are first read.
    private static let smallFile = 1 << 18

    private var numbers: [String: UInt32] = [:]
    private var files: [OfFile]

    /// A figure that a file gives.
    private struct Given {
        let value: ObservedValue
        let file: UInt32
        let key: UInt64

        /// Its consortium and year.
        var subject: UInt64 { key & ~0xFFFF_FFFF | key & 0xFFFF }
    }

    /// - Parameter rivals: by number of the file, those with which it may be in dispute.
    init(_ items: [Batch.Item], rivals: [Set<Int>], reading read: (Batch.Item) -> Submission) {
        files = Array(repeating: OfFile(), count: items.count)
        var held: [[Given]?] = []
        var origins: [Origin] = []
        var spoken: Set<UInt64> = []
        var shared: Set<UInt64> = []
        for (number, item) in items.enumerated() {
            let submission = read(item)
            let given = figures(of: submission, number)
            for subject in Set(given.lazy.map(\.subject)) where !spoken.insert(subject).inserted {
                shared.insert(subject)
            }
            held.append(submission.size <= Self.smallFile ? given : nil)
            origins.append(submission.origin)
        }
        guard !shared.isEmpty else { return }
        var given: [Given] = []
        for (number, item) in items.enumerated() {
            let own = held[number] ?? figures(of: read(item), number)
            held[number] = nil
            given += own.lazy.filter { shared.contains($0.subject) }
        }
        given.sort { ($0.key, $0.file) < ($1.key, $1.file) }
        var start = 0
        while start < given.count {
            let end = given[start...].firstIndex { $0.key != given[start].key } ?? given.count
            for place in start..<end {
                for other in (place + 1)..<max(end, place + 1) {
                    let (left, right) = (Int(given[place].file), Int(given[other].file))
                    guard given[place].value != given[other].value, rivals[left].contains(right),
                        origins[left] == origins[right]
                    else { continue }
                    files[left].disputes.append(Dispute(key: given[place].key, rival: right))
                    files[right].disputes.append(Dispute(key: given[place].key, rival: left))
                }
            }
            start = end
        }
    }

    func figures(of number: Int) -> OfFile { files[number] }

    /// The number of a consortium among all files; nil for one of which none speaks.
    func number(of consortium: String) -> UInt32? { numbers[consortium] }

    /// What a submission gives, blanks left out.
    private mutating func figures(of submission: Submission, _ file: Int) -> [Given] {
        let table = submission.observations
        let own = table.consortia.map { consortium in
            let number = numbers[consortium] ?? UInt32(numbers.count)
            numbers[consortium] = number
            return number
        }
        return table.entries.compactMap { entry in
            entry.value == .missing
                ? nil
                : Given(
                    value: entry.value, file: UInt32(file),
                    key: entry.key(consortium: own[Int(entry.consortium)]))
        }
    }
}

extension FigureRow {
    /// The key with another number for its consortium.
    func key(consortium: UInt32) -> UInt64 { Self.key(consortium, indicator, year, basis) }
}

extension [ContestedFigures.Dispute] {
    /// The first place of which `isAfter` holds, as of all behind it.
    fileprivate func partitioningPlace(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
