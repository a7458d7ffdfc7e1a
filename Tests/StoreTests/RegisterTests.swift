import FEEL
import Foundation
import Standards
import Testing

@testable import Store

extension Policy {
    static func sample(_ id: String, isEffective: Bool? = nil, title: String = "若干措施") -> Policy {
        Policy(
            id: id, level: .city, region: "430100", title: title, number: "示例〔2025〕1号", issuer: "示例市政府",
            issuedOn: CalendarDate(year: 2025, month: 3, day: 1), isEffective: isEffective, evidence: nil,
            source: .register)
    }
}

extension Incident {
    static func sample(_ id: String, status: IncidentStatus? = .reported) -> Incident {
        Incident(
            id: id, consortium: "C001", occurredOn: nil, domain: .safety, severity: .major, hasAdverseImpact: nil,
            status: status, evidence: "e.pdf", source: .register)
    }
}

extension Determination {
    static func sample(_ decision: DeterminationDecision, by: String = "评审甲") -> Determination {
        Determination(
            consortium: "C001", clause: "16.3", year: ReportingYear(2025), decision: decision, by: by,
            on: CalendarDate(year: 2026, month: 5, day: 6), ground: "核查", evidence: nil, source: .register)
    }
}

extension CellSource {
    /// Where the samples stand; file and hash are those of the submission.
    static let register = CellSource(file: "", sha256: "", sheet: "登记", row: 4, column: 1)
}

@Suite("Registers")
struct RegisterTests {
    @Test("a register never collected is nil, one collected empty is empty")
    func emptyIsNotAbsent() throws {
        let fixture = try StoreFixture()
        #expect(try fixture.store.snapshot(edition: .small).registers.policies == nil)
        try fixture.receive(day: 2, forms: [.policies, .incidents])
        let registers = try fixture.store.snapshot(edition: .small).registers
        #expect(registers.policies == [])
        #expect(registers.incidents == [])
        #expect(registers.determinations == nil)
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(1)).registers.policies == nil)
    }

    @Test("a yearly workbook's registers speak for its consortium alone, until the register itself is collected")
    func workbooksCoverTheirOwn() throws {
        let fixture = try StoreFixture()
        try fixture.receive(forms: [.observations, .incidents], workbookOf: "C001", incidents: [.sample("I1")])
        try fixture.receive(day: 1, forms: [.observations, .incidents], workbookOf: "C002", incidents: [.sample("I2")])
        try fixture.receive(day: 2, forms: [.incidents])
        let first = try fixture.store.snapshot(edition: .small, asOf: .day(0)).registers
        #expect(first.incidentCoverage == .only(["C001"]))
        #expect(first.incidents?.map(\.id) == ["I1"])
        #expect(first.policies == nil)
        let second = try fixture.store.snapshot(edition: .small, asOf: .day(1)).registers
        #expect(second.incidentCoverage == .only(["C001", "C002"]))
        let now = try fixture.store.snapshot(edition: .small).registers
        #expect(now.incidentCoverage == .all)
        #expect(now.incidents?.map(\.id) == ["I1", "I2"])
    }

    @Test("entries come back whole, with their sources, and the last received stands")
    func lastEntryStands() throws {
        let fixture = try StoreFixture()
        try fixture.receive(
            day: 5, path: "b.csv", sha256: "bb", forms: [.policies, .incidents],
            policies: [.sample("P1", isEffective: true, title: "新")], incidents: [.sample("I1", status: .confirmed)])
        try fixture.receive(
            day: 1, path: "a.csv", sha256: "aa", forms: [.policies, .incidents],
            policies: [.sample("P1", title: "旧"), .sample("P0")], incidents: [.sample("I1")])

        let registers = try fixture.store.snapshot(edition: .small).registers
        let policies = try #require(registers.policies)
        #expect(policies.map(\.id) == ["P0", "P1"])
        #expect(policies.map(\.title) == ["若干措施", "新"])
        #expect(policies.map(\.isEffective) == [nil, true])
        #expect(policies[1].issuedOn == CalendarDate(year: 2025, month: 3, day: 1))
        #expect(policies[1].source == CellSource(file: "b.csv", sha256: "bb", sheet: "登记", row: 4, column: 1))
        #expect(registers.incidents?.map(\.status) == [.confirmed])

        let past = try fixture.store.snapshot(edition: .small, asOf: .day(2)).registers
        #expect(past.policies?.map(\.title) == ["若干措施", "旧"])
        #expect(past.incidents?.map(\.status) == [.reported])
    }

    @Test("every decision stays, those on one clause and year in the order they were received")
    func determinations() throws {
        let fixture = try StoreFixture()
        try fixture.receive(
            forms: [.determinations], determinations: [.sample(.confirm), .sample(.acceptPlanChange)])
        try fixture.receive(day: 1, forms: [.determinations], determinations: [.sample(.waive, by: "评审乙")])
        let determinations = try #require(try fixture.store.snapshot(edition: .small).registers.determinations)
        #expect(determinations.map(\.decision) == [.confirm, .acceptPlanChange, .waive])
        #expect(determinations.map(\.by) == ["评审甲", "评审甲", "评审乙"])
    }

    @Test("of two entries the one received later counts, whichever was loaded first")
    func consortiaByReceipt() throws {
        let fixture = try StoreFixture()
        func entry(_ name: String) -> Consortium {
            let sample = Consortium.sample("C001")
            return Consortium(
                id: sample.id, name: name, kind: sample.kind, province: sample.province,
                prefecture: sample.prefecture, park: sample.park, parkLevel: sample.parkLevel,
                leadSchool: sample.leadSchool, leadEnterprise: sample.leadEnterprise, cohort: sample.cohort,
                stage: sample.stage, designatedOn: sample.designatedOn)
        }
        try fixture.receive(day: 5, forms: [.consortia], consortia: [entry("新"), entry("更新")])
        try fixture.receive(day: 1, forms: [.consortia], consortia: [entry("旧")])
        #expect(try fixture.store.snapshot(edition: .small).consortia.map(\.name) == ["更新"])
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(2)).consortia.map(\.name) == ["旧"])
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(0)).consortia.isEmpty)
    }

    @Test("a consortium is what its last entry says, and keeps its place in the order of ids")
    func consortia() throws {
        let fixture = try StoreFixture()
        try fixture.register("C002", "C001")
        let entries = try fixture.store.snapshot(edition: .small).consortia
        #expect(entries == [.sample("C001"), .sample("C002")])
    }
}
