import FEEL
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Targets of places, on both sides of their numbers and of their days. Every figure is invented.
@Suite("Targets of places")
struct LocalTargetTests {
    typealias Told = (year: ReportingYear, value: Decimal128, on: String?)

    private static func result(
        _ target: String, in province: String?, _ told: [Told], today: String, year: ReportingYear = 2025
    ) throws -> ProgrammeResult {
        var registers = Registers()
        registers.targetFigures = try told.map { told in
            TargetFigure(
                target: target, year: told.year, value: told.value,
                on: try told.on.map { try #require(CalendarDate($0)) },
                source: CellSource(file: "目标.csv", sha256: "", sheet: nil, row: 2, column: 2))
        }
        let register = ProgrammeRegister(
            AssessmentInput(consortia: [], panels: [:], registers: registers), edition: try Edition.trial.get(),
            year: year, today: try #require(CalendarDate(today)), regions: ProgrammeExample.regions)
        let book = try ProgrammeExample.book()
        let results = province.map { book.results(register, in: $0) } ?? book.results(register)
        return try #require(results.one(target))
    }

    @Test(
        arguments: [
            // Missing is not zero, before the day and after it.
            ([], "2025-06-01", ProgrammeOutcome.undetermined), ([], "2026-05-08", .undetermined),
            ([(2025, 14_999, "2025-12-31")], "2025-12-31", .pending),
            ([(2025, 14_999, "2025-12-31")], "2026-01-01", .notMet),
            ([(2025, 15_000, "2025-12-31")], "2026-01-01", .met),
            // The figure of the last year without a day is as of its end.
            ([(2025, 14_999, nil)], "2026-01-01", .notMet),
            // What is known of earlier does not say how it ended.
            ([(2024, 14_000, "2024-12-31")], "2026-01-01", .undetermined),
            ([(2025, 14_999, "2025-12-30")], "2026-01-01", .undetermined),
            // A day that is still to come has not been.
            ([(2025, 15_000, "2025-12-31")], "2025-11-01", .undetermined),
        ] as [([Told], String, ProgrammeOutcome)])
    func `a total is reached by its day or missed after it`(
        told: [Told], today: String, outcome: ProgrammeOutcome
    ) throws {
        #expect(try Self.result("ruian-high-skilled", in: "330000", told, today: today).outcome == outcome)
    }

    @Test(
        arguments: [
            ("zhejiang-groups", "330000", 24, ProgrammeOutcome.behind), ("zhejiang-groups", "330000", 25, .met),
            ("zhejiang-bases", "330000", 14, .behind), ("zhejiang-bases", "330000", 15, .met),
            ("ningbo-nine", "330000", 8, .behind), ("ningbo-nine", "330000", 9, .met),
            ("ruian-skilled", "330000", 49_999, .notMet), ("ruian-skilled", "330000", 50_000, .met),
            ("ruian-platforms", "330000", 99, .notMet), ("ruian-platforms", "330000", 100, .met),
            ("ruian-subsidy", "330000", 999, .notMet), ("ruian-subsidy", "330000", 1_000, .met),
            ("ruian-retention", "330000", 84, .behind), ("ruian-retention", "330000", 85, .met),
            ("taicang-carriers", "320000", 14, .behind), ("taicang-carriers", "320000", 15, .met),
            ("taicang-graduates", "320000", 2_999, .behind), ("taicang-graduates", "320000", 3_000, .met),
            ("pilot-cities", nil, 49, .behind), ("pilot-cities", nil, 50, .met),
            ("integrated-enterprises", nil, 9_999, .notMet), ("integrated-enterprises", nil, 10_000, .met),
        ] as [(String, String?, Decimal128, ProgrammeOutcome)])
    func `each number of the digest has two sides`(
        target: String, province: String?, value: Decimal128, outcome: ProgrammeOutcome
    ) throws {
        let result = try Self.result(target, in: province, [(2025, value, "2025-12-31")], today: "2026-05-08")
        #expect(result.outcome == outcome, "\(result.text)")
    }

    @Test(arguments: [(2024, ProgrammeOutcome.undetermined), (2025, .notMet), (2026, .undetermined)])
    func `what is asked every year is of that year alone`(year: Int, outcome: ProgrammeOutcome) throws {
        let result = try Self.result(
            "ruian-subsidy", in: "330000", [(ReportingYear(year), 500, nil)], today: "2026-12-31")
        #expect(result.outcome == outcome)
    }

    /// 366 of 946 days are 38.6 percent, rounded down.
    @Test(
        arguments: [(19_299, TargetProgress.Pace.lagging), (19_300, .onTrack)] as [(Decimal128, TargetProgress.Pace)])
    func `what was reached is held against the time that has passed`(
        value: Decimal128, pace: TargetProgress.Pace
    ) throws {
        let result = try Self.result(
            "ruian-skilled", in: "330000", [(2024, value, "2024-05-30")], today: "2024-06-30", year: 2024)
        #expect(
            result.outcome == .pending && result.progress?.pace == pace
                && result.progress?.elapsed == Decimal128("38.6"))
        #expect(result.text.hasSuffix("时间过去38.6%，\(pace.title)。"), "\(result.text)")
    }

    @Test func `the text says what to do, then how far it is`() throws {
        func text(_ told: [Told], _ today: String) throws -> String {
            try Self.result("ruian-high-skilled", in: "330000", told, today: today).text
        }
        let asked = "（目标不少于15000人，2025年12月31日前）"
        #expect(try text([], "2025-06-01") == "请在目标完成表登记“ruian-high-skilled”的完成值。没有登记\(asked)。")
        #expect(try text([], "2026-01-01") == "请在目标完成表登记“ruian-high-skilled”的完成值。没有登记，已过完成时限\(asked)。")
        #expect(
            try text([(2025, 13_800, "2025-12-31")], "2026-01-01")
                == "请瑞安市对照实施意见核对缺口。截至2025年12月31日13800人，完成92%，差1200人\(asked)，逾期未达到。")
        #expect(
            try text([(2026, 15_000, "2026-02-01")], "2026-03-01")
                == "截至2026年2月1日15000人，完成100%\(asked)，2026年2月1日的数才达到，逾期。")
        #expect(
            try text([(2024, 9_000, "2024-12-31")], "2026-03-01")
                == "请登记完成时限当天或以后的完成值。截至2024年12月31日9000人，完成60%，差6000人\(asked)，已过完成时限，尚不知是否完成。")
    }

    @Test func `every target stands on its line of the digest`() throws {
        let book = try ProgrammeExample.book()
        let targets = book.programme.targets + book.overlays.flatMap(\.programme.targets)
        #expect(Set(targets.map(\.id)).count == targets.count)
        #expect(targets.allSatisfy { $0.check.basis == .convention && !$0.check.rationale.isEmpty })
        #expect(targets.allSatisfy { $0.lines.lowerBound > 0 && $0.lines.upperBound < 998 })
        // An overlay tells of places of its own province.
        for overlay in book.overlays {
            #expect(overlay.programme.targets.allSatisfy { RegionCode.contains(overlay.province, $0.region) })
        }
    }
}
