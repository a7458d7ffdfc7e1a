import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// Cases that life brings (DESIGN §3): new names and places, mergers and splits, levels of designation, authorities that
/// disagree.
@Suite("Cases that life brings")
struct LifeTests {
    private let rules: RuleBook

    init() throws {
        rules = try RuleBook.trial.get()
    }

    private func entry(
        _ id: String = "C001", _ name: String = "甲", prefecture: String = "430100", from: String? = nil,
        predecessor: String? = nil, otherRegions: [String] = [], level: DesignationLevel? = nil,
        levelOn: String? = nil, designatedOn: String? = "2022-06-30"
    ) -> Consortium {
        Consortium(
            id: id, name: name, kind: .municipal, province: "430000", prefecture: prefecture, park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "培育",
            designatedOn: designatedOn.flatMap { CalendarDate($0) }, validFrom: from.flatMap { CalendarDate($0) },
            predecessor: predecessor, otherRegions: otherRegions, level: level,
            levelOn: levelOn.flatMap { CalendarDate($0) })
    }

    private func policy(_ region: String, _ issuedOn: String) -> Policy {
        Policy(
            id: "P\(region)", level: .city, region: region, title: "措施", number: "", issuer: "",
            issuedOn: CalendarDate(issuedOn), isEffective: true, evidence: nil, source: Self.source)
    }

    private func incident(
        _ id: String, of consortium: String, on day: String, _ status: IncidentStatus = .confirmed,
        severity: IncidentSeverity = .major
    ) -> Incident {
        Incident(
            id: id, consortium: consortium, occurredOn: CalendarDate(day), domain: .safety, severity: severity,
            hasAdverseImpact: true, status: status, evidence: nil, source: Self.source)
    }

    private func determination(
        _ decision: DeterminationDecision, of consortium: String, _ clause: String, _ year: Int, subject: String? = nil
    ) -> Determination {
        Determination(
            consortium: consortium, clause: clause, year: ReportingYear(year), decision: decision, by: "部级审定",
            on: CalendarDate(year: 2026, month: 5, day: 1), ground: "复核", evidence: nil, subject: subject,
            source: Self.source)
    }

    private static var lastDay: CalendarDate {
        guard let day = CalendarDate(year: 2099, month: 12, day: 31) else { preconditionFailure("a day") }
        return day
    }
    private static let source = CellSource(file: "登记.csv", sha256: "", sheet: nil, row: 2, column: 1)

    private func registers(
        policies: [Policy] = [], incidents: [Incident] = [], determinations: [Determination] = [],
        transitions: [Transition] = [], coverage: Registers.Coverage? = nil
    ) -> Registers {
        let all = Registers.Coverage(["": Self.lastDay])
        return Registers(
            policies: policies, incidents: incidents, determinations: determinations, transitions: transitions,
            policyCoverage: coverage ?? all, incidentCoverage: all)
    }

    private func assess(
        _ entries: [Consortium], _ registers: Registers, year: Int = 2025, id: String = "C001"
    ) throws -> ConsortiumAssessment {
        let dates = AssessmentDates(
            .usual, year: ReportingYear(year), from: 2022, today: CalendarDate(year: 2026, month: 6, day: 1))
        let input = AssessmentInput(consortia: entries, panels: [:], registers: registers)
        let found = Assessor(rules: rules, year: ReportingYear(year), dates: dates).assess(input)
        return try #require(found.first { $0.consortium.id == id })
    }

    private func outcome(of clause: String, _ assessment: ConsortiumAssessment) -> ClauseOutcome? {
        assessment.clauses.first { $0.clause.code == clause }?.outcome
    }

    // MARK: - Names and places

    @Test(arguments: [(2023, "甲", "430100"), (2024, "乙", "430100"), (2025, "丙", "430200")])
    func `a year is told under the name of then`(year: Int, name: String, prefecture: String) throws {
        let entries = [
            entry(),
            entry("C001", "乙", prefecture: "", from: "2024-06-01", designatedOn: nil),
            entry("C001", "丙", prefecture: "430200", from: "2025-12-31", designatedOn: nil),
        ]
        // A blank keeps what the entry before says; whoever names a province means the whole place.
        let blank = Consortium(
            id: "C001", name: "乙", kind: .municipal, province: "", prefecture: "", park: "", parkLevel: "",
            leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil,
            validFrom: CalendarDate("2024-06-01"))
        let assessment = try assess([entries[2], blank, entries[0]], registers(), year: year)
        #expect(assessment.consortium.name == name && assessment.consortium.prefecture == prefecture)
        #expect(assessment.consortium.designatedOn == CalendarDate("2022-06-30"))
    }

