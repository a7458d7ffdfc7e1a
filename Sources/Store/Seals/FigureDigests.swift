internal import Foundation
internal import Safekeeping
internal import Standards
internal import Synchronization

/// Adds up the digests of a file's observations on another core while they are written: they are made of what is bound,
/// as ``RowDigests`` makes them of what is read back.
struct FigureDigests: Sendable {
    private let figures: FigureRows
    private let table: ReceivedTables.Table
    private let submission: Int64
    /// What stands for each of the indicators.
    private let indicators: [[UInt8]]

    /// Rows that are digested at a time.
    private static let stretch = 1 << 14

    /// One core is enough for them: to write a row takes several times as long.
    private static let queue = DispatchQueue(label: "digests")

    init(_ figures: FigureRows, into table: ReceivedTables.Table, of submission: Int64, edition: String) {
        self.figures = figures
        self.table = table
        self.submission = submission
        indicators = figures.indicators.map { Array("\(edition)\u{1F}\($0.text)".utf8) }
    }

    /// A sum that is being made.
    struct Pending {
        private let group = DispatchGroup()
        private let sum = Box()

        private final class Box: Sendable {
            let sum = Mutex(RowDigests.Sum())
        }

        fileprivate func add(_ digest: @escaping @Sendable () -> RowDigests.Sum) {
            FigureDigests.queue.async(group: group) { [sum] in
                let part = digest()
                sum.sum.withLock { $0.add(part) }
            }
        }

        fileprivate func add(_ part: RowDigests.Sum) { sum.sum.withLock { $0.add(part) } }

        /// The sum, as soon as it is whole.
        func finish() -> RowDigests.Sum {
            group.wait()
            return sum.sum.withLock(\.self)
        }
    }

    func begin() -> Pending {
        let pending = Pending()
        let count = figures.rows.count
        // What takes less time than another core needs to begin.
        guard count > Self.stretch / 16 else {
            pending.add(sum(of: 0..<count))
            return pending
        }
        for start in stride(from: 0, to: count, by: Self.stretch) {
            pending.add { [self] in sum(of: start..<min(count, start + Self.stretch)) }
        }
        return pending
    }

    private func sum(of range: Range<Int>) -> RowDigests.Sum {
        var encoder = RowEncoder(table)
        func place(_ column: String) -> Int {
            guard let place = table.columns.firstIndex(where: { $0.name == column }) else {
                preconditionFailure("no column \(column)")
            }
            return place
        }
        let (consortium, indicator, part) = (place("consortium"), place("indicator"), place("part"))
        let (year, period, basis) = (place("year"), place("period"), place("basis"))
        let (line, column, content) = (place("row"), place("column"), place("content"))
        let (coefficient, exponent, text) = (place("coefficient"), place("exponent"), place("text"))
        let (evidence, reason, explanation) = (place("evidence"), place("reason"), place("explanation"))
        encoder.set(place("submission"), integer: submission)
        var sum = RowDigests.Sum()
        for row in figures.rows[range] {
            let value = ObservationColumns(row.value)
            encoder.set(consortium, id: Int64(row.consortium)) { Array(figures.consortia[Int(row.consortium)].utf8) }
            encoder.set(indicator, id: Int64(row.indicator)) { indicators[Int(row.indicator)] }
            encoder.set(part, id: Int64(row.sheet)) { Array((figures.sheets[Int(row.sheet)] ?? "\u{1E}").utf8) }
            encoder.set(year, integer: Int64(row.year))
            encoder.set(period, integer: Int64(row.period.rawValue))
            encoder.set(basis, integer: row.basis.column)
            encoder.set(line, integer: Int64(row.line))
            encoder.set(column, integer: Int64(row.column))
            encoder.set(content, integer: value.content)
            encoder.set(coefficient, optional: value.coefficient)
            encoder.set(exponent, optional: value.exponent)
            encoder.set(text, text: value.text)
            encoder.set(evidence, text: figures.note(row.evidence))
            encoder.set(reason, text: figures.note(row.reason))
            encoder.set(explanation, text: figures.note(row.explanation))
            sum.add(encoder.words())
        }
        return sum
    }
}
