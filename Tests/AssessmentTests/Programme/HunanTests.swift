import FEEL
import History
import Standards
import Testing

@testable import Assessment

/// What 湘教通〔2024〕23号 asks, on both sides of its limits.
@Suite("The overlay of Hunan")
struct HunanTests {
    private static func results(
        _ consortia: [Consortium], incidents: [Incident] = [], panels: [String: Panel] = [:],
        today: String = "2026-05-08"
    ) throws -> [ProgrammeResult] {
        try ProgrammeExample.book().results(
            ProgrammeExample.register(consortia, incidents: incidents, panels: panels, today: today), in: "430000")
    }

    @Test func `a park applies once`() throws {
        let results = try Self.results([
            ProgrammeExample.consortium("A", park: "示例甲园区"), ProgrammeExample.consortium("B", park: "示例 甲园区"),
            ProgrammeExample.consortium("C", park: "示例乙园区"),
            ProgrammeExample.consortium("D", province: "440000", park: "示例乙园区"),
        ])
        let parks = results.filter { $0.check.id == "one-per-park" }
        #expect(parks.count(.met) == 1)
        #expect(parks.count(.notMet) == 1)
        #expect(parks.first { $0.outcome == .notMet }?.consortia == ["A", "B"])
    }

    @Test(arguments: [("2025-12-31", ProgrammeOutcome.pending), ("2026-01-01", .notMet)])
    func `every prefecture has one by the end of the plan`(today: String, outcome: ProgrammeOutcome) throws {
        let results = try Self.results(
            [
                ProgrammeExample.consortium("A", designatedOn: "2024-05-20", level: .province),
                // Applied, and on no list.
                ProgrammeExample.consortium("B", prefecture: "430200"),
            ], today: today)
        #expect(
            results.outcomes(of: "one-per-prefecture") == ["430100": .met, "430200": outcome, "430300": outcome])
    }

    private static func zones(_ count: Int, _ level: String) -> [Consortium] {
        (0..<count).map {
            ProgrammeExample.consortium(
                "Z\($0)", park: "示例园区\($0)", parkLevel: level, designatedOn: "2024-05-20", level: .province)
        }
    }

    @Test(arguments: [
        ("national-economic-zones", "国家级经济技术开发区", 10), ("national-high-tech-zones", "国家级高新技术产业开发区", 9),
    ])
    func `every national zone has one`(check: String, level: String, number: Int) throws {
        #expect(try Self.results(Self.zones(number, level)).one(check)?.outcome == .met)
        let short = try Self.results(Self.zones(number - 1, level)).one(check)
        #expect(short?.outcome == .notMet)
        #expect(short?.text.contains("\(number - 1)家，差1家（要求不少于\(number)家，2025年12月31日前）") == true)
        #expect(try Self.results(Self.zones(number, "省级经济技术开发区")).one(check)?.number == 0)
    }

    @Test(arguments: [
        ("430100", "工程机械（传统产业升级）", ProgrammeOutcome.met, "核心产业"), ("430200", "食品加工", .met, "重点产业"),
        ("430200", "工程机械", .behind, "未布局"), ("430100", "示例产业", .undetermined, "对不上附件1的产业名称"),
    ])
    func `a leading industry is held against the table`(
        prefecture: String, industry: String, outcome: ProgrammeOutcome, told: String
    ) throws {
        let panel = try ProgrammeExample.panel([("2.2.1", 2024, .actual, .text(industry))])
        let result = try Self.results([ProgrammeExample.consortium("A", prefecture: prefecture)], panels: ["A": panel])
            .one("industry")
        #expect(result?.outcome == outcome)
        #expect(result?.text.contains(told) == true, "\(result?.text ?? "")")
    }

    @Test func `nobody knows the industry that nobody told`() throws {
        #expect(try Self.results([ProgrammeExample.consortium("A")]).one("industry")?.outcome == .undetermined)
    }

    @Test(arguments: [(1, 2, ProgrammeOutcome.met), (1, 3, .behind), (0, 0, .undetermined)])
    func `most lead schools are of the province's plan`(own: Int, all: Int, outcome: ProgrammeOutcome) throws {
        let consortia = (0..<3).map { ProgrammeExample.consortium("S\($0)") }
        let panels = try (0..<all).map { number in
            let title = number < own ? "省楚怡高水平高职学校建设单位" : "省级高水平专业群建设单位"
            return ("S\(number)", try ProgrammeExample.panel([("4.1.1/称号", 2025, .actual, .text(title))]))
        }
        let results = try Self.results(consortia, panels: Dictionary(uniqueKeysWithValues: panels))
        #expect(results.one("lead-schools")?.outcome == outcome)
    }

    @Test(arguments: [("行业龙头企业", ProgrammeOutcome.met), ("专精特新企业", .behind)])
    func `the lead enterprise is a leading one`(title: String, outcome: ProgrammeOutcome) throws {
        let panel = try ProgrammeExample.panel([("3.1.1/称号", 2025, .actual, .text(title))])
        let results = try Self.results([ProgrammeExample.consortium("A")], panels: ["A": panel])
        #expect(results.one("lead-enterprise")?.outcome == outcome)
    }

    @Test(
        arguments: [
            ([(100, 100)], ProgrammeOutcome.met), ([(100, 99)], .notMet), ([(100, nil)], .undetermined),
            ([(100, 99), (100, nil)], .notMet), ([], .notApplicable),
        ] as [([(Int, Int?)], ProgrammeOutcome)])
    func `what was promised for the year is held against what came`(
        figures: [(Int, Int?)], outcome: ProgrammeOutcome
    ) throws {
        let codes = ["9.1.2", "9.1.5"]
        let panel = try ProgrammeExample.panel(
            zip(codes, figures).flatMap { code, figure -> [(String, ReportingYear, Basis, ObservedValue)] in
                let promised = (code, ReportingYear(2025), Basis.committed, ObservedValue.number(Decimal128(figure.0)))
                return [promised] + (figure.1.map { [(code, 2025, .actual, .number(Decimal128($0)))] } ?? [])
            })
        let results = try Self.results([ProgrammeExample.consortium("A")], panels: ["A": panel])
        #expect(results.one("commitments")?.outcome == outcome, "\(results.one("commitments")?.text ?? "")")
    }

    private static func incident(_ domain: IncidentDomain, _ status: IncidentStatus) -> Incident {
        Incident(
            id: "E1", consortium: "A", occurredOn: CalendarDate("2025-03-01"), domain: domain, severity: .minor,
            hasAdverseImpact: false, status: status, evidence: nil,
            source: CellSource(file: "事件.csv", sha256: "", sheet: nil, row: 2, column: 1))
    }

    @Test(arguments: [
        (IncidentDomain.falsification, IncidentStatus.confirmed, ProgrammeOutcome.notMet),
        (.falsification, .reported, .notApplicable), (.safety, .confirmed, .met),
        (.majorViolation, .confirmed, .notMet),
    ])
    func `the signed promise to withdraw is a ground of exit`(
        domain: IncidentDomain, status: IncidentStatus, outcome: ProgrammeOutcome
    ) throws {
        let results = try Self.results(
            [ProgrammeExample.consortium("A")], incidents: [Self.incident(domain, status)])
        let result = try #require(results.one("promise-to-withdraw"))
        #expect(result.outcome == outcome)
        #expect(result.check.isGroundOfExit)
    }

    @Test func `the province's list comes before the ministry's`() throws {
        let national = ProgrammeExample.consortium("A", designatedOn: "2024-11-12", level: .national)
        #expect(try Self.results([national]).one("provincial-list-first")?.outcome == .undetermined)
        // Designated before the notice.
        let earlier = ProgrammeExample.consortium("B", designatedOn: "2023-10-10", level: .national)
        #expect(try Self.results([earlier]).one("provincial-list-first")?.outcome == .notApplicable)
    }

    @Test func `nothing is asked before the notice`() throws {
        #expect(try Self.results([ProgrammeExample.consortium("A")], today: "2024-01-24").isEmpty)
        #expect(try !Self.results([ProgrammeExample.consortium("A")], today: "2024-01-25").isEmpty)
    }

    @Test func `the table of industries has sixteen rows, fourteen columns and 102 marks`() throws {
        let table = try #require(ProgrammeExample.book().overlay(of: "430100")?.programme.tables.first)
        let grid = try #require(table.grid)
        #expect(grid.rows.count == 16)
        #expect(grid.heads.count == 14)
        #expect(table.rows.count == 102)
        #expect(table.rows.count { $0.last == "核心产业" } == 47)
        let rows = grid.rows.map { row in row.marks.count { !$0.isEmpty } }
        #expect(rows == [5, 8, 10, 7, 6, 1, 11, 14, 6, 8, 12, 4, 2, 1, 1, 6])
        let columns = grid.heads.indices.map { column in grid.rows.count { !$0.marks[column].isEmpty } }
        #expect(columns == [15, 11, 7, 10, 8, 6, 7, 4, 4, 8, 6, 7, 4, 5])
    }
}