    /// What 16.4 comes to in 2025, for one that moved from 430100 to 430200 in the middle of 2025.
    @Test(
        arguments: [
            ("430100", "2025-03-01", false), ("430100", "2025-09-01", true), ("430200", "2025-03-01", true),
            ("430200", "2025-09-01", false), ("430000", "2025-09-01", false),
        ])
    func `a policy counts by the region on its day of issue`(region: String, day: String, isMissing: Bool) throws {
        let moved = [entry(), entry(prefecture: "430200", from: "2025-07-01")]
        let assessment = try assess(moved, registers(policies: [policy(region, day)]))
        let evidence = try #require(assessment.clauses.first { $0.clause.code == "16.4" }).because
        let isThere = evidence.contains { if case .entry(.policies, _, _) = $0.subject { true } else { false } }
        #expect(isThere != isMissing)
    }

    @Test func `a cluster has the policies of all its cities, and is covered where all of them are`() throws {
        let cluster = entry(otherRegions: ["430200"])
        let policies = [policy("430200", "2024-03-01"), policy("430200", "2025-03-01")]
        #expect(try outcome(of: "16.4", assess([cluster], registers(policies: policies))) == .clear)
        #expect(try outcome(of: "16.4", assess([entry()], registers(policies: policies))) == .undetermined)
        let day = try #require(CalendarDate("2026-03-01"))
        let earlier = try #require(CalendarDate("2025-03-01"))
        #expect(Registers.Coverage(["430100": day]).until(cluster) == nil)
        #expect(Registers.Coverage(["430100": day, "430200": earlier]).until(cluster) == earlier)
        #expect(Registers.Coverage(["430000": day]).until(cluster) == day)
        #expect(Registers.Coverage(["430100": day]).until(entry()) == day)
    }

    // MARK: - Levels

    @Test func `years count from the level that the edition names`() {
        let cases: [([Consortium], DesignationLevel?, first: Int, base: Int, Standing)] = [
            ([entry()], .national, 2023, 2022, .cultivation),
            ([entry(level: .national, levelOn: "2024-10-12")], .national, 2025, 2023, .application),
            ([entry(level: .national, levelOn: "2024-10-12")], .province, 2023, 2022, .cultivation),
            ([entry(level: .national)], .national, 2023, 2022, .cultivation),
            ([entry(level: .province)], .national, 2023, 2022, .application),
            ([entry(level: .province)], .province, 2023, 2022, .cultivation),
            (
                [entry(level: .province), entry(from: "2024-01-01", level: .national, levelOn: "2024-10-12")],
                .national, 2025, 2023, .application
            ),
            ([entry(level: .national, levelOn: "2024-10-12")], nil, 2023, 2022, .cultivation),
        ]
        for (entries, level, first, base, standing) in cases {
            let tenure = Tenure(
                entries.last ?? entry(), entries: entries, transitions: [], earliest: 2022, level: level)
            #expect(tenure.firstYear.value == first && tenure.baseYear.value == base, "\(entries) \(level as Any)")
            #expect(tenure.standing(in: 2023) == standing, "\(entries) \(level as Any)")
        }
    }

    // MARK: - Mergers and splits

    @Test func `an open case of a predecessor is carried by its successors until it is closed on either`() throws {
        let consortia = [
            entry("C000"), entry("C009"), entry("C001", from: "2025-01-01", predecessor: "C000、C009"),
            entry("C002", from: "2025-06-01", predecessor: "C001"),
        ]
        let incidents = [
            incident("I1", of: "C000", on: "2024-05-06"), incident("I2", of: "C009", on: "2025-02-01"),
        ]
        func open(_ id: String, _ determinations: [Determination] = [], _ transitions: [Transition] = []) throws
            -> [String]
        {
            try assess(
                consortia, registers(incidents: incidents, determinations: determinations, transitions: transitions),
                id: id
            ).verdict.openCases.map(\.id)
        }
        func id(_ consortium: String, _ year: Int) -> String { "municipal-consortium-trial/\(consortium)/16.1/\(year)" }
        // What C009 did after the merger is its own; what C000 did stands against the successor's own years as well.
        let ofSuccessor = [id("C000", 2024), id("C001", 2024), id("C001", 2025)]
        #expect(try Set(open("C001")) == Set(ofSuccessor))
        #expect(try open("C002").contains(id("C000", 2024)))
        #expect(try !open("C001").contains(id("C009", 2025)))
        let waived = determination(.waive, of: "C000", "16.1", 2024)
        #expect(try !open("C001", [waived]).contains(id("C000", 2024)))
        #expect(try !open("C001", [determination(.waive, of: "C001", "16.1", 2024)]).contains(id("C000", 2024)))
        #expect(try open("C001", [], [revoked("C001", on: "2026-06-01")]).isEmpty)
        // What is to be carried out one day is open until then.
        #expect(try Set(open("C001", [], [revoked("C001", on: "2026-06-02")])) == Set(ofSuccessor))
        let text = try assess(consortia, registers(incidents: incidents)).verdict.text
        #expect(text.contains("16.1 前身C000 2024年度已触发，未决"))
    }

