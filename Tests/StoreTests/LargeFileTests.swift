import Foundation
import GRDB
import History
import Standards
import Testing

@testable import Store

/// Many figures of a large file share a statement.
@Suite("Large files")
struct LargeFileTests {
    private struct Stop: Error {}

    /// More consortia than statements have rows, so that some rows are left over of each and of all.
    private static let consortia = (0..<450).map { "C\(1000 + $0)" }

    /// What a number makes of a figure: every kind of value, notes that change from row to row and notes that stay.
    private static func figure(_ number: Int, of consortium: String, _ indicator: String, _ year: Int) -> Figure {
        let values: [ObservedValue] = [
            .decimal("\(number)"), .missing, .text("国家级\(number % 3)"), .decimal("\(number).25"), .notApplicable,
            .rejected("约\(number)"), .truth(number.isMultiple(of: 4)), .decimal("1E+25"),
        ]
        return Figure(
            consortium: consortium, indicator: indicator, year: year, value: values[number % values.count],
            evidence: number % 5 == 0 ? "佐证\(number % 2).pdf" : nil, reason: number % 11 == 0 ? "更正" : nil,
            explanation: number % 13 < 2 ? "说明\(number)" : nil)
    }

    private static func figures(of consortium: String) -> [Figure] {
        let start = (Int(consortium.dropFirst()) ?? 0) * 10
        // Seven, ten or thirteen of each, so that consortia end at every place of a statement.
        let cells = ["6.1.1", "6.1.2", "6.1.4", "7.1.1"].flatMap { code in (2022...2025).map { (code, $0) } }
        return cells.prefix(7 + start / 10 % 3 * 3).enumerated().map { number, cell in
            figure(start + number, of: consortium, cell.0, cell.1)
        }
    }

    private static func rows(of fixture: StoreFixture) throws -> [String] {
        try fixture.store.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT json_array(consortium.code, indicator.code, year, period, basis, column, content, coefficient,
                      exponent, text, evidence, reason, explanation)
                    FROM observation JOIN consortium ON consortium.id = consortium
                      JOIN indicator ON indicator.id = indicator
                    ORDER BY 1
                    """)
        }
    }

    @Test func `a large file is stored as many small ones are`() throws {
        let (large, small) = (try StoreFixture(), try StoreFixture())
        let all = Self.consortia.flatMap(Self.figures)
        #expect(all.count > 4_096)
        for fixture in [large, small] { try fixture.receive(consortia: Self.consortia.map { .sample($0) }) }
        _ = try large.store.batchOfFigures { try large.receive(all, day: 1) }
        for consortium in Self.consortia { try small.receive(Self.figures(of: consortium), day: 1) }
        let rows = try Self.rows(of: large)
        #expect(rows.count == all.count)
        #expect(try rows == Self.rows(of: small))
        #expect(Set(rows.map { $0.contains("佐证") }) == [true, false])
        // The digests are made of what was sent and compared with what is read back.
        #expect(try large.store.verify(editions: [.small]).isEmpty)
        for consortium in Self.consortia.prefix(20) {
            #expect(try large.panel(of: consortium).cellsBlob == small.panel(of: consortium).cellsBlob)
        }
    }

    @Test(arguments: [true, false])
    func `where one of its rows cannot be stored, none is`(isAlone: Bool) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let before = try fixture.store.submissions()
        let all = Self.consortia.flatMap(Self.figures)
        var observations = all.enumerated().map { number, figure in
            figure.observation(
                source: CellSource(file: "a.csv", sha256: "a", sheet: nil, row: 2 + number, column: 5))
        }
        // A figure for the second time, in the midst of those that share a statement.
        observations.insert(observations[3_003], at: 3_004)
        let load = SubmissionLoad(
            file: SubmissionFile(
                name: "a.csv", path: "a.csv", sha256: "a", size: 10, origin: .ministry, receivedAt: .day(1),
                isDated: false),
            forms: [.observations])
        func receive() throws {
            _ = try fixture.store.load(load, observations: observations, edition: .small, recordedAt: .day(1))
        }
        if isAlone {
            #expect(throws: StoreError.self) { try fixture.store.batchOfFigures(receive) }
        } else {
            #expect(throws: Stop.self) {
                try fixture.store.batch {
                    var isStored = true
                    do { try receive() } catch is StoreError { isStored = false }
                    #expect(!isStored)
                    // What shares the transaction stands, and nothing is left of the other.
                    try fixture.receive(Figure(value: .decimal("2")), day: 2)
                    #expect(try fixture.store.observationCount() == 1)
                    throw Stop()
                }
            }
        }
        #expect(try fixture.store.submissions() == before)
        #expect(try fixture.store.observationCount() == 0)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }
}
