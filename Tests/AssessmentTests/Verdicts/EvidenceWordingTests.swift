import FEEL
import Standards
import Testing

@testable import Assessment

/// What a fact reads like: a figure has its unit, what is attached to a cell is none.
@Suite("Facts in words")
struct EvidenceWordingTests {
    private static func indicator(_ kind: IndicatorKind, _ unit: String = "") -> Indicator {
        Indicator(
            ordinal: 0, code: IndicatorCode("14.1.3"), title: "面向企业员工开展培训数（人日）", kind: kind, unit: unit,
            reporter: "牵头企业", evidenceDue: true)
    }

    private static func cell(
        _ indicator: Indicator, _ value: String?, _ status: ObservationStatus = .reported, isAttachment: Bool = false
    ) -> Evidence {
        Evidence(
            subject: .cell(indicator: indicator, year: 2025, basis: .actual), value: value, status: status,
            source: CellSource(file: "2025.csv", sha256: "", sheet: nil, row: 130, column: 5),
            isAttachment: isAttachment)
    }

    @Test(arguments: [
        (cell(indicator(.count, "人日"), "120"), "120人日"), (cell(indicator(.rank), "12"), "第12名"),
        (cell(indicator(.count, "人日"), nil, .missing), "未填报"), (cell(indicator(.boolean), "是"), "是"),
        (
            cell(indicator(.count, "人日"), "67669636ccaf25b0074a", isAttachment: true),
            "所附佐证材料（SHA-256 67669636…）"
        ),
    ])
    func `a fact says what it is`(fact: Evidence, said: String) {
        #expect(fact.valueText == said)
        #expect(fact.sentence == "14.1.3 面向企业员工开展培训数（人日）（2025年）：\(said)")
        #expect(fact.sentenceWithPlace == fact.sentence + "（2025.csv › 第130行第5列）")
    }

    @Test func `a determination has its day in words`() {
        let decided = Determination(
            consortium: "C1", clause: "16.1", year: 2025, decision: .dismiss, by: "评审组", on: CalendarDate("2026-03-01"),
            ground: "核查认定", evidence: nil, source: CellSource(file: "认定.csv", sha256: "", sheet: nil, row: 2, column: 1)
        )
        #expect(decided.sentence == "评审组于2026年3月1日认定不成立：核查认定")
    }
}
