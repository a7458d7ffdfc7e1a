import FEEL
import Standards
import TestSupport
import Testing

@testable import Assessment

/// Quarters against a year's plan: a warning and nothing more, and what stands in for a figure that nobody reported.
@Suite("Quarters against a plan")
struct QuarterCheckTests {
    private static func check(
        _ code: String, _ told: [Int: Decimal128], annual: Decimal128? = nil, plan: Decimal128? = 100
    ) throws -> QuarterCheck {
        let edition = try Edition.trial.get()
        let rule = try #require(edition.quarterRules.first { $0.indicator.text == code })
        let indicator = try #require(edition.indicator(rule.indicator))
        let figures = try told.map { number, value in
            QuarterFigure(
                consortium: "C001", indicator: rule.indicator, quarter: try #require(Quarter(2026, number)),
                value: value, reportedBy: "C001",
                source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 4))
        }
        return QuarterCheck(
            rule: rule, indicator: indicator, year: 2026, figures: figures, annual: annual, plan: plan)
    }

    @Test(
        arguments: [
            ([1: 24], true), ([1: 25], false), ([1: 20, 2: 29], true), ([1: 20, 2: 30], false),
            // What follows a gap is not known to follow anything; nothing told is no nought.
            ([2: 1], false), ([:], false), ([1: 25, 3: 0], false),
        ] as [([Int: Decimal128], Bool)])
    func `the quarters' sum is held against as many quarters of the plan`(told: [Int: Decimal128], isShort: Bool) throws
    {
        #expect(try Self.check("14.1.3", told).isShort == isShort)
    }

    @Test func `running totals are held by the last of them`() throws {
        #expect(try Self.check("6.1.2", [1: 10, 2: 49]).isShort)
        #expect(try !Self.check("6.1.2", [2: 50]).isShort)
        #expect(try Self.check("6.1.2", [1: 10, 4: 90]).standIn == 90)
    }

    @Test func `the annual report outranks the quarters, which stand in where they are complete`() throws {
        let four: [Int: Decimal128] = [1: 10, 2: 10, 3: 10, 4: 10]
        #expect(try Self.check("14.1.3", four).standIn == 40)
        #expect(try Self.check("14.1.3", [1: 10, 2: 10, 3: 10]).standIn == nil)
        let reported = try Self.check("14.1.3", four, annual: 90)
        #expect(reported.standIn == nil && !reported.isShort)
        #expect(reported.text == "四个季度共40人日；全年以年报数90人日为准，与季度数不同。")
    }

    @Test func `without a plan nothing lags, and an authority's word stands`() throws {
        #expect(try !Self.check("14.1.3", [1: 0], plan: nil).isShort)
        let edition = try Edition.trial.get()
        let rule = try #require(edition.quarterRules.first { $0.indicator.text == "14.1.3" })
        func figure(_ value: Decimal128, _ by: String?) throws -> QuarterFigure {
            QuarterFigure(
                consortium: "C001", indicator: rule.indicator, quarter: try #require(Quarter(2026, 1)), value: value,
                reportedBy: by, source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 4))
        }
        let check = QuarterCheck(
            rule: rule, indicator: try #require(edition.indicator(rule.indicator)), year: 2026,
            figures: [try figure(30, "C001"), try figure(20, nil)], annual: nil, plan: 100)
        #expect(check.reached == 20 && check.isShort)
        #expect(check.text == "前1个季度共20人日，按全年计划100人日均摊应为25人日，少5人日，请查明原因（只作预警，不进入条款）。")
    }
}
