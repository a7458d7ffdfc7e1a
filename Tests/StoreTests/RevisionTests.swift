import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

@Suite("What was said before")
struct RevisionTests {
    private let y2024 = ReportingYear(2024)
    private let amount = IndicatorCode("6.1.2")

    @Test func `every value of a cell is kept, in the order of receipt`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("2")), day: 4)
        try fixture.receive(Figure(value: .decimal("1")), Figure(basis: .committed, value: .decimal("9")), day: 1)
        let revisions = try fixture.store.revisions(
            consortium: "C001", indicator: amount, year: ReportingYear(2025), edition: .small)
        #expect(revisions.map(\.value) == [.decimal("1"), .decimal("9"), .decimal("2")])
        #expect(revisions.map(\.submission.file.receivedAt) == [.day(1), .day(1), .day(4)])
        #expect(revisions.map(\.submission.reason) == [nil, nil, nil])
        let committed = try fixture.store.revisions(
            consortium: "C001", indicator: amount, year: ReportingYear(2025), basis: .committed,
            edition: .small)
        #expect(committed.map(\.value) == [.decimal("9")])
    }

    @Test func `prior values are those that stand, and the plan that counts`() throws {
        let fixture = try StoreFixture()
        let plan = IndicatorCode("6.1.4")
        try fixture.receive(
            Figure(year: 2024, value: .missing),
            Figure(indicator: "6.1.4", year: 2024, basis: .committed, value: .decimal("9")))
        #expect(try fixture.store.priorValues(of: "C001", edition: .small).last(amount, y2024)?.value == .missing)
        try fixture.receive(
            Figure(year: 2024, value: .decimal("5")), Figure(indicator: "6.1.4", year: 2024, value: .decimal("8")),
            day: 1)
        try fixture.receive(Figure(year: 2024, value: .decimal("6")), day: 2)
        let taken = try fixture.receive(Figure(year: 2024, value: .decimal("7")), day: 3)
        try fixture.receive(Figure(year: 2024, value: .missing), day: 4)
        try fixture.withdraw(.submission(try #require(taken.id)), day: 5)
        let prior = try fixture.store.priorValues(of: "C001", edition: .small)
        #expect(prior.last(amount, y2024)?.value == .decimal("6"))
        #expect(prior.firstReported(plan, y2024)?.value == .decimal("9"))
        #expect(prior.last(amount, y2024, .committed) == nil)
        #expect(prior.last(plan, y2024, .committed)?.value == .decimal("9"))
        #expect(prior.firstReported(plan, ReportingYear(2023)) == nil)
        #expect(try fixture.store.priorValues(of: "C999", edition: .small).isEmpty)
        let revisions = try fixture.store.revisions(
            consortium: "C001", indicator: amount, year: y2024, edition: .small)
        #expect(revisions.map(\.isTakenBack) == [false, false, false, true, false])
        #expect(Set(revisions.map(\.voice)) == [.authority])
    }

    @Test func `a later year's report that gives a figure differently restates it`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            Figure(year: 2024, value: .decimal("100")), Figure(indicator: "6.1.1", year: 2024, value: .missing), day: 1)
        try fixture.receive(
            Figure(year: 2024, value: .decimal("140"), reason: "审计调整"),
            Figure(indicator: "6.1.1", year: 2024, value: .truth(true)), Figure(value: .decimal("7")), day: 2)

        let restatements = try fixture.store.snapshot(edition: .small).restatements()
        let restatement = try #require(restatements.first)
        #expect(restatements.count == 1)
        #expect(restatement.consortium == "C001")
        #expect(Edition.small.indicators[restatement.indicator].code == amount)
        #expect(restatement.year == y2024)
        #expect(restatement.before == 100)
        #expect(restatement.after == 140)
        #expect(restatement.reason == "审计调整")
        #expect(restatement.beforeSource.sha256 != restatement.afterSource.sha256)
    }

    @Test func `a correction by the year's own report, an equal figure and a commitment are no restatements`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            Figure(year: 2024, value: .decimal("100")), Figure(year: 2024, basis: .committed, value: .decimal("1")))
        try fixture.receive(Figure(year: 2024, value: .decimal("110")), day: 1)
        try fixture.receive(
            Figure(year: 2024, value: .decimal("110.0")), Figure(year: 2024, basis: .committed, value: .decimal("2")),
            Figure(value: .decimal("7")), day: 2)
        #expect(try fixture.store.snapshot(edition: .small).restatements().isEmpty)
    }

    @Test func `a restatement taken back is gone today, and was there that day`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(year: 2024, value: .decimal("100")), day: 1)
        try fixture.receive(Figure(year: 2024, value: .decimal("140")), Figure(value: .decimal("7")), day: 2)
        try fixture.receive(Figure(year: 2024, value: .decimal("100")), Figure(value: .decimal("7")), day: 3)
        #expect(try fixture.store.snapshot(edition: .small).restatements().isEmpty)
        let past = try fixture.store.snapshot(edition: .small, asOf: .day(2)).restatements()
        #expect(past.map(\.after) == [140])
    }

    /// A cell of evidence that names a document by a hash made of one digit.
    private func document(_ name: String, _ digit: Character) -> String {
        "\(name).pdf sha256:\(String(repeating: digit, count: 64))"
    }

    @Test
    func `a document behind two consortia or two years is found while the figures count, whatever its file is called`()
        throws
    {
        let fixture = try StoreFixture()
        try fixture.register("C001", "C002")
        try fixture.receive(
            Figure(value: .decimal("1"), evidence: document("甲", "a")),
            Figure(consortium: "C002", value: .decimal("2"), evidence: document("乙", "A")),
            Figure(indicator: "6.1.1", year: 2023, value: .truth(true), evidence: document("纪要", "b")),
            Figure(indicator: "6.1.1", year: 2024, value: .truth(true), evidence: document("纪要", "b")),
            Figure(indicator: "6.1.1", value: .truth(true), evidence: document("一年", "c")),
            Figure(indicator: "6.1.4", value: .decimal("3"), evidence: document("一年", "c")),
            Figure(indicator: "6.1.4", year: 2024, value: .decimal("3"), evidence: "同名.pdf"),
            Figure(consortium: "C002", indicator: "6.1.4", value: .decimal("3"), evidence: "同名.pdf"), day: 1)

        func reused(asOf: Date? = nil) throws -> [String] {
            try fixture.store.snapshot(edition: .small, asOf: asOf).reusedEvidence().map {
                "\($0.hash.prefix(1)) \($0.consortium) \(Edition.small.indicators[$0.indicator].code) \($0.year)"
            }
        }
        let all = ["a C001 6.1.2 2025", "a C002 6.1.2 2025", "b C001 6.1.1 2023", "b C001 6.1.1 2024"]
        #expect(try reused() == all)
        try fixture.receive(Figure(consortium: "C002", value: .decimal("2"), evidence: document("自己的", "d")), day: 2)
        #expect(try reused() == Array(all.suffix(2)))
        #expect(try reused(asOf: .day(1)) == all)
        #expect(try reused(asOf: .day(0)).isEmpty)
    }

    @Test func `an authority that says something else restates nothing`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(year: 2024, value: .decimal("100")), day: 1, from: .secretariat("C001"))
        try fixture.receive(
            Figure(year: 2024, value: .decimal("140")), Figure(value: .decimal("7")), day: 2, from: .hunan)
        #expect(try fixture.store.snapshot(edition: .small).restatements().isEmpty)
        try fixture.receive(
            Figure(year: 2024, value: .decimal("120")), Figure(value: .decimal("7")), day: 3,
            from: .secretariat("C001"))
        #expect(try fixture.store.snapshot(edition: .small).restatements().map(\.after) == [120])
    }
}
