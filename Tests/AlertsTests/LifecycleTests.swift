import Alerts
import AlertsTestSupport
import Assessment
import Foundation
import Standards
import Testing

struct Lifecycle: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The outcome of 16.3 in each of the runs, a day apart; nil where the consortium is not assessed.
    let outcomes: [ClauseOutcome?]
    /// What is sent in each run.
    let sent: [NotificationReason?]

    init(_ name: String, _ outcomes: [ClauseOutcome?], _ sent: [NotificationReason?]) {
        testDescription = name
        self.outcomes = outcomes
        self.sent = sent
    }

    static let table: [Lifecycle] = [
        .init("nothing ever happens", [.clear, .clear], [nil, nil]),
        .init("a trigger is told once", [.triggered, .triggered, .triggered], [.first, nil, nil]),
        .init("a trigger clears", [.triggered, .clear, .clear], [.first, .resolved, nil]),
        .init("a warning grows", [.warning, .triggered, .triggered], [.first, .changed, nil]),
        .init("a trigger shrinks", [.triggered, .warning, .clear], [.first, .changed, .resolved]),
        .init("a suspicion is confirmed", [.suspected, .triggered], [.first, .changed]),
        .init("missing data are reported", [.undetermined, .clear], [.first, .resolved]),
        .init("missing data turn out badly", [.undetermined, .triggered], [.first, .changed]),
        .init(
            "data vanish and never resolve", [.triggered, .undetermined, .undetermined], [.first, .changed, nil]),
        .init("data vanish and come back", [.triggered, .undetermined, .triggered], [.first, .changed, .changed]),
        .init(
            "data vanish and come back clear", [.warning, .undetermined, .clear], [.first, .changed, .resolved]),
        .init("data vanish and come back worse", [.warning, .undetermined, .triggered], [.first, .changed, .changed]),
        .init(
            "a clause that does not apply ends its alert, for that is known and not missing",
            [.triggered, .notApplicable, .notApplicable], [.first, .resolved, nil]),
        .init(
            "a held alert ends with a clause that does not apply", [.warning, .undetermined, .notApplicable],
            [.first, .changed, .resolved]),
        .init(
            "a clause that never applied is never told of", [.notApplicable, .clear, .notApplicable], [nil, nil, nil]),
        .init("the consortium vanishes", [.triggered, nil, nil, .clear], [.first, .changed, nil, .resolved]),
        .init("a trigger returns", [.triggered, .clear, .triggered, .clear], [.first, .resolved, .first, .resolved]),
        .init(
            "a reminder a week",
            Array(repeating: .triggered, count: 16),
            [.first] + Array(repeating: nil, count: 6) + [.reminder] + Array(repeating: nil, count: 6)
                + [.reminder, nil]),
        .init(
            "a change puts the reminder off",
            [.warning] + Array(repeating: .triggered, count: 8),
            [.first, .changed] + Array(repeating: nil, count: 6) + [.reminder]),
    ]
}

struct LifecycleTests {
    @Test(arguments: Lifecycle.table)
    func `An alert is told of when there is something to tell`(_ lifecycle: Lifecycle) async {
        var simulation = Simulation()
        var sent: [NotificationReason?] = []
        for (number, outcome) in lifecycle.outcomes.enumerated() {
            let assessments = outcome.map { [ConsortiumAssessment.synthetic([.synthetic($0)])] } ?? []
            let plan = await simulation.run(assessments, at: day(number))
            sent.append(plan.notifications.first?.reason)
        }
        #expect(sent == lifecycle.sent)
    }

    /// The run of the seventh night is the run of the seventh night, also where it begins a second earlier.
    @Test(arguments: [(-1.0, true), (0, true), (1, true), (-9_000, true), (-86_400, false)])
    func `A reminder is due by the calendar`(offset: TimeInterval, isDue: Bool) async {
        var simulation = Simulation()
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        await simulation.run(triggered, at: day(0))
        let plan = simulation.plan(triggered, at: day(7).addingTimeInterval(offset))
        #expect((plan.notifications.first?.reason == .reminder) == isDue)
    }

    @Test func `An interval of hours is one of hours`() async {
        var simulation = Simulation(.all(repeating: 36 * 3600))
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        await simulation.run(triggered, at: day(0))
        for (hours, reason) in [(35.9, nil), (36, NotificationReason.reminder)] {
            let plan = simulation.plan(triggered, at: day(0).addingTimeInterval(hours * 3600))
            #expect(plan.notifications.first?.reason == reason)
        }
    }

