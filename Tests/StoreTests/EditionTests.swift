import FEEL
import Foundation
import GRDB
import History
import Standards
import Testing

@testable import Store

@Suite("Two editions in one store")
struct EditionTests {
    private let y2025 = ReportingYear(2025)

    /// C001 is judged by the small edition, C009 by the other; C005 by both.
    private func filled() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.receive(consortia: [.sample("C001"), .sample("C005"), .sample("C009", kind: .industry)])
        try fixture.receive(
            Figure(value: .decimal("1")), Figure(consortium: "C005", value: .decimal("2")),
            Figure(consortium: "C005", indicator: "6.1.4", value: .decimal("20")), day: 1)
        try fixture.receive(
            Figure(consortium: "C005", value: .decimal("3")), Figure(consortium: "C009", value: .decimal("4")), day: 2,
            edition: .other)
        return fixture
    }

    @Test func `a code of one edition is not that of another`() throws {
        let fixture = try filled()
        let small = try fixture.store.snapshot(edition: .small).panels(withSources: true)
        let other = try fixture.store.snapshot(edition: .other).panels(withSources: true)
        #expect(
            ["C001", "C005", "C009"].map { small[$0]?.value(1, y2025) } == [.decimal("1"), .decimal("2"), .missing])
        #expect(
            ["C001", "C005", "C009"].map { other[$0]?.value(1, y2025) } == [.missing, .decimal("3"), .decimal("4")])
        #expect(other["C005"]?.value(0, y2025) == .missing)
        let prior = try fixture.store.priorValues(of: "C005", edition: .other)
        #expect(prior.last(IndicatorCode("6.1.2"), y2025)?.value == .decimal("3"))
        #expect(prior.last(IndicatorCode("6.1.4"), y2025) == nil)
        let revisions = try fixture.store.revisions(
            consortium: "C005", indicator: IndicatorCode("6.1.2"), year: y2025, edition: .small)
        #expect(revisions.map(\.value) == [.decimal("2")])
        #expect(try fixture.store.consortiaOfFigures() == ["C001", "C005", "C009"])
        #expect(try fixture.store.verify(editions: [.small, .other]).isEmpty)
    }

    @Test func `a year that one edition has reports of widens its panels alone`() throws {
        let fixture = try filled()
        let before = try panels(fixture, .small)
        try fixture.receive(
            Figure(consortium: "C009", year: 2026, value: .decimal("5")), day: 3, edition: .other)
        #expect(try panels(fixture, .small) == before)
        #expect(try fixture.store.snapshot(edition: .small).layout.lastYear == y2025)
        #expect(try fixture.store.snapshot(edition: .other).layout.lastYear == ReportingYear(2026))
        #expect(try fixture.store.refreshPanels(edition: .small) == 0)
        #expect(try fixture.store.verify(editions: [.small, .other]).isEmpty)
    }

    @Test func `what is decided or taken back reaches panels of every edition`() throws {
        let fixture = try filled()
        try fixture.withdraw(.submission(3), day: 4)
        func amount() throws -> ObservedValue? {
            try fixture.store.snapshot(edition: .other).panel(of: "C005")?.value(1, y2025)
        }
        // Its submission was loaded under the other edition, whose indicators were not at hand: read anew, then refreshed.
        #expect(try amount() == .missing)
        #expect(try fixture.store.verify(editions: [.small, .other]).isEmpty)
        #expect(try fixture.store.refreshPanels(edition: .other) == 2)
        #expect(try amount() == .missing)
        #expect(try fixture.store.verify(editions: [.small, .other]).isEmpty)
    }

    @Test func `a panel that is not what its figures make of it is found under its edition`() throws {
        let fixture = try filled()
        try fixture.store.write { try $0.execute(sql: "UPDATE panel SET cells = x'00' WHERE edition = 'other'") }
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
        #expect(try fixture.store.verify(editions: [.small, .other]).map(\.kind) == [.panel, .panel])
    }

    private func panels(_ fixture: StoreFixture, _ edition: Edition) throws -> [Data] {
        try fixture.store.read { db in
            try Data.fetchAll(
                db, sql: "SELECT cells || sources FROM panel WHERE edition = ? ORDER BY consortium",
                arguments: [edition.id])
        }
    }
}
