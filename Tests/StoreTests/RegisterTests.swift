import FEEL
import Foundation
import Standards
import Testing

@testable import Store

@Suite("Registers")
struct RegisterTests {
    @Test func `a register covers its region up to the day in China on which it was received, also empty`() throws {
        let fixture = try StoreFixture()
        #expect(try fixture.registers().incidentCoverage == Registers.Coverage())
        try fixture.receive(day: 2, from: .hunan, forms: [.policies, .incidents])
        try fixture.receive(day: 5, forms: [.incidents])
        let registers = try fixture.registers()
        let day = CalendarDate.of("2026-01-03")
        #expect(registers.policyCoverage == Registers.Coverage(["430000": day]))
        let later = CalendarDate.of("2026-01-06")
        #expect(registers.incidentCoverage == Registers.Coverage(["430000": day, "": later]))
        #expect(registers.policies.isEmpty)
        #expect(try fixture.registers(asOf: 1).policyCoverage == Registers.Coverage())
    }

    @Test func `a register sent again on a later day covers up to that day, and one that lies about does not`() throws {
        let fixture = try StoreFixture()
        func receive(_ day: Int, isDated: Bool = true, from origin: Origin = .hunan) throws -> LoadOutcome {
            try fixture.receive(day: day, from: origin, sha256: "empty", isDated: isDated, forms: [.incidents])
        }
        func covered(asOf day: Int? = nil) throws -> [String: CalendarDate] {
            try fixture.registers(asOf: day).incidentCoverage.days
        }
        let first = try #require(try receive(2).id)
        #expect(try receive(9, isDated: false) == .duplicate(of: first, recordedAt: .day(2)))
        #expect(try covered() == ["430000": .of("2026-01-03")])
        #expect(try receive(5) == .duplicate(of: first, recordedAt: .day(2)))
        #expect(try receive(4) == .duplicate(of: first, recordedAt: .day(2)))
        #expect(try receive(5) == .duplicate(of: first, recordedAt: .day(2)))
        #expect(try covered() == ["430000": .of("2026-01-06")])
        #expect(try covered(asOf: 4) == ["430000": .of("2026-01-03")])
        #expect(try fixture.store.submissions().count == 1)
        #expect(try fixture.store.registerDays() == [.of("2026-01-03"), .of("2026-01-06")])
        // What was taken back covers nothing, however often it came.
        try fixture.withdraw(.submission(first), day: 7)
        #expect(try covered().isEmpty)
    }

    @Test func `what several authorities say of an incident stands side by side, the latest of each`() throws {
        let fixture = try StoreFixture()
        func receive(_ status: IncidentStatus, _ severity: IncidentSeverity, _ day: Int, _ origin: Origin) throws {
            try fixture.receive(day: day, from: origin, forms: [.incidents]) { load in
                load.incidents = [.sample("I1", status: status, severity: severity)]
            }
        }
        func told() throws -> [String] {
            try fixture.registers().incidents.map { incident in
                "\(incident.severity?.title ?? "") \(incident.status?.title ?? "") \(incident.accounts.count)"
            }
        }
        try receive(.confirmed, .major, 1, .ministry)
        // A clue that another has confirmed since is no contradiction, and a re-classification is the authority's own.
        try receive(.reported, .major, 2, .hunan)
        #expect(try told() == ["重大 查实 0"])
        try receive(.confirmed, .serious, 3, .hunan)
        #expect(try told() == ["重大 线索 2"])
        try receive(.dismissed, .serious, 4, .hunan)
        #expect(try told() == ["重大 线索 2"])
        try receive(.confirmed, .serious, 5, .ministry)
        #expect(try told() == ["较大 线索 2"])
        try receive(.dismissed, .major, 6, .ministry)
        #expect(try told() == ["重大 不成立 2"])
        try receive(.dismissed, .serious, 7, .ministry)
        #expect(try told() == ["较大 不成立 0"])
    }

