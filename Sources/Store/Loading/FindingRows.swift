internal import Dispatch
internal import GRDB
internal import Safekeeping
internal import Synchronization

/// The findings of a submission as rows: what their values are as JSON, and the sum of their digests, are made on another
/// core while its figures are written. A large file has tens of thousands.
final class FindingRows: Sendable {
    private let findings: [FindingRecord]
    private let later: (@Sendable () throws -> [FindingRecord])?
    private let submission: Int64
    /// The id of the first; the others follow.
    private let first: Int64
    private let table: ReceivedTables.Table?
    private let group = DispatchGroup()
    private let made = Mutex<Result<Made, any Error>?>(nil)

    private struct Made {
        let findings: [FindingRecord]
        let values: [String]
        let sum: RowDigests.Sum
    }

    private static let queue = DispatchQueue(label: "findings")
    /// As many as take less time than another core needs to begin.
    private static let few = 64

    /// Begins to make them. Nothing else may be added to the table before they are written.
    /// - Parameters:
    ///   - later: waits for more, on another core.
    ///   - table: nil where their digests are not asked for.
    init(
        _ db: Database, _ findings: [FindingRecord], later: (@Sendable () throws -> [FindingRecord])? = nil,
        of submission: Int64, into table: ReceivedTables.Table?
    ) throws {
        self.findings = findings
        self.later = later
        self.submission = submission
        self.table = table
        first = try db.one(Int64.self, sql: "SELECT ifnull(max(id), 0) + 1 FROM finding", arguments: []) ?? 1
        guard later != nil || findings.count > Self.few else { return }
        Self.queue.async(group: group) { [self] in
            let result = Result { try make() }
            made.withLock { $0 = result }
        }
    }

    private func make() throws -> Made {
        let findings = try findings + (later?() ?? [])
        let values = try findings.map { try $0.values.wordsJSON }
        return Made(
            findings: findings, values: values,
            sum: table.map { sum(of: findings, values, in: $0) } ?? RowDigests.Sum())
    }

    /// As ``RowDigests`` makes it of what is read back.
    private func sum(
        of findings: [FindingRecord], _ values: [String], in table: ReceivedTables.Table
    ) -> RowDigests.Sum {
        var encoder = RowEncoder(table)
        let places = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1.name, $0) })
        func place(_ column: String) -> Int {
            guard let place = places[column] else { preconditionFailure("no column \(column)") }
            return place
        }
        let (id, kind, severity, sheet) = (place("id"), place("kind"), place("severity"), place("sheet"))
        let (row, column, consortium) = (place("row"), place("column"), place("consortium"))
        let (indicator, year, words) = (place("indicator"), place("year"), place("values"))
        let (text, answer) = (place("text"), place("answer"))
        encoder.set(place("submission"), integer: submission)
        var sum = RowDigests.Sum()
        for (number, finding) in findings.enumerated() {
            encoder.set(id, integer: first + Int64(number))
            encoder.set(kind, text: finding.kind)
            encoder.set(severity, text: finding.severity)
            encoder.set(sheet, text: finding.sheet)
            encoder.set(row, optional: finding.row.map(Int64.init))
            encoder.set(column, optional: finding.column.map(Int64.init))
            encoder.set(consortium, text: finding.consortium)
            encoder.set(indicator, text: finding.indicator)
            encoder.set(year, optional: finding.year.map(Int64.init))
            encoder.set(words, text: values[number])
            encoder.set(text, text: finding.text)
            encoder.set(answer, text: finding.answer)
            sum.add(encoder.words())
        }
        return sum
    }

    /// Writes the rows and returns the sum of their digests.
    func write(_ db: Database) throws -> RowDigests.Sum {
        guard later != nil || !findings.isEmpty else { return RowDigests.Sum() }
        group.wait()
        let made = try made.withLock(\.self)?.get() ?? make()
        let statement = try RawStatement(
            db,
            """
            INSERT INTO finding
              (submission, kind, severity, sheet, row, column, consortium, indicator, year, "values", text, answer, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        statement.bind(submission, at: 1)
        for (number, finding) in made.findings.enumerated() {
            statement.bind(finding.kind, at: 2)
            statement.bind(finding.severity, at: 3)
            statement.bind(finding.sheet, at: 4)
            statement.bind(finding.row.map(Int64.init), at: 5)
            statement.bind(finding.column.map(Int64.init), at: 6)
            statement.bind(finding.consortium, at: 7)
            statement.bind(finding.indicator, at: 8)
            statement.bind(finding.year.map(Int64.init), at: 9)
            statement.bind(made.values[number], at: 10)
            statement.bind(finding.text, at: 11)
            statement.bind(finding.answer, at: 12)
            statement.bind(first + Int64(number), at: 13)
            try statement.insert()
        }
        return made.sum
    }
}
