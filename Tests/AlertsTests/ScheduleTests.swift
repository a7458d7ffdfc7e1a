import Alerts
import AlertsTestSupport
import FEEL
import Foundation
import Standards
import Testing

/// Duties are told by the calendar: on their days, once each, and not as they change.
struct ScheduleTests {
    private let configuration = AlertsConfiguration(
        rules: AlertRules(
            outcomes: [:], verdicts: [:],
            duties: [.due: .notice, .missing: .major, .partial: .warning, .late: .notice], deadline: nil),
        receivers: [Receiver(name: "desk")],
        route: Route(receiver: "desk", groupBy: [], repeatInterval: 14 * 86_400))

    private func bearer(_ id: String = "C001") -> DutyBearer {
        DutyBearer(
            edition: trialEdition, year: ReportingYear(2025), consortium: .synthetic(id), region: "430000",
            provinceName: "湖南省",
            name: "示例联合体", page: "")
    }

    private func due(_ text: String = "尚未收到") -> DutyStanding {
        DutyStanding(
            .report, outcome: .due, text: text,
            schedule: Alert.Schedule(
                days: ["2026-01-10", "2026-01-20"].compactMap { CalendarDate($0) }, thenByRoute: false, tellsEnd: false)
        )
    }

    private func decisions(_ standings: [(Int, DutyStanding)]) async -> [[String]] {
        var simulation = Simulation(configuration)
        var all: [[String]] = []
        for (number, standing) in standings {
            let plan = await simulation.run(
                [], ended: [configuration.rules.situation(of: standing, on: bearer())], at: day(number))
            all.append(plan.decisions)
        }
        return all
    }

    @Test func `It is told on its days, also where a night was missed, and changes between are not`() async {
        let told = await decisions([
            (5, due()), (6, due()), (10, due("已报97个")), (16, due()), (17, due()), (30, due()),
        ])
        #expect(told == [["report first"], [], [], ["report reminder"], [], []])
    }

    @Test func `Another outcome is told, a quiet end is not`() async {
        let missing = DutyStanding(
            .report, outcome: .missing, text: "",
            schedule: Alert.Schedule(
                days: ["2026-02-10"].compactMap { CalendarDate($0) }, thenByRoute: true, tellsEnd: true))
        let done = DutyStanding(.report, outcome: nil, text: "已报齐。")
        await #expect(decisions([(5, due()), (6, done), (20, done)]) == [["report first"], [], []])
        let told = await decisions([(5, due()), (26, missing), (36, missing), (49, missing), (50, missing), (51, done)])
        #expect(
            told == [
                ["report first"], ["report changed"], ["report reminder"], [], ["report reminder"], ["report resolved"],
            ])
    }

    @Test func `Nobody is late with what is yet to come, and what is late is escalated from its day on`() async {
        let missing = DutyStanding(
            .report, outcome: .missing, text: "",
            schedule: Alert.Schedule(days: [], thenByRoute: false, tellsEnd: true))
        var simulation = Simulation(
            AlertsConfiguration(
                rules: configuration.rules, receivers: [Receiver(name: "desk"), Receiver(name: "chief")],
                route: Route(
                    receiver: "desk", groupBy: [], repeatInterval: 14 * 86_400,
                    escalation: Escalation(after: 14 * 86_400, receiver: "chief"))))
        var told: [[String]] = []
        for (number, standing) in [(5, due()), (25, due()), (26, missing), (39, missing), (40, missing)] {
            let plan = await simulation.run(
                [], ended: [configuration.rules.situation(of: standing, on: bearer())], at: day(number))
            told.append(plan.messages.map(\.receiver))
        }
        #expect(told == [["desk"], ["desk"], ["desk"], [], ["chief"]])
    }

    @Test func `What is of no year and no consortium has a fingerprint of its own`() {
        let system = DutyBearer(
            edition: trialEdition, year: nil, consortium: nil, region: "", provinceName: "本系统", name: "运行维护",
            page: "")
        let failed = DutyStanding(.run, outcome: .missing, text: "")
        #expect(
            configuration.rules.situation(of: failed, on: system).fingerprint.text == "\(trialEdition)/@/run")
    }
}
