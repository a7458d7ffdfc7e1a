import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

/// When a report came, and when it was complete enough: the small edition has four points.
@Suite("Progress of reports")
struct ProgressTests {
    private let y2025 = ReportingYear(2025)

    private func progress(
        _ fixture: StoreFixture, _ consortium: String = "C001", year: Int = 2025, threshold percent: Int = 75,
        asOf day: Int? = nil
    ) throws -> ReportProgress? {
        try fixture.store.snapshot(edition: .small, asOf: day.map { .day($0) })
            .reportProgress(year: ReportingYear(year), threshold: Decimal128(percent) / 100)[consortium]
    }

    private func all(_ year: Int = 2025) -> [Figure] {
        ["6.1.1", "6.1.2", "7.1.1"].map { Figure(indicator: $0, year: year, value: .decimal("1")) }
    }

    @Test func `one submission that is complete reached the threshold when it came`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        let figures = all()
        try fixture.receive(figures[0], figures[1], figures[2], day: 5)
        #expect(
            try progress(fixture)
                == ReportProgress(
                    firstReceivedAt: .day(5), lastReceivedAt: .day(5), reachedAt: .day(5), reportedPoints: 3,
                    applicablePoints: 4))
        #expect(try progress(fixture, threshold: 76)?.reachedAt == nil)
        #expect(try progress(fixture, "C002") == nil)
        #expect(try progress(fixture, asOf: 4) == nil)
        #expect(try progress(fixture, year: 2024) == nil)
    }

    @Test func `of several the one counts with which the figures became complete enough`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let figures = all()
        try fixture.receive(figures[0], day: 1)
        try fixture.receive(figures[1], Figure(indicator: "6.1.4", value: .notApplicable), day: 3)
        try fixture.receive(figures[2], day: 6)
        try fixture.receive(Figure(value: .decimal("9")), day: 8)
        let now = try #require(try progress(fixture))
        #expect(now.firstReceivedAt == .day(1))
        #expect(now.lastReceivedAt == .day(8))
        #expect(now.reachedAt == .day(6))
        #expect(now.reportedPoints == 3)
        #expect(now.applicablePoints == 3)
        #expect(try progress(fixture, threshold: 60)?.reachedAt == .day(3))
        #expect(try progress(fixture, asOf: 5)?.reachedAt == nil)
        // A figure taken back later does not undo that it had come.
        try fixture.receive(Figure(value: .withdrawn), Figure(indicator: "6.1.1", value: .withdrawn), day: 9)
        #expect(try progress(fixture)?.reachedAt == .day(6))
        #expect(try progress(fixture)?.reportedPoints == 1)
    }

    @Test func `a form without a figure is no report`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            Figure(value: .missing), Figure(indicator: "6.1.1", value: .missing),
            Figure(year: 2024, value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("5")), day: 1)
        #expect(try progress(fixture) == nil)
        #expect(try progress(fixture, year: 2024)?.firstReceivedAt == .day(1))
        #expect(try fixture.store.snapshot(edition: .small).layout.lastYear == ReportingYear(2024))
    }

    @Test func `a report of a later year brings the earlier one to be told`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let figures = all(2024)
        try fixture.receive(figures[0], figures[1], figures[2], Figure(value: .decimal("1")), day: 2)
        #expect(try progress(fixture, year: 2024)?.reachedAt == .day(2))
        #expect(try progress(fixture, year: 2024)?.firstReceivedAt == .day(2))
        // A report of the year itself, received later, is the one whose receipt is told.
        try fixture.receive(figures[0], day: 4)
        #expect(try progress(fixture, year: 2024)?.firstReceivedAt == .day(4))
        #expect(try progress(fixture, year: 2024)?.reachedAt == .day(2))
    }

    @Test func `what was taken back did not come, and other kinds are not asked`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(consortia: [.sample("C001"), .sample("C002"), .sample("C009", kind: .industry)])
        let figures = all()
        let first = try fixture.receive(figures[0], figures[1], figures[2], day: 1)
        try fixture.withdraw(.submission(try #require(first.id)), day: 2)
        #expect(try progress(fixture) == nil)
        #expect(try progress(fixture, asOf: 1)?.reachedAt == .day(1))
        try fixture.receive(figures[0], figures[1], figures[2], day: 6)
        #expect(try progress(fixture)?.reachedAt == .day(6))
        try fixture.receive(Figure(consortium: "C009", value: .decimal("1")), day: 6)
        #expect(try progress(fixture, "C009") == nil)
    }
}
