import FEEL
import Standards
import Testing

@testable import Assessment

/// Quotas and milestones of 教职成厅函〔2023〕15号, on both sides of their limits.
@Suite("The national programme")
struct NationalProgrammeTests {
    private static func batch(_ count: Int, _ cohort: String, province: String = "430000") -> [Consortium] {
        (0..<count).map { number in
            ProgrammeExample.consortium("\(province)-\(cohort)-\(number)", province: province, cohort: cohort)
        }
    }

    @Test(arguments: [(3, ProgrammeOutcome.met), (4, .notMet)])
    func `a province recommends three in the first batch and no more`(count: Int, outcome: ProgrammeOutcome) throws {
        let consortia = Self.batch(count, "1") + Self.batch(3, "2") + Self.batch(1, "1", province: "440000")
        let results = try ProgrammeExample.book().results(ProgrammeExample.register(consortia))
        let outcomes = results.outcomes(of: "recommended-first-batch")
        #expect(outcomes["430000 1"] == outcome)
        #expect(outcomes["440000 1"] == .met)
        // Of another batch the notice says nothing.
        #expect(outcomes["430000 2"] == .notApplicable)
        #expect(results.outcomes(of: "recommended-later-batches")["430000 2"] == .met)
    }

    @Test func `who is in no batch was recommended in none`() throws {
        let results = try ProgrammeExample.book().results(ProgrammeExample.register(Self.batch(4, "")))
        #expect(results.outcomes(of: "recommended-first-batch").isEmpty)
    }

    @Test func `an excess is told with what to do first`() throws {
        let results = try ProgrammeExample.book().results(ProgrammeExample.register(Self.batch(5, "第一批")))
        #expect(results.one("recommended-first-batch")?.text == "请核减2家。5家（要求不超过3家）。")
        #expect(results.one("recommended-first-batch")?.title == "湖南省第一批")
    }

    private static func designated(_ count: Int, on day: String, level: DesignationLevel? = nil) -> [Consortium] {
        (0..<count).map { ProgrammeExample.consortium("\(day)-\($0)", designatedOn: day, level: level) }
    }

    @Test(arguments: [
        (50, "2023-12-31", "2026-05-08", ProgrammeOutcome.met), (49, "2023-12-31", "2026-05-08", .behind),
        (50, "2024-01-01", "2026-05-08", .behind), (49, "2023-10-01", "2023-12-31", .pending),
        (49, "2023-10-01", "2024-01-01", .behind),
    ])
    func `about fifty stand by the end of 2023`(
        count: Int, day: String, today: String, outcome: ProgrammeOutcome
    ) throws {
        let results = try ProgrammeExample.book().results(
            ProgrammeExample.register(Self.designated(count, on: day), today: today))
        #expect(results.one("built-by-2023")?.outcome == outcome)
    }

    @Test(arguments: [("built-by-2024", "2024-12-31", 100), ("built-by-2025", "2025-12-31", 150)])
    func `the later milestones count everyone since the first`(check: String, day: String, number: Int) throws {
        let first = Self.designated(50, on: "2023-10-10")
        let book = try ProgrammeExample.book()
        let enough = try book.results(ProgrammeExample.register(first + Self.designated(number - 50, on: day)))
        let short = try book.results(ProgrammeExample.register(first + Self.designated(number - 51, on: day)))
        #expect(enough.one(check)?.outcome == .met)
        #expect(short.one(check)?.outcome == .behind)
        #expect(short.one(check)?.text.contains("\(number - 1)家，差1家（要求\(number)家左右，") == true)
    }

    @Test func `a provincial title is not a national one`() throws {
        let provincial = Self.designated(50, on: "2023-10-10", level: .province)
        let results = try ProgrammeExample.book().results(ProgrammeExample.register(provincial))
        #expect(results.one("built-by-2023")?.number == 0)
    }

    @Test func `the lead parties are complete`() throws {
        let results = try ProgrammeExample.book().results(
            ProgrammeExample.register([
                ProgrammeExample.consortium("A"), ProgrammeExample.consortium("B", school: " "),
            ]))
        #expect(results.outcomes(of: "lead-parties") == ["A": .met, "B": .notMet])
        #expect(results.one("lead-parties", "B")?.text == "请在联合体登记表补填牵头单位。牵头学校没有登记。")
    }
}
