import Alerts
import AlertsTestSupport
import Assessment
import Standards
import Testing

struct DeliveryBookkeepingTests {
    private let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]

    @Test func `What failed is tried again`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .failing)
        #expect(simulation.log.map(\.outcome) == [.queued, .failed])
        #expect(simulation.log[1].detail == "无人应答")
        await #expect(simulation.run(triggered, at: day(1)).decisions == ["16.3 first"])
        await #expect(simulation.run(triggered, at: day(2)).decisions == [])
    }

    @Test func `A change that failed is still a change`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0))
        await simulation.run(triggered, at: day(1), mishap: .failing)
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 changed"])
    }

    @Test func `What waits to be sent is followed by no other message, however long it waits`() async throws {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .cutOff)
        let plan = await simulation.run(triggered, at: day(8), mishap: .cutOff)
        #expect(plan.decisions == [])
        #expect(plan.notifications.map(\.decision) == [.waitInOutbox(since: day(0))])
        #expect(plan.notifications[0].explanation.contains("已在待发，尚未送达"))
        await #expect(simulation.run(triggered, at: day(9)).decisions == [])
        #expect(simulation.log.map(\.outcome) == [.queued, .sent])
        await #expect(simulation.run(triggered, at: day(15)).decisions == [])
        await #expect(simulation.run(triggered, at: day(16)).decisions == ["16.3 reminder"])
    }

    @Test func `Attempts of before there was an outbox stay in doubt, and the plan says why`() async throws {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .cutOff)
        simulation.log = simulation.log.map { $0.ended(.attempted, at: $0.at) }
        let plan = simulation.plan(triggered, at: day(1))
        #expect(plan.decisions == [])
        #expect(plan.notifications.map(\.decision) == [.waitInDoubt(until: midnight(before: day(7)))])
        #expect(plan.notifications[0].explanation.contains("是否送达不明"))
        #expect(simulation.plan(triggered, at: day(7)).decisions == ["16.3 reminder"])
    }

    @Test func `A change behind a message that waits is told after it`() async throws {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0), mishap: .cutOff)
        await #expect(simulation.run(triggered, at: day(1)).decisions == ["16.3 changed"])
        #expect(simulation.log.map(\.outcome) == [.queued, .queued, .sent, .sent])
    }

    @Test func `A receiver that is added later is told the present state once`() async throws {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0))
        let all = simulation.configuration
        simulation.configuration = AlertsConfiguration(
            rules: all.rules, receivers: all.receivers + [Receiver(name: "late")],
            route: Route(
                receiver: "desk", groupBy: [.province], repeatInterval: 7 * 86_400,
                routes: ["late", "desk"].map {
                    Route(receiver: $0, groupBy: [], repeatInterval: 7 * 86_400, continues: true)
                }))
        let plan = await simulation.run(triggered, at: day(1))
        #expect(plan.decisions == ["16.3 first"])
        #expect(plan.messages.map(\.receiver) == ["late"])
        await #expect(simulation.run(triggered, at: day(2)).decisions == [])
    }

    @Test func `An alert that nobody was told of ends in silence`() async {
        var simulation = Simulation()
        await simulation.run(triggered, at: day(0), mishap: .failing)
        await #expect(simulation.run([.synthetic([.synthetic(.clear)])], at: day(1)).decisions == [])
    }

    @Test func `Who wants to hear of no end hears of none`() async {
        let all = AlertsConfiguration.all
        let deaf = Receiver(name: "desk", sendsResolved: false)
        var simulation = Simulation(AlertsConfiguration(rules: all.rules, receivers: [deaf], route: all.route))
        await simulation.run(triggered, at: day(0))
        await #expect(simulation.run([.synthetic([.synthetic(.clear)])], at: day(1)).decisions == [])
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 first"])
    }

    @Test func `Who was told of an alert hears how it goes on, wherever it is routed by then`() async throws {
        let receivers = ["desk", "ministry"].map { Receiver(name: $0) }
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
