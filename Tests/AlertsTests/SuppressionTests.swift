import Alerts
import AlertsTestSupport
import Assessment
import Foundation
import Standards
import Testing

struct SuppressionTests {
    private let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
    private let silence: Silence

    init() throws {
        silence = Silence(
            id: "S1", matchers: [try Matcher("clause=\"16.3\"")], from: day(0), until: day(3), by: "值班员甲",
            comment: "汇总期间")
    }

    @Test func `A silence holds back the first message until it ends, and is logged once`() async {
        var simulation = Simulation()
        simulation.silences = [silence]
        var decisions: [[String]] = []
        for number in 0..<4 { decisions.append(await simulation.run(triggered, at: day(number)).decisions) }
        let held = ["16.3 suppressed first"]
        #expect(decisions == [held, held, held, ["16.3 first"]])
        #expect(simulation.log.map(\.outcome) == [.suppressed, .queued, .sent])
        #expect(simulation.log[0].detail == "已静默（S1，值班员甲：汇总期间，至2026年1月8日08:00）")
    }

    @Test func `What arises and clears under a silence is told afterwards, once`() async throws {
        var simulation = Simulation()
        simulation.silences = [silence]
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        await simulation.run(triggered, at: day(0))
        await #expect(simulation.run(clear, at: day(1)).decisions == ["16.3 suppressed resolved"])
        let plan = await simulation.run(clear, at: day(5))
        #expect(plan.decisions == ["16.3 resolved"])
        #expect(plan.notifications.map(\.isAftermath) == [true])
        #expect(plan.notifications[0].explanation == "静默或抑制期间发生，并已解除")
        await #expect(simulation.run(clear, at: day(6)).decisions == [])
    }

    @Test func `What began before the silence and ends after it is no aftermath`() async throws {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(-1))
        simulation.silences = [silence]
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        await simulation.run(clear, at: day(0))
        await #expect(simulation.run(clear, at: day(3)).notifications.map(\.isAftermath) == [false])
    }

    @Test func `An end that falls into a silence is told after it`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(-1))
        simulation.silences = [silence]
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        await #expect(simulation.run(clear, at: day(0)).decisions == ["16.3 suppressed resolved"])
        await #expect(simulation.run(clear, at: day(3)).decisions == ["16.3 resolved"])
        await #expect(simulation.run(clear, at: day(4)).decisions == [])
    }

    @Test func `A silence without matchers silences nothing`() {
        let silence = Silence(id: "S2", matchers: [], from: day(0), until: day(3), by: "值班员甲", comment: "")
        #expect(!silence.mutes(LabelSet([.clause: "16.3"]), at: day(1)))
    }

    @Test func `An acknowledged alert gets no reminders, but changes and its end`() async throws {
        var simulation = Simulation()
        let warning = [ConsortiumAssessment.synthetic([.synthetic(.warning)])]
        await simulation.run(warning, at: day(0))
        let acknowledgement = Acknowledgement(by: "省厅乙", at: day(1), comment: "已约谈")
        simulation.states = simulation.states.compactMap { $0.acknowledged(acknowledgement) }
        let reminder = await simulation.run(warning, at: day(8))
        #expect(reminder.decisions == ["16.3 suppressed reminder"])
        #expect(reminder.notifications[0].explanation == "不发送（提醒）：省厅乙已于2026年1月6日08:00确认，不再提醒")
        await #expect(simulation.run(warning, at: day(17)).decisions == ["16.3 suppressed reminder"])
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        await #expect(simulation.run(clear, at: day(18)).decisions == ["16.3 resolved"])
        #expect(simulation.states[0].acknowledged(acknowledgement) == nil)
    }

    @Test func `New evidence ends an acknowledgement`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0))
        let acknowledgement = Acknowledgement(by: "省厅乙", at: day(1), comment: "")
        simulation.states = simulation.states.compactMap { $0.acknowledged(acknowledgement) }
        let lower = [ConsortiumAssessment.synthetic([.synthetic(.warning, text: "差额减少")])]
        await #expect(simulation.run(lower, at: day(2)).decisions == ["16.3 changed"])
        #expect(simulation.states.map(\.acknowledgement) == [nil])
        await #expect(simulation.run(lower, at: day(9)).decisions == ["16.3 reminder"])
    }

    @Test func `That data have gone and come back is no new evidence`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0))
        let acknowledgement = Acknowledgement(by: "省厅乙", at: day(0), comment: "")
        simulation.states = simulation.states.compactMap { $0.acknowledged(acknowledgement) }
        await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        let plan = await simulation.run(triggered, at: day(2))
        #expect(simulation.states.map(\.acknowledgement) == [acknowledgement])
        #expect(plan.transitions.map(\.kind) == [.released])
    }

    @Test func `An acknowledgement ends with its date, and that is kept`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0))
        let acknowledgement = Acknowledgement(by: "省厅乙", at: day(1), until: day(10), comment: "")
        simulation.states = simulation.states.compactMap { $0.acknowledged(acknowledgement) }
        let during = await simulation.run(triggered, at: day(8))
        #expect(during.decisions == ["16.3 suppressed reminder"])
        #expect(
            during.notifications[0].explanation
                == "不发送（提醒）：省厅乙已于2026年1月6日08:00确认，2026年1月15日08:00前不再提醒")
        let after = await simulation.run(triggered, at: day(10))
        #expect(after.decisions == ["16.3 reminder"])
        #expect(after.transitions.map(\.kind) == [.acknowledgementEnded])
        #expect(after.transitions.map(\.text) == ["确认的期限已过。"])
    }

    @Test func `An acknowledgement lapses when the alert grows graver`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0))
        let acknowledgement = Acknowledgement(by: "省厅乙", at: day(1), comment: "")
        simulation.states = simulation.states.compactMap { $0.acknowledged(acknowledgement) }
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 changed"])
        await #expect(simulation.run(triggered, at: day(9)).decisions == ["16.3 reminder"])
    }

    @Test func `A graver alert inhibits lesser ones of its consortium only`() async throws {
        let rule = InhibitRule(
            source: [try Matcher("severity=critical")], target: [try Matcher("severity=warning")],
            equal: [.edition, .consortium, .year])
        let all = AlertsConfiguration.all
        var simulation = Simulation(
            AlertsConfiguration(
                rules: all.rules, receivers: all.receivers, route: all.route, inhibitRules: [rule]))
        let both = [
            ConsortiumAssessment.synthetic([.synthetic(.triggered), .synthetic(.warning, of: "16.4")]),
            .synthetic([.synthetic(.warning, of: "16.4")], of: .synthetic("C002")),
        ]
        let plan = await simulation.run(both, at: day(0))
        #expect(plan.decisions == ["16.3 first", "16.4 suppressed first", "16.4 first"])
        #expect(simulation.log.first { $0.outcome == .suppressed }?.detail == "被 \(trialEdition)/C001/16.3/2025 抑制")
        let released = [
            ConsortiumAssessment.synthetic([.synthetic(.clear), .synthetic(.warning, of: "16.4")]), both[1],
        ]
        await #expect(simulation.run(released, at: day(1)).decisions == ["16.3 resolved", "16.4 first"])
    }
}
