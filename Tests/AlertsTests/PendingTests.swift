import Alerts
import AlertsTestSupport
import Assessment
import Standards
import Testing

/// An outcome that may yet hold beside the one that does.
struct PendingTests {
    private let pendingWarning = [ConsortiumAssessment.synthetic([.synthetic(.clear, pending: .warning)])]

    @Test func `A warning is not over where it is not known whether it is`() async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.warning)])], at: day(0))
        let plan = await simulation.run(pendingWarning, at: day(1))
        #expect(plan.decisions == ["16.3 changed"])
        #expect(plan.states.map(\.status) == [.firing])
        #expect(plan.states.first?.hold?.text == "16.3 未触发。")
        await #expect(simulation.run(pendingWarning, at: day(2)).decisions == [])
        await #expect(simulation.run([.synthetic([.synthetic(.clear)])], at: day(3)).decisions == ["16.3 resolved"])
    }

    @Test(arguments: [ClauseOutcome.triggered, .suspected, .undetermined])
    func `What is known to be over ends, though a warning is pending`(outcome: ClauseOutcome) async {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(outcome)])], at: day(0))
        await #expect(simulation.run(pendingWarning, at: day(1)).decisions == ["16.3 resolved"])
    }

    @Test func `A pending warning raises no alert`() async {
        var simulation = Simulation()
        await #expect(simulation.run(pendingWarning, at: day(0)).states.isEmpty)
    }

    @Test func `A suspicion is told of as such while the trigger is pending`() async {
        var simulation = Simulation()
        let pending = [ConsortiumAssessment.synthetic([.synthetic(.suspected, pending: .triggered)])]
        await #expect(simulation.run(pending, at: day(0)).states.map(\.alert.labels[.outcome]) == ["suspected"])
        await #expect(simulation.run([.synthetic([.synthetic(.triggered)])], at: day(1)).decisions == ["16.3 changed"])
        let held = await simulation.run(pending, at: day(2))
        #expect(held.states.map(\.alert.labels[.outcome]) == ["triggered"])
        #expect(held.states.allSatisfy { $0.hold != nil })
    }
}