    @Test func `an entry says where a cluster lies, and a later one keeps what it leaves blank`() throws {
        let fixture = try StoreFixture()
        let cluster = Consortium(
            id: "C001", name: "旧名", kind: .municipal, province: "430000", prefecture: "430100", park: "园区",
            parkLevel: "省级", leadSchool: "甲校", leadEnterprise: "甲公司", cohort: "1", stage: "培育",
            designatedOn: .of("2022-06-30"), predecessor: "C008、C009", otherRegions: ["430200", "430300"],
            level: .national, levelOn: .of("2023-10-12"))
        let renamed = Consortium(
            id: "C001", name: "新名", kind: .municipal, province: "", prefecture: "", park: "", parkLevel: "",
            leadSchool: "乙校", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil,
            validFrom: .of("2026-01-05"))
        try fixture.receive(consortia: [cluster, renamed], day: 1)
        let now = try fixture.store.snapshot(edition: .small, on: .of("2026-02-01"))
        let entry = try #require(now.consortia.first)
        #expect(entry.name == "新名" && entry.leadSchool == "乙校" && entry.park == "园区")
        #expect(entry.otherRegions == ["430200", "430300"] && entry.predecessors == ["C008", "C009"])
        #expect(entry.designatedOn == .of("2022-06-30") && entry.levelOn == .of("2023-10-12"))
        #expect(now.consortiumEntries.map(\.name) == ["旧名", "新名"])
        let before = try fixture.store.snapshot(edition: .small, on: .of("2026-01-04"))
        #expect(before.consortia == [cluster])
        #expect(before.consortiumEntries == now.consortiumEntries)
    }

    @Test func `the day of a receipt late in the evening is the next one in China`() throws {
        let fixture = try StoreFixture()
        let load = SubmissionLoad(
            file: SubmissionFile(
                name: "a", path: "a", sha256: "a", size: 1, origin: .ministry,
                receivedAt: .day(0).addingTimeInterval(4 * 3_600)), forms: [.policies])
        _ = try fixture.store.load(load, observations: [], edition: .small, recordedAt: .day(1))
        let day = CalendarDate.of("2026-01-02")
        #expect(try fixture.registers().policyCoverage == Registers.Coverage(["": day]))
    }

