import FEEL
import Foundation
import History
import Standards
import Testing

@testable import Store

@Suite("What is taken back")
struct WithdrawalTests {
    @Test func `a submission taken back counts no more from the day on which that was received`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(Figure(value: .decimal("1")), day: 1)
        let second = try fixture.receive(
            Figure(value: .decimal("2")), day: 2, forms: [.observations, .policies, .incidents]
        ) { load in
            load.policies = [.sample("P1")]
            load.incidents = [.sample("I1")]
            load.findings = [FindingRecord(kind: "k", severity: "error")]
        }
        let id = try #require(second.id)
        #expect(try fixture.amount() == .decimal("2"))
        try fixture.withdraw(.submission(id), day: 4)

        #expect(try fixture.amount() == .decimal("1"))
        #expect(try fixture.amount(asOf: 3) == .decimal("2"))
        #expect(try fixture.amount(asOf: 4) == .decimal("1"))
        let registers = try fixture.registers()
        #expect(registers.policies.isEmpty)
        #expect(registers.incidents.isEmpty)
        #expect(registers.incidentCoverage == Registers.Coverage())
        #expect(try fixture.registers(asOf: 3).incidents.map(\.id) == ["I1"])
        // It stays in the ledger, with what was found in it.
        #expect(try fixture.store.submission(id)?.status == .accepted)
        #expect(try fixture.store.findings(submission: id).count == 1)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a withdrawal taken back lets the submission count again`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let figures = try fixture.receive(Figure(value: .decimal("1")), day: 1)
        let first = try fixture.withdraw(.submission(try #require(figures.id)), day: 2)
        #expect(try fixture.amount() == .missing)
        try fixture.withdraw(.submission(try #require(first.id)), day: 3)
        #expect(try fixture.amount() == .decimal("1"))
        #expect(try fixture.amount(asOf: 2) == .missing)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test(arguments: [
        // Who sent it, who takes it back, whether that counts.
        (Origin.secretariat("C001"), Origin.secretariat("C001"), true),
        (.secretariat("C001"), .secretariat("C002"), false),
        (.secretariat("C001"), .hunan, true),
        (.hunan, .secretariat("C001"), false),
        (.hunan, .hunan, true),
        (.hunan, .ministry, true),
        (.ministry, .hunan, false),
        (Origin(authority: .authority, region: "420000"), .hunan, false),
        (Origin(authority: .authority, region: "430100"), .hunan, true),
    ])
    func `only who may speak of it takes it back`(sender: Origin, other: Origin, counts: Bool) throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let figures = try fixture.receive(Figure(value: .decimal("1")), day: 1, from: sender)
        try fixture.withdraw(.submission(try #require(figures.id)), day: 2, from: other)
        #expect(try fixture.amount() == (counts ? .missing : .decimal("1")))
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `an entry of a register is taken back by its id, and may be registered anew`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 1, forms: [.incidents, .policies]) { load in
            load.incidents = [.sample("I1"), .sample("I2")]
            load.policies = [.sample("P1")]
        }
        try fixture.receive(day: 1, from: .secretariat("C001"), forms: [.incidents]) { $0.incidents = [.sample("I1")] }
        try fixture.withdraw(.entry(form: .incidents, id: "I1"), day: 2)
        try fixture.withdraw(.entry(form: .policies, id: "P1"), day: 2, from: .secretariat("C001"))
        let registers = try fixture.registers()
        #expect(registers.incidents.map(\.id) == ["I2"])
        #expect(registers.policies.map(\.id) == ["P1"])
        #expect(try fixture.registers(asOf: 1).incidents.map(\.id) == ["I1", "I2"])
        try fixture.receive(day: 3, forms: [.incidents]) { $0.incidents = [.sample("I1", status: .confirmed)] }
        #expect(try fixture.registers().incidents.map(\.id) == ["I1", "I2"])
    }

    @Test func `a secretariat takes back what it listed itself`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 1, forms: [.policies]) { $0.policies = [.sample("P1", title: "登记")] }
        try fixture.receive(day: 1, from: .secretariat("C001"), forms: [.policies, .members]) { load in
            load.policies = [.sample("P1", title: "自报")]
            load.entries = [.member("示例公司")]
        }
        try fixture.withdraw(.entry(form: .policies, id: "P1"), day: 2, from: .secretariat("C001"))
        try fixture.withdraw(.entry(form: .members, id: "示例公司"), day: 2, from: .secretariat("C001"))
        #expect(try fixture.registers().policies.map(\.title) == ["登记"])
        #expect(try fixture.store.snapshot(edition: .small).entries(.members).isEmpty)
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(1)).entries(.members).count == 1)
    }

    @Test func `an entry of the register of consortia taken back gives way to the one before`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        let renamed = try fixture.receive(day: 1, forms: [.consortia]) { load in
            load.consortia = [.sample("C001", name: "改名"), .sample("C002")]
        }
        try fixture.withdraw(.entry(form: .consortia, id: "C002"), day: 2)
        #expect(try fixture.store.snapshot(edition: .small).consortia.map(\.name) == ["改名"])
        try fixture.withdraw(.submission(try #require(renamed.id)), day: 3)
        #expect(try fixture.store.snapshot(edition: .small).consortia == [.sample("C001")])
    }

    @Test func `an acceptance of a plan taken back, by entry or with its submission, counts no more`() throws {
        for byEntry in [true, false] {
            let fixture = try StoreFixture()
            try fixture.register("C001")
            func plan() throws -> ObservedValue { try fixture.panel(of: "C001").plan(2, ReportingYear(2025)) }
            try fixture.receive(
                Figure(value: .decimal("1")), Figure(indicator: "6.1.4", value: .decimal("500")), day: 1)
            try fixture.receive(Figure(indicator: "6.1.4", value: .decimal("300")), day: 2)
            let accepted = try fixture.receive(day: 3, forms: [.determinations]) { load in
                load.determinations = [.sample(.acceptPlanChange, id: "R1")]
            }
            #expect(try plan() == .decimal("300"))
            try fixture.withdraw(
                byEntry ? .entry(form: .determinations, id: "R1") : .submission(try #require(accepted.id)), day: 4)
            #expect(try plan() == .decimal("500"))
            #expect(try fixture.store.verify(editions: [.small]).isEmpty)
        }
    }

    @Test func `a withdrawal of what is not there leaves nothing behind`() throws {
        let fixture = try StoreFixture()
        #expect(throws: StoreError.self) { try fixture.withdraw(.submission(77), day: 1) }
        #expect(try fixture.store.submissions().isEmpty)
    }

    @Test func `an entry of one consortium is taken back for it alone`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 1, forms: [.incidents]) { load in
            load.incidents = [.sample("I1"), .sample("I1", of: "C002")]
        }
        try fixture.withdraw(.entry(form: .incidents, id: "I1", consortium: "C002"), day: 2)
        #expect(try fixture.registers().incidents.map(\.consortium) == ["C001"])
    }

    @Test func `what came, was taken back or decided later may have changed figures`() throws {
        let fixture = try StoreFixture()
        func changed(after day: Int, upTo year: Int = 2025) throws -> [String] {
            try fixture.store.figureChanges(after: .day(day), upTo: ReportingYear(year), edition: .small).keys.sorted()
        }
        let first = try fixture.receive(Figure(value: .decimal("1")), day: 1)
        try fixture.receive(Figure(consortium: "C002", year: 2024, value: .decimal("1")), day: 3)
        try fixture.receive(Figure(consortium: "C003", value: .missing), day: 3)
        #expect(try changed(after: 0) == ["C001", "C002"])
        #expect(try changed(after: 1) == ["C002"])
        #expect(try changed(after: 0, upTo: 2024) == ["C002"])
        #expect(try changed(after: 3).isEmpty)
        try fixture.withdraw(.submission(try #require(first.id)), day: 5)
        #expect(try changed(after: 3) == ["C001"])
        try fixture.decide([.sample(.acceptPlanChange, of: "C004", id: "R1")], day: 6)
        #expect(try changed(after: 5) == ["C004"])
        try fixture.withdraw(.entry(form: .determinations, id: "R1"), day: 8)
        #expect(try changed(after: 6) == ["C004"])
        #expect(try changed(after: 8).isEmpty)
    }
}
