import Alerts
import Assessment
import Standards
import Testing

struct VerdictAlertTests {
    private let configuration: AlertsConfiguration = {
        let rules = AlertRules(
            outcomes: [.triggered: .critical], verdicts: ["disqualify": .critical], deadline: nil)
        return AlertsConfiguration(
            rules: rules, receivers: AlertsConfiguration.all.receivers, route: AlertsConfiguration.all.route)
    }()

    @Test func `A verdict to disqualify alerts beside its clause`() async throws {
        var simulation = Simulation(configuration)
        let plan = await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        #expect(plan.decisions == ["16.3 first", "verdict first"])
        let verdict = try #require(plan.states.last?.alert)
        #expect(verdict.fingerprint.text == "C001/2025/verdict")
        #expect(verdict.labels[.outcome] == "disqualify")
        #expect(verdict.annotations.why == ["16.3 条款16.3：已触发。16.3 已触发。"])
        #expect(verdict.restsOn == ["16.3"])
    }

    @Test func `It resolves with its clause, whatever else is undetermined`() async {
        var simulation = Simulation(configuration)
        let open = ClauseCheck.synthetic(.undetermined, of: "16.1")
        await simulation.run([.synthetic([open, .synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([open, .synthetic(.clear)])], at: day(1))
        #expect(plan.decisions == ["16.3 resolved", "verdict resolved"])
    }

    @Test func `It does not resolve because the data of its clause have vanished`() async {
        var simulation = Simulation(configuration)
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        #expect(plan.decisions == ["16.3 changed", "verdict changed"])
        #expect(plan.states.map(\.status) == [.firing, .firing])
    }

    @Test func `A verdict on acceptance is held while too little is reported for one`() async {
        let rules = AlertRules(outcomes: [:], verdicts: ["pass": .warning], deadline: nil)
        var simulation = Simulation(
            AlertsConfiguration(rules: rules, receivers: configuration.receivers, route: configuration.route))
        await simulation.run([.synthetic([.synthetic(.clear)])], at: day(0))
        await #expect(
            simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1)).decisions == ["verdict changed"])
        await #expect(
            simulation.run([.synthetic([.synthetic(.suspected)])], at: day(2)).decisions == ["verdict resolved"])
    }
}
