import Alerts
import Assessment
import Standards
import Testing

struct DeliveryBookkeepingTests {
    private let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]

    @Test func `What failed is tried again`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .failing)
        #expect(simulation.log.map(\.outcome) == [.attempted, .failed])
        #expect(simulation.log[1].detail == "未配置名为“desk”的接收者")
        await #expect(simulation.run(triggered, at: day(1)).decisions == ["16.3 first"])
        await #expect(simulation.run(triggered, at: day(2)).decisions == [])
    }

    @Test func `A change that failed is still a change`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0))
        await simulation.run(triggered, at: day(1), mishap: .failing)
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 changed"])
    }

    @Test func `What was cut off is not sent again, and the plan says why`() async throws {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .cutOff)
        let plan = await simulation.run(triggered, at: day(1))
        #expect(plan.decisions == [])
        #expect(plan.notifications.map(\.decision) == [.waitInDoubt(until: midnight(before: day(7)))])
        #expect(plan.notifications[0].explanation.contains("是否送达不明"))
        await #expect(simulation.run(triggered, at: day(7)).decisions == ["16.3 reminder"])
        #expect(
            simulation.plan(triggered, at: day(8)).notifications.map(\.decision) == [
                .wait(until: midnight(before: day(14)))
            ])
    }

    @Test func `An alert that nobody was told of ends in silence`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .failing)
        await #expect(simulation.run([.synthetic([.synthetic(.clear)])], at: day(1)).decisions == [])
    }

    @Test func `Who wants to hear of no end hears of none`() async {
        let all = AlertsConfiguration.all
        let deaf = Receiver(name: "desk", kind: .standardOutput, format: .text, sendsResolved: false)
        var simulation = Simulation(AlertsConfiguration(rules: all.rules, receivers: [deaf], route: all.route))
        await simulation.run(triggered, at: day(0))
        await #expect(simulation.run([.synthetic([.synthetic(.clear)])], at: day(1)).decisions == [])
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 first"])
    }

    @Test func `Who was told of an alert hears how it goes on, wherever it is routed by then`() async throws {
        let receivers = ["desk", "ministry"].map { Receiver(name: $0, kind: .standardOutput, format: .text) }
        let route = Route(
            receiver: "desk", groupBy: [], repeatInterval: 86_400,
            routes: [
                Route(
                    matchers: [try Matcher("outcome=triggered")], receiver: "ministry", groupBy: [],
                    repeatInterval: 86_400)
            ])
        var simulation = Simulation(AlertsConfiguration(rules: .clausesOnly, receivers: receivers, route: route))
        var sent: [[String]] = []
        for (number, outcome) in [ClauseOutcome.warning, .triggered, .triggered, .clear].enumerated() {
            let plan = await simulation.run([.synthetic([.synthetic(outcome)])], at: day(number))
            sent.append(plan.notifications.compactMap { note in note.reason.map { "\(note.receiver) \($0.rawValue)" } })
        }
        #expect(
            sent == [
                ["desk first"], ["desk changed", "ministry first"], ["ministry reminder"],
                ["desk resolved", "ministry resolved"],
            ])
    }
}
