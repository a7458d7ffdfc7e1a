import Assessment
import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

@Suite("What was said before")
struct HistoryTests {
    private let y2024 = ReportingYear(2024)
    private let amount = IndicatorCode("6.1.2")

    @Test("every value of a cell is kept, in the order of receipt")
    func revisions() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(value: .decimal("2")), day: 4)
        try fixture.receive(Figure(value: .decimal("1")), Figure(basis: .committed, value: .decimal("9")), day: 1)
        let revisions = try fixture.store.revisions(consortium: "C001", indicator: amount, year: ReportingYear(2025))
        #expect(revisions.map(\.value) == [.decimal("1"), .decimal("9"), .decimal("2")])
        #expect(revisions.map(\.submission.file.receivedAt) == [.day(1), .day(1), .day(4)])
        #expect(revisions.map(\.submission.reason) == [nil, nil, nil])
        let committed = try fixture.store.revisions(
            consortium: "C001", indicator: amount, year: ReportingYear(2025), basis: .committed)
        #expect(committed.map(\.value) == [.decimal("9")])
    }

    @Test("prior values are the last received, and the first plan")
    func priorValues() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(year: 2024, value: .missing))
        try fixture.receive(Figure(year: 2024, value: .decimal("5")), day: 1)
        try fixture.receive(Figure(year: 2024, value: .decimal("6")), day: 2)
        let prior = try fixture.store.priorValues(of: "C001")
        #expect(prior.last(amount, y2024)?.value == .decimal("6"))
        #expect(prior.firstReported(amount, y2024)?.value == .decimal("5"))
        #expect(prior.last(amount, y2024, .committed) == nil)
        #expect(try fixture.store.priorValues(of: "C999").isEmpty)
    }

    @Test("a later year's report that gives a figure differently restates it")
    func restatement() throws {
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

    @Test("a correction by the year's own report, an equal figure and a commitment are no restatements")
    func noRestatement() throws {
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

    @Test("a restatement taken back is gone today, and was there that day")
    func restatementTakenBack() throws {
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

    @Test("a document behind two consortia or two years is found while the figures count, whatever its file is called")
    func evidence() throws {
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

    @Test("a report's receipt is when the year's own figures came")
    func receipts() throws {
        let fixture = try StoreFixture()
        try fixture.receive(Figure(year: 2024, value: .decimal("1")), day: 1)
        try fixture.receive(Figure(year: 2024, value: .decimal("1")), Figure(value: .decimal("1")), day: 2)
        try fixture.receive(
            Figure(value: .decimal("2")), Figure(year: 2026, basis: .committed, value: .decimal("1")), day: 5)
        let receipts = try fixture.store.reportReceipts(year: ReportingYear(2025))
        #expect(
            receipts == [
                "C001": ReportReceipt(
                    consortium: "C001", firstReceivedAt: .day(2), lastReceivedAt: .day(5), submissionCount: 2)
            ])
        #expect(try fixture.store.reportReceipts(year: y2024).keys.sorted() == ["C001"])
        #expect(try fixture.store.reportReceipts(year: ReportingYear(2025), asOf: .day(1)).isEmpty)
        #expect(try fixture.store.reportReceipts(year: ReportingYear(2026)).isEmpty)
    }
}
