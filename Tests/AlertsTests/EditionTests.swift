import Alerts
import AlertsTestSupport
import Assessment
import Foundation
import Standards
import Testing

struct EditionTests {
    private let fingerprint = Fingerprint(
        edition: trialEdition, consortium: "C001", clause: "16.3", year: assessedYear)

    @Test func `A fingerprint is the id of the case, and is read as it was written`() throws {
        let text = "municipal-consortium-trial/C001/16.3/2025"
        let raised = OpenCase(edition: trialEdition, consortium: "C001", clause: "16.3", year: assessedYear)
        #expect(fingerprint.text == text)
        #expect(fingerprint.description == raised.id)
        #expect(Fingerprint(text: text) == fingerprint)
        let stored = try JSONEncoder().encode([fingerprint])
        #expect(try JSONDecoder().decode([Fingerprint].self, from: stored) == [fingerprint])
        #expect(try JSONDecoder().decode([String].self, from: stored) == [text])
    }

    @Test func `Edition, consortium, clause and year each make another fingerprint`() {
        let all = [
            fingerprint,
            Fingerprint(edition: "next", consortium: "C001", clause: "16.3", year: assessedYear),
            Fingerprint(edition: trialEdition, consortium: "C002", clause: "16.3", year: assessedYear),
            Fingerprint(edition: trialEdition, consortium: "C001", clause: "16.4", year: assessedYear),
            Fingerprint(edition: trialEdition, consortium: "C001", clause: "16.3", year: ReportingYear(2024)),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func `An alert on a consortium that the edition is no longer for ends as 不再适用, and is told once`()
        async throws
    {
        var simulation = Simulation()
        await simulation.run([.synthetic([.synthetic(.triggered)])], at: day(0))
        let state = try #require(simulation.states.first)
        let ended = Situation(
            ending: state, edition: "市域产教联合体建设指标（试行）", for: .municipal, now: .synthetic(kind: .industry))
        let plan = await simulation.run([], ended: [ended], at: day(1))
        #expect(plan.decisions == ["16.3 resolved"])
        #expect(
            plan.states.map(\.resolution) == ["不再适用：市域产教联合体建设指标（试行）适用于市域产教联合体，该联合体现登记为行业产教融合共同体。"])
        for number in [1, 2, 30] {
            let again = await simulation.run([], ended: [ended], at: day(number))
            #expect(again.notifications.isEmpty)
            #expect(again.states == plan.states)
        }
        #expect(simulation.log.filter { $0.outcome == .sent }.map(\.reason) == [.first, .resolved])
    }

    @Test func `An alert of one edition inhibits none of another`() async throws {
        let rule = InhibitRule(
            source: [try Matcher("severity=critical")], target: [try Matcher("severity=warning")],
            equal: [.edition, .consortium, .year])
        let all = AlertsConfiguration.all
        var simulation = Simulation(
            AlertsConfiguration(rules: all.rules, receivers: all.receivers, route: all.route, inhibitRules: [rule]))
        let plan = await simulation.run(
            [
                .synthetic([.synthetic(.triggered)]),
                .synthetic([.synthetic(.warning, of: "16.4")], edition: "next"),
            ], at: day(0))
        #expect(plan.decisions == ["16.3 first", "16.4 first"])
    }
}