    @Test func `what a consortium lists itself covers nothing and touches no authority's entry`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 1, forms: [.policies, .incidents]) { load in
            load.policies = [.sample("P1", isEffective: false, title: "登记")]
            load.incidents = [.sample("I1", status: .confirmed)]
        }
        try fixture.receive(day: 2, from: .secretariat("C001"), forms: [.policies, .incidents]) { load in
            load.policies = [.sample("P1", isEffective: true, title: "自报"), .sample("P2")]
            load.incidents = [.sample("I1", status: .dismissed), .sample("I2")]
        }
        try fixture.receive(day: 3, from: .secretariat("C002"), forms: [.policies]) { load in
            load.policies = [.sample("P2", title: "别家自报")]
        }
        let registers = try fixture.registers()
        #expect(registers.policies.map(\.title) == ["登记", "自报", "若干措施", "别家自报"])
        #expect(registers.policies.map(\.reportedBy) == [nil, "C001", "C001", "C002"])
        #expect(registers.incidents.map(\.id) == ["I1", "I2"])
        #expect(registers.incidents.map(\.status) == [.confirmed, .reported])
        #expect(registers.incidents.map(\.reportedBy) == [nil, "C001"])
        let day = CalendarDate.of("2026-01-02")
        #expect(registers.incidentCoverage == Registers.Coverage(["": day]))
        // Before the authority registered it, the consortium's own word was all there was.
        let early = try StoreFixture()
        try early.receive(day: 1, from: .secretariat("C001"), forms: [.incidents]) { $0.incidents = [.sample("I1")] }
        #expect(try early.registers().incidents.map(\.reportedBy) == ["C001"])
    }

    @Test func `a secretariat changes neither the register of consortia nor standings`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C001")
        try fixture.receive(
            consortia: [.sample("C001", name: "自改"), .sample("C009")], day: 2, from: .secretariat("C001"))
        try fixture.receive(day: 2, from: .secretariat("C001"), forms: [.transitions]) { load in
            load.transitions = [.sample(to: .accepted, on: .of("2026-01-01"))]
        }
        #expect(try fixture.store.snapshot(edition: .small).consortia == [.sample("C001")])
        #expect(try fixture.registers().transitions.isEmpty)
    }

    @Test func `entries come back whole, with their sources, and the last received stands`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 5, path: "b.csv", sha256: "bb", forms: [.policies, .incidents]) { load in
            load.policies = [
                .sample(
                    "P1", isEffective: true, title: "新", validUntil: .of("2027-01-01"),
                    repealedOn: .of("2026-01-01"))
            ]
            load.incidents = [.sample("I1", status: .confirmed, description: "已通报")]
        }
        try fixture.receive(day: 1, path: "a.csv", sha256: "aa", forms: [.policies, .incidents]) { load in
            load.policies = [.sample("P1", title: "旧"), .sample("P0")]
            load.incidents = [.sample("I1")]
        }

        let registers = try fixture.registers()
        #expect(registers.policies.map(\.id) == ["P0", "P1"])
        #expect(registers.policies.map(\.title) == ["若干措施", "新"])
        #expect(registers.policies.map(\.isEffective) == [nil, true])
        #expect(registers.policies[1].issuedOn == .of("2025-03-01"))
        #expect(registers.policies[1].validUntil == .of("2027-01-01"))
        #expect(registers.policies[1].repealedOn == .of("2026-01-01"))
        #expect(registers.policies[1].source == CellSource(file: "b.csv", sha256: "bb", sheet: "登记", row: 4, column: 1))
        #expect(registers.incidents.map(\.status) == [.confirmed])
        #expect(registers.incidents.map(\.description) == ["已通报"])

        let past = try fixture.registers(asOf: 2)
        #expect(past.policies.map(\.title) == ["若干措施", "旧"])
        #expect(past.incidents.map(\.status) == [.reported])
    }

    @Test func `entries without a number stand each by itself`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(forms: [.incidents]) { $0.incidents = [.sample(""), .sample("", status: .confirmed)] }
        #expect(try fixture.registers().incidents.map(\.status) == [.reported, .confirmed])
    }

    @Test func `every decision stays, those on one clause and year in the order they were received`() throws {
        let fixture = try StoreFixture()
        try fixture.decide([.sample(.confirm, subject: "I1"), .sample(.acceptPlanChange, fund: "专项", amount: 90)])
        try fixture.decide([.sample(.waive, by: "评审乙", id: "R1")], day: 1)
        let determinations = try fixture.registers().determinations
        #expect(determinations.map(\.decision) == [.confirm, .acceptPlanChange, .waive])
        #expect(determinations.map(\.by) == ["评审甲", "评审甲", "评审乙"])
        #expect(determinations.map(\.subject) == ["I1", nil, nil])
        #expect(determinations.map(\.id) == [nil, nil, "R1"])
        #expect(determinations.map(\.fund) == [nil, "专项", nil])
        #expect(determinations.map(\.amount) == [nil, 90, nil])
    }

    @Test func `a determination withdrawn drops out with the one that withdrew it, from that day on`() throws {
        let fixture = try StoreFixture()
        try fixture.decide([.sample(.confirm, id: "R1"), .sample(.waive, id: "R2")], day: 1)
        try fixture.decide([.sample(.withdraw, id: "R3", withdraws: "R1")], day: 3)
        #expect(try fixture.registers().determinations.map(\.id) == ["R2"])
        #expect(try fixture.registers(asOf: 2).determinations.map(\.id) == ["R1", "R2"])
        // A withdrawal withdrawn lets the decision stand again.
        try fixture.decide([.sample(.withdraw, id: "R4", withdraws: "R3")], day: 5)
        #expect(try fixture.registers().determinations.map(\.id) == ["R1", "R2"])
        // What withdraws another consortium's decision, or one that is not there, withdraws nothing and is to be seen.
        try fixture.decide([.sample(.withdraw, of: "C002", id: "R5", withdraws: "R1")], day: 6)
        #expect(try fixture.registers().determinations.map(\.id) == ["R1", "R2", "R5"])
    }

    @Test func `transitions stand in the order of their days, each told once`() throws {
        let fixture = try StoreFixture()
        let (first, second) = (CalendarDate.of("2023-10-01"), CalendarDate.of("2026-01-01"))
        try fixture.receive(forms: [.transitions]) { load in
            load.transitions = [
                .sample(to: .accepted, on: second), .sample(to: .cultivation, on: first, document: "旧"),
            ]
        }
        try fixture.receive(day: 1, forms: [.transitions]) { load in
            load.transitions = [.sample(to: .cultivation, on: first, document: "新")]
        }
        let transitions = try fixture.registers().transitions
        #expect(transitions.map(\.to) == [.cultivation, .accepted])
        #expect(transitions.map(\.document) == ["新", "示例〔2026〕1号"])
        #expect(try fixture.registers(asOf: 0).transitions.map(\.document) == ["旧", "示例〔2026〕1号"])
    }

    @Test func `registers that no rule reads come back as they were read, the later entry of a key`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(day: 1, from: .secretariat("C001"), forms: [.members]) { load in
            load.entries = [.member("示例学院", role: "牵头学校"), .member("示例公司")]
        }
        try fixture.receive(day: 2, from: .secretariat("C001"), forms: [.members]) { load in
            load.entries = [.member("示例学院", role: "成员单位")]
        }
        try fixture.receive(day: 2, forms: [.members]) { $0.entries = [.member("别家", of: "C002")] }
        let snapshot = try fixture.store.snapshot(edition: .small)
        #expect(try snapshot.entries(.members, of: "C001").map(\.values["role"]) == ["成员单位", "成员单位"])
        #expect(try snapshot.entries(.members, of: "C001").map(\.key) == ["示例学院", "示例公司"])
        #expect(try snapshot.entries(.members).map(\.consortium) == ["C001", "C001", "C002"])
        #expect(try snapshot.entries(.tasks).isEmpty)
        #expect(try fixture.store.verify(editions: [.small]).isEmpty)
    }

    @Test func `a register that is read alone says what it says among all`() throws {
        let fixture = try StoreFixture()
        try fixture.receiveOneOfEach()
        func entry(_ form: RegisterEntry.Form, of consortium: String, _ values: [String: String]) -> RegisterEntry {
            RegisterEntry(form: form, consortium: consortium, key: "1", values: values, source: .register)
        }
        for (day, consortium) in ["C001", "C002"].enumerated() {
            try fixture.receive(day: 6 + day, from: .secretariat(consortium), forms: [.workplans, .documents]) { load in
                load.entries = [
                    entry(.workplans, of: consortium, ["year": "2026", "item": "共建产业学院"]),
                    entry(.documents, of: consortium, ["kind": "年度工作计划", "period": "2026"]),
                ]
            }
        }
        let snapshot = try fixture.store.snapshot(edition: .small)
        let registers = try snapshot.registers
        #expect(registers.determinations.map(\.id) == ["D1"])
        #expect(try snapshot.determinations == registers.determinations)
        #expect(registers.transitions.map(\.to) == [.cultivation])
        #expect(try snapshot.transitions == registers.transitions)
        #expect(registers.workPlans.map(\.consortium) == ["C001", "C002"])
        #expect(try snapshot.workPlans(of: "C002") == registers.workPlans.filter { $0.consortium == "C002" })
        // What the register of documents tells, and then what the plans show.
        #expect(registers.filings.map(\.kind) == ["年度工作计划", "年度工作计划", "workplans", "workplans"])
        #expect(registers.filings.map(\.consortium) == ["C001", "C002", "C001", "C002"])
    }

    @Test func `of two entries the one received later counts, whichever was loaded first`() throws {
        let fixture = try StoreFixture()
        try fixture.receive(consortia: [.sample("C001", name: "新"), .sample("C001", name: "更新")], day: 5)
        try fixture.receive(consortia: [.sample("C001", name: "旧")], day: 1)
        #expect(try fixture.store.snapshot(edition: .small).consortia.map(\.name) == ["更新"])
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(2)).consortia.map(\.name) == ["旧"])
        #expect(try fixture.store.snapshot(edition: .small, asOf: .day(0)).consortia.isEmpty)
    }

    @Test func `an entry holds from its day on, and the latest day counts before the latest receipt`() throws {
        let fixture = try StoreFixture()
        let day = CalendarDate.of("2026-01-11")
        try fixture.receive(consortia: [.sample("C001", name: "新名", validFrom: day, predecessor: "C000")], day: 1)
        try fixture.receive(consortia: [.sample("C001", name: "旧名")], day: 2)
        func name(asOf: Int? = nil, on day: CalendarDate? = nil) throws -> String? {
            try fixture.store.snapshot(edition: .small, asOf: asOf.map { .day($0) }, on: day).consortia.first?.name
        }
        #expect(try name() == "旧名")
        #expect(try name(on: day) == "新名")
        #expect(try name(asOf: 9) == "旧名")
        #expect(try name(asOf: 10) == "新名")
        // The day that something was recorded on is the day that is looked at.
        try fixture.receive(Figure(value: .decimal("1")), day: 12)
        #expect(try fixture.store.snapshot(edition: .small).consortia.first?.predecessor == "C000")
        #expect(try fixture.store.snapshot(edition: .small).consortia.first?.validFrom == day)
    }

    @Test func `a consortium is what its last entry says, and keeps its place in the order of ids`() throws {
        let fixture = try StoreFixture()
        try fixture.register("C002", "C001")
        let entries = try fixture.store.snapshot(edition: .small).consortia
        #expect(entries == [.sample("C001"), .sample("C002")])
    }
}