    private func revoked(_ consortium: String, on day: String) throws -> Transition {
        Transition(
            consortium: consortium, from: nil, to: .revoked, on: try #require(CalendarDate(day)), document: "", by: "",
            ground: "", source: Self.source)
    }

    /// C001 came of C000 on 1 July 2025, or on a day that nobody told; C000 has an open case of 2024.
    @Test(arguments: [
        ("2025-07-01", "2025-06-30", false), ("2025-07-01", "2025-07-01", true), ("2025-07-01", "2025-09-01", true),
        (nil, "2025-06-30", true),
    ])
    func `a title that ends with the merger closes none of the cases that follow the successor`(
        succession: String?, end: String, isOpen: Bool
    ) throws {
        let consortia = [entry("C000"), entry("C001", from: succession, predecessor: "C000")]
        let registers = registers(
            incidents: [incident("I1", of: "C000", on: "2024-05-06")], transitions: [try revoked("C000", on: end)])
        let id = "municipal-consortium-trial/C000/16.1/2024"
        #expect(try assess(consortia, registers).verdict.openCases.map(\.id).contains(id) == isOpen)
        // The predecessor itself is listed, and not judged.
        let own = try assess(consortia, registers, id: "C000").verdict
        #expect(own.standing == .revoked && own.openCases.isEmpty)
    }

    /// At the close of 2024 the register said that C001 came of C000, which has an incident of that year.
    @Test func `what a successor answered for stays open though the register names its predecessor no longer`() throws {
        let registers = registers(incidents: [incident("I1", of: "C000", on: "2024-05-06")])
        func open(atClose then: [Consortium]) throws -> [String] {
            var input = AssessmentInput(
                consortia: [entry("C000"), entry("C001")], panels: [:], registers: registers)
            input.closings[2024] = AssessmentInput.Closing(
                panels: ["C001": Assessor(rules: rules, year: 2025).emptyPanel], registers: registers, consortia: then)
            let dates = AssessmentDates(.usual, year: 2025, from: 2022, today: CalendarDate("2026-06-01"))
            let assessments = Assessor(rules: rules, year: 2025, dates: dates).assess(input)
            return try #require(assessments.first { $0.consortium.id == "C001" }).verdict.openCases.map(\.id)
        }
        let successor = entry("C001", predecessor: "C000")
        #expect(try open(atClose: [entry("C000"), successor]) == ["municipal-consortium-trial/C001/16.1/2024"])
        #expect(try open(atClose: [successor]) == ["municipal-consortium-trial/C001/16.1/2024"])
        #expect(try open(atClose: [entry("C000"), entry("C001")]).isEmpty)
    }

    @Test func `what was decided on a predecessor's incident holds for the successor`() throws {
        let consortia = [entry("C000"), entry("C001", predecessor: "C000")]
        let incidents = [incident("I1", of: "C000", on: "2025-05-06", .reported)]
        func outcome(_ determinations: [Determination] = []) throws -> ClauseOutcome? {
            try self.outcome(
                of: "16.1", assess(consortia, registers(incidents: incidents, determinations: determinations)))
        }
        #expect(try outcome() == .suspected)
        #expect(try outcome([determination(.dismiss, of: "C000", "16.1", 2025, subject: "I1")]) == .clear)
        #expect(try outcome([determination(.confirm, of: "C000", "16.1", 2025, subject: "I1")]) == .triggered)
        // On a clause and year as a whole a person spoke of the predecessor alone.
        #expect(try outcome([determination(.dismiss, of: "C000", "16.1", 2025)]) == .suspected)
    }

    @Test func `predecessors in a circle end where it closes`() {
        let entries = [
            "A": [entry("A", predecessor: "B")], "B": [entry("B", from: "2025-01-01", predecessor: "C，A")],
            "C": [entry("C", predecessor: "A、B、C")],
        ]
        let day = CalendarDate("2025-01-01")
        #expect(
            Ancestor.all(of: "A") { entries[$0] ?? [] } == [
                Ancestor(id: "B", until: nil), Ancestor(id: "C", until: day),
            ])
    }

    // MARK: - Authorities that disagree

    @Test func `the graver of two contradictory accounts is a suspicion and not a trigger`() throws {
        let accounts = [
            incident("I1", of: "C001", on: "2025-05-06"),
            incident("I1", of: "C001", on: "2025-05-06", severity: .serious),
        ]
        func check(_ accounts: [Incident]) throws -> ClauseCheck {
            let told = try #require(Incident.reconciled(accounts))
            return try #require(
                assess([entry()], registers(incidents: [told])).clauses.first { $0.clause.code == "16.1" })
        }
        #expect(try check([accounts[0]]).outcome == .triggered)
        #expect(try check([accounts[0], accounts[0]]).outcome == .triggered)
        let disputed = try check(accounts)
        #expect(disputed.outcome == .suspected)
        #expect(disputed.text.contains("事件I1各主管部门登记不一致，按较重的作线索"))
        #expect(try check([accounts[1]]).outcome == .clear)
    }
}