    /// On the first night of a window everything is missing, and nothing is late.
    @Test func `What is not due yet is no alert, and ends none`() async {
        var simulation = Simulation()
        let missing = [ConsortiumAssessment.synthetic([.synthetic(.undetermined)])]
        #expect(simulation.plan(missing, at: day(0), isDue: false).notifications.isEmpty)
        #expect(simulation.plan(missing, at: day(0)).notifications.first?.reason == .first)
        // What is known already is told at once, and goes on while data are missing.
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        #expect(simulation.plan(triggered, at: day(0), isDue: false).notifications.first?.reason == .first)
        await simulation.run(triggered, at: day(0))
        let held = simulation.plan(missing, at: day(1), isDue: false)
        #expect(held.states.map(\.status) == [.firing])
        #expect(held.states.first?.hold != nil)
    }

    @Test func `A held alert keeps its outcome and says what is missing`() async throws {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let missing = Evidence(subject: .register(.policies), value: nil, status: .missing, source: nil)
        await simulation.run([.synthetic([.synthetic(.undetermined, wouldDecide: [missing])])], at: day(1))
        let state = try #require(simulation.states.first)
        #expect(state.status == .firing)
        #expect(state.alert.labels[.outcome] == "triggered")
        #expect(state.hold == .init(since: day(1), text: "16.3 数据不足。", missing: ["政策文件登记：主管部门尚未报送覆盖该年度的登记表"]))

        await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(2))
        #expect(simulation.states.first?.hold?.since == day(1))
    }

    @Test func `An outcome that does not alert is held all the same when data vanish`() async {
        let rules = AlertRules(outcomes: [.triggered: .critical], verdicts: [:], deadline: nil)
        let all = AlertsConfiguration.all
        var simulation = Simulation(AlertsConfiguration(rules: rules, receivers: all.receivers, route: all.route))
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        #expect(plan.decisions == ["16.3 changed"])
        #expect(plan.states.map(\.status) == [.firing])
        await #expect(simulation.run([.synthetic([.synthetic(.warning)])], at: day(2)).decisions == ["16.3 resolved"])
    }

    @Test func `Other cells behind the same figures are no news`() async {
        var simulation = Simulation()
        let register = Evidence(subject: .register(.policies), value: nil, status: .missing, source: nil)
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.triggered, because: [register])])], at: day(1))
        #expect(plan.decisions == [])
        #expect(plan.states.first?.alert.annotations.why == ["政策文件登记：主管部门尚未报送覆盖该年度的登记表"])
        #expect(plan.states.first?.changedAt == day(0))
    }

    @Test func `Other figures are news`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.triggered, text: "到位 120 万元")])], at: day(0))
        let plan = await simulation.run([.synthetic([.synthetic(.triggered, text: "到位 150 万元")])], at: day(1))
        #expect(plan.decisions == ["16.3 changed"])
        #expect(plan.notifications.first?.previously?.summary == "到位 120 万元")
        #expect(plan.states.first?.changedAt == day(1))
        #expect(plan.states.first?.startsAt == day(0))
    }

    @Test func `A waiver resolves, and says who granted it`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let waiver = Determination(
            consortium: "C001", clause: "16.3", year: assessedYear, decision: .waive, by: "专家甲", on: nil,
            ground: "财政拨款跨年到账", evidence: nil,
            source: CellSource(file: "determinations.csv", sha256: "", sheet: nil, row: 2, column: 1))
        let plan = await simulation.run([.synthetic([.synthetic(.triggered, waivedBy: waiver)])], at: day(1))
        #expect(plan.decisions == ["16.3 resolved"])
        #expect(plan.states.first?.resolution == "专家甲已豁免：财政拨款跨年到账")
    }

    @Test func `States and log mean the same once they have been stored`() async throws {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0).addingTimeInterval(0.75))
        await simulation.run([.synthetic([.synthetic(.undetermined)])], at: day(1))
        var stored = simulation
        stored.states = try roundTrip(simulation.states)
        stored.log = try roundTrip(simulation.log)
        #expect(stored.states == simulation.states)
        #expect(stored.log == simulation.log)
    }

    private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
        let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
        encoder.dateEncodingStrategy = .iso8601
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(Value.self, from: encoder.encode(value))
    }
}
