import FEEL
import Standards
import Testing

/// What targets of work plans mean, and what they cannot be held against.
@Suite("Targets of work plans")
struct PlanTargetTests {
    @Test(arguments: [
        ("120", IndicatorKind.count, "人", "120", true), ("≥120人", .count, "人", "120", true),
        ("不少于120人", .count, "人", "119", false), ("１２０人以上", .count, "人", "121", true),
        ("1,200人次", .count, "人次", "1200", true), ("不超过3%", .percent, "%", "3", true),
        ("控制在3%以内", .percent, "%", "3.1", false), ("前10名", .rank, "", "10", true), ("前10名", .rank, "", "11", false),
        ("投入1000万元", .amount, "万元", "1000", true),
    ])
    func `a target is held against a figure`(
        _ text: String, _ kind: IndicatorKind, _ unit: String, _ figure: String, _ isMet: Bool
    ) throws {
        let target = try #require(PlanTarget(text, kind: kind, unit: unit))
        #expect(target.isMet(by: .number(try #require(Decimal128(figure)))) == isMet)
        #expect(target.isMet(by: .missing) == nil)
    }

    @Test(arguments: [
        ("建成", IndicatorKind.count, "个"), ("2至3个", .count, "个"), ("3万人", .count, "人"), ("2亿元", .amount, "万元"),
        ("翻1倍", .amount, "万元"), ("100", .text, ""), ("完成", .boolean, ""),
    ])
    func `what is no target for the figure is none`(_ text: String, _ kind: IndicatorKind, _ unit: String) {
        #expect(PlanTarget(text, kind: kind, unit: unit) == nil)
    }

    @Test func `yes and no are targets of yes-no points`() throws {
        let target = try #require(PlanTarget("是", kind: .boolean, unit: ""))
        #expect(target.isMet(by: .truth(true)) == true)
        #expect(target.isMet(by: .truth(false)) == false)
    }
}
