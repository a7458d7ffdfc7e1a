import Alerts
import AlertsTestSupport
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

    @Test func `A verdict that one clause caused is told along with it`() async throws {
        var simulation = Simulation(configuration)
        let plan = await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        #expect(plan.decisions == ["16.3 first"])
        #expect(plan.notifications[0].verdict?.alert.labels[.outcome] == "disqualify")
        #expect(
            plan.notifications[1].explanation == "不单独发送：该结论仅由一项条款引起，随 \(trialEdition)/C001/16.3/2025 一并告知")
        let verdict = try #require(plan.states.last?.alert)
        #expect(verdict.fingerprint.text == "\(trialEdition)/C001/verdict/2025")
        #expect(verdict.labels[.outcome] == "disqualify")
        #expect(verdict.annotations.why == ["16.3 条款16.3：已触发。16.3 已触发。"])
        #expect(verdict.restsOn == ["16.3"])
    }

    @Test func `It resolves with its clause, whatever else is undetermined`() async {
        var simulation = Simulation(configuration)
        let open = ClauseCheck.synthetic(.undetermined, of: "16.1")
        await simulation.run([.synthetic([open, .synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([open, .synthetic(.clear)])], at: day(1))
        #expect(plan.decisions == ["16.3 resolved"])
        #expect(plan.states.map(\.status) == [.resolved, .resolved])
    }

    @Test func `Of a verdict that two clauses caused the receiver hears by itself`() async {
        var simulation = Simulation(configuration)
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let both = [ConsortiumAssessment.synthetic([.synthetic(.triggered), .synthetic(.triggered, of: "16.4")])]
        await #expect(simulation.run(both, at: day(1)).decisions == ["16.4 first", "verdict first"])
    }

    @Test func `Who does not hear of the clause hears of the verdict`() async throws {
        let all = AlertsConfiguration.all
        let verdictsOnly = Route(
            matchers: [try Matcher("list=verdict")], receiver: "ministry", groupBy: [], repeatInterval: 7 * 86_400,
            continues: true)
        let everything = Route(receiver: "desk", groupBy: [], repeatInterval: 7 * 86_400)
        var simulation = Simulation(
            AlertsConfiguration(
                rules: configuration.rules,
                receivers: all.receivers + [Receiver(name: "ministry")],
                route: Route(
                    receiver: "desk", groupBy: [], repeatInterval: 7 * 86_400, routes: [verdictsOnly, everything])))
        let plan = await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let sent = plan.notifications.filter { $0.reason != nil }
        #expect(sent.map { "\($0.receiver) \($0.state.alert.labels[.clause])" } == ["desk 16.3", "ministry verdict"])
    }

    @Test func `It does not resolve because the data of its clause have vanished`() async {
        var simulation = Simulation(configuration)
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        #expect(plan.decisions == ["16.3 changed"])
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

    private static func openCase(_ year: Int) -> OpenCase {
        OpenCase(edition: trialEdition, consortium: "C001", clause: "16.3", year: ReportingYear(year))
    }

    @Test(arguments: [ClauseOutcome.clear, .undetermined, .notApplicable, .suspected])
    func `An open case of an earlier year keeps it firing, whatever this year's data say or lack`(
        outcome: ClauseOutcome
    ) async throws {
        var simulation = Simulation(configuration)
        let open = ClauseCheck.synthetic(.triggered, openCases: [Self.openCase(2024)])
        await simulation.run([.synthetic([open])], at: day(0))
        let plan = await simulation.run(
            [.synthetic([.synthetic(outcome, openCases: [Self.openCase(2024)])])], at: day(1))
        let verdict = try #require(plan.states.last)
        #expect(verdict.status == .firing)
        #expect(verdict.hold == nil)
        #expect(verdict.alert.restsOn == ["\(trialEdition)/C001/16.3/2024"])
        #expect(verdict.alert.annotations.why == ["16.3 条款16.3：2024年度已触发，未决。"])
    }

    @Test func `It ends when the case is closed, also where this year is undetermined`() async {
        var simulation = Simulation(configuration)
        await simulation.run(
            [.synthetic([.synthetic(.undetermined, openCases: [Self.openCase(2024)])])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        #expect(plan.decisions == ["verdict resolved"])
    }

    @Test func `It does not end where the trigger is pending beside a suspicion`() async {
        var simulation = Simulation(configuration)
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let pending = ClauseCheck.synthetic(.suspected, pending: .triggered)
        let plan = await simulation.run([.synthetic([pending])], at: day(1))
        #expect(plan.states.map(\.status) == [.firing, .firing])
        #expect(plan.states.allSatisfy { $0.hold != nil })
        let known = await simulation.run([.synthetic([.synthetic(.suspected)])], at: day(2))
        #expect(known.decisions == ["16.3 resolved"])
    }
}
