import FEEL
import Standards
import Testing

@testable import History

@Suite("Panels as blobs")
struct PanelBlobTests {
    /// A panel of three indicators and four years that holds one of everything.
    static func panel(withCommitments: Bool = true) throws -> Panel {
        let layout = PanelLayout(firstYear: 2022, yearCount: 4, indicatorCount: 3)
        var builder = PanelBuilder(layout: layout, indicators: Array(try Edition.trial.get().indicators.prefix(3)))
        var values: [ObservedValue] = PackedCellTests.numbers.prefix(7).compactMap(Decimal128.init).map { .number($0) }
        values += [.text("国家级"), .rejected("1.2万"), .notApplicable, .truth(true), .missing]
        for (place, value) in values.enumerated() {
            builder.observe(
                indicator: place / 4, year: ReportingYear(2022 + place % 4), basis: .actual, value: value,
                locator: SourceLocator(part: 1, row: place + 2, column: 5))
        }
        if withCommitments {
            builder.observe(
                indicator: 1, year: 2023, basis: .committed,
                value: .number(try #require(Decimal128("9.999999999999999999999999999999999E6144"))),
                locator: SourceLocator(part: 1 << 24 - 1, row: 1 << 26 - 1, column: 1 << 14 - 1))
        }
        return builder.build()
    }

    static func read(_ cells: [UInt8], _ sources: [UInt8]? = nil) -> Panel? {
        cells.withUnsafeBytes { cells in
            guard let sources else { return Panel(cells: cells) }
            return sources.withUnsafeBytes { Panel(cells: cells, sources: $0) }
        }
    }

    @Test(arguments: [true, false])
    func `a panel comes back whole`(withCommitments: Bool) throws {
        let panel = try Self.panel(withCommitments: withCommitments)
        let copy = try #require(Self.read(panel.cellsBlob, panel.sourcesBlob))
        #expect(copy == panel)
        #expect(copy.cellsBlob == panel.cellsBlob)
        #expect(copy.sourcesBlob == panel.sourcesBlob)
    }

    @Test func `without sources only the places are gone`() throws {
        let panel = try Self.panel()
        let copy = try #require(Self.read(panel.cellsBlob))
        #expect(copy.actual == panel.actual)
        #expect(copy.committed == panel.committed)
        #expect(copy.locators.isEmpty)
        #expect(copy.locator(0, 2022) == nil)
    }

    @Test func `places come back, at the limits of their bits too`() throws {
        let panel = try Self.panel()
        #expect(panel.locator(0, 2023).map { [$0.part, $0.row, $0.column] } == [1, 3, 5])
        #expect(
            panel.locator(1, 2023, .committed).map { [$0.part, $0.row, $0.column] }
                == [1 << 24 - 1, 1 << 26 - 1, 1 << 14 - 1])
        #expect(panel.locator(0, 2022, .committed) == nil)
        #expect(panel.locator(0, 2021) == nil)
        #expect(SourceLocator(part: .max, row: .max, column: .max) == SourceLocator(bits: .max))
    }

    /// Whatever the disk gives back, it is a panel or nil, never a crash.
    @Test func `bytes cut off are no panel`() throws {
        let cells = try Self.panel().cellsBlob
        let texts = try Self.panel().pool.texts
        // A cut between two texts of the pool cannot be seen; everywhere else it is.
        var ends: Set<Int> = [cells.count]
        for text in texts.reversed() { ends.insert((ends.min() ?? 0) - 4 - text.utf8.count) }
        for length in 0..<cells.count {
            #expect((Self.read(Array(cells.prefix(length))) != nil) == ends.contains(length), "\(length) bytes")
        }
    }

    @Test func `another version is no panel`() throws {
        var cells = try Self.panel().cellsBlob
        cells[0] = 1
        #expect(Self.read(cells) == nil)
    }

    @Test func `years outside are missing`() throws {
        let panel = try Self.panel()
        #expect(panel.value(0, 2021) == .missing)
        #expect(panel.value(0, 2026) == .missing)
        #expect(panel.value(3, 2022) == .missing)
        #expect(panel.value(-1, 2022) == .missing)
    }
}
