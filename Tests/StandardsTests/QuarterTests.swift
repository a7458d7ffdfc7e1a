import Standards
import TestSupport
import Testing

@Suite("Quarters")
struct QuarterTests {
    @Test(arguments: [
        ("2025Q1", "2025Q1"), ("2025-Q1", "2025Q1"), ("2025年一季度", "2025Q1"), ("2025年第一季度", "2025Q1"),
        ("2025年度第4季度", "2025Q4"), ("２０２５q2", "2025Q2"), ("2025 年 三季度", "2025Q3"), ("2025年第二季度", "2025Q2"),
        ("2025", nil), ("2025年", nil), ("2025Q5", nil), ("一季度", nil), ("2025年上半年", nil), ("1999Q1", nil),
    ])
    func `people write a quarter in several ways`(text: String, quarter: String?) {
        #expect(Quarter(text: text)?.description == quarter)
    }

    @Test func `what may be told by quarter is a number of the edition, with a reason`() throws {
        let edition = try Edition.trial()
        #expect(edition.quarterRules.count == 7)
        for rule in edition.quarterRules {
            #expect(edition.indicator(rule.indicator)?.kind.isNumeric == true)
            #expect(rule.plan.map { edition.indicator($0) != nil } ?? true)
            #expect(rule.basis == .convention && !rule.rationale.isEmpty)
        }
    }
}
