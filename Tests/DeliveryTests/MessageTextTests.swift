import Alerts
import AlertsTestSupport
import Delivery
import Assessment
import FEEL
import Foundation
import Standards
import Testing

/// The words that officers read.
struct MessageTextTests {
    private static let indicator = Indicator(
        ordinal: 0, code: IndicatorCode("6.1.2"), title: "专项经费实际到位", kind: .amount, unit: "万元", reporter: "园区",
        evidenceDue: true)

    private static func cell(_ value: String?) -> Evidence {
        Evidence(
            subject: .cell(indicator: indicator, year: assessedYear, basis: .actual), value: value,
            status: value == nil ? .missing : .reported,
            source: value.map { _ in
                CellSource(file: "2025.xlsx", sha256: "3f2a9c0199", sheet: "观测点", row: 31, column: 6)
            })
    }

    private static func funding(_ outcome: ClauseOutcome, _ text: String, remedy: Int? = nil) -> ClauseCheck {
        .synthetic(
            outcome, text: text, because: outcome == .undetermined ? [] : [cell("120")],
            wouldDecide: outcome == .undetermined ? [cell(nil)] : [],
            remedy: remedy.map {
                .init(
                    year: assessedYear, amount: Decimal128($0), unit: "万元", text: "2025年度缺口\($0)万元")
            })
    }

    @Test func `A life of an alert, told`() async {
        var simulation = Simulation()
        func texts(_ check: ClauseCheck, at now: Date) async -> [String] {
            let plan = await simulation.run([.synthetic([check])], at: now)
            return plan.messages.map(\.text)
        }

        let warned = await texts(
            Self.funding(.warning, "2025年到位120万元，少于计划的200万元", remedy: 80), at: day(-10))
        #expect(
            warned == [
                """
                产教联合体监测告警  2025年12月26日08:00  湖南省  共1条

                【首次·一般】C001 示例联合体C001（湖南省）2025年度
                  条款：16.3 条款16.3
                  结果：预警
                  情况：2025年到位120万元，少于计划的200万元
                  依据：6.1.2 专项经费实际到位（2025年）：120万元（2025.xlsx › 观测点!F31）
                  整改措施：2025年度缺口80万元（截止2025年12月31日，还有5天）
                  发送原因：首次告警
                  编号：municipal-consortium-trial/C001/16.3/2025
                  档案：consortium/C001.html
                  查询命令：consortium-monitor explain C001 16.3 --year 2025


                """
            ])

        let worse = await texts(Self.funding(.triggered, "连续两年没有按计划落实", remedy: 80), at: day(0))
        #expect(worse.first?.contains("【变化·严重】C001") == true)
        #expect(worse.first?.contains("  结果：由“预警”变为“已触发”\n") == true)
        #expect(worse.first?.contains("（应于2025年12月31日前完成，已过5天）") == true)

        let vanished = await texts(Self.funding(.undetermined, "到位经费没有填全"), at: day(1))
        #expect(vanished.first?.contains("  结果：已触发\n  情况：连续两年没有按计划落实\n") == true)
        #expect(vanished.first?.contains("  说明：数据缺失不解除告警，维持原结果。目前情况：到位经费没有填全\n") == true)
        #expect(vanished.first?.contains("  尚缺：6.1.2 专项经费实际到位（2025年）：未填报\n") == true)

        let cleared = await texts(Self.funding(.clear, "2025年到位200万元，不少于计划的200万元"), at: day(2))
        #expect(cleared.first?.contains("【解除·严重】C001") == true)
        #expect(cleared.first?.contains("  结果：“已触发”解除\n  解除：2025年到位200万元，不少于计划的200万元\n") == true)

        let again = await texts(Self.funding(.triggered, "又触发"), at: day(3))
        #expect(again.first?.contains("  发送原因：解除后再次告警（第2次）\n") == true)
    }

    @Test func `Alerts of one province come in one message, long grounds are cut short`() {
        let simulation = Simulation()
        let grounds = Array(repeating: Self.cell("0"), count: 9)
        let plan = simulation.plan(
            [
                .synthetic([.synthetic(.suspected, because: grounds), .synthetic(.warning, of: "16.4")]),
                .synthetic([.synthetic(.clear)], of: .synthetic("C002")),
                .synthetic([.synthetic(.triggered)], of: .synthetic("C003", province: "110000")),
            ], at: day(0))
        let texts = plan.messages.map(\.text)
        #expect(texts.map { $0.contains("共2条") } == [false, true])
        #expect(texts.map { $0.components(separatedBy: "  依据：").count - 1 } == [0, 6])
        #expect(texts.last?.contains("  依据：另有4项，见档案\n") == true)
    }
}
