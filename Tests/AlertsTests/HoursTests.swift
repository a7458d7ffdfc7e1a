import AlertsTestSupport
import Assessment
import FEEL
import Foundation
import Standards
import Testing

@testable import Alerts

/// When receivers are told: hours of working days, days on which nothing is sent, waits and escalations.
struct HoursTests {
    private let workdays: Workdays
    private let office = TimeWindow(name: "工作时间", minutes: 9 * 60..<17 * 60 + 30, onWorkdaysOnly: true)

    /// New Year's Day 2026 is a Thursday; Friday and Saturday are off with it, Sunday is worked in return.
    init() throws {
        func stretch(_ days: ClosedRange<CalendarDate>, isWorking: Bool) -> Workdays.Stretch {
            Workdays.Stretch(
                year: 2026, days: days, isWorking: isWorking, occasion: "元旦", document: "国办发明电〔2025〕7号")
        }
        workdays = Workdays([
            stretch(try Self.days("2026-01-01", "2026-01-03"), isWorking: false),
            stretch(try Self.days("2026-01-04", "2026-01-04"), isWorking: true),
        ])
    }

    private static func days(_ first: String, _ last: String) throws -> ClosedRange<CalendarDate> {
        try #require(CalendarDate(first))...#require(CalendarDate(last))
    }

    private func instant(_ text: String) throws -> Date { try #require(ChinaTime.instant(text)) }

    @Test(
        arguments: [
            ("2025-12-31T02:30:00+08:00", "2025年12月31日09:00"),  // the night before a working day
            ("2025-12-31T17:30:00+08:00", "2026年1月4日09:00"),  // the holidays lie between; Sunday is worked
            ("2026-01-02T12:00:00+08:00", "2026年1月4日09:00"),
            ("2026-01-09T18:00:00+08:00", "2026年1月12日09:00"),  // a weekend
        ])
    func `The next opening skips holidays and keeps make-up days`(now: String, opening: String) throws {
        let hours = Hours(active: [office])
        #expect(try !hours.isActive(at: instant(now), workdays))
        let next = try #require(hours.opening(after: try instant(now), workdays))
        #expect(ChinaTime.minute(next) == opening)
    }

    @Test func `Within the hours there is no wait, and the end is without`() throws {
        let hours = Hours(active: [office])
        #expect(try hours.isActive(at: instant("2026-01-04T09:00:00+08:00"), workdays))
        #expect(try hours.isActive(at: instant("2026-01-04T17:29:59+08:00"), workdays))
        #expect(try !hours.isActive(at: instant("2026-01-04T17:30:00+08:00"), workdays))
    }

    @Test func `Mute days are skipped; without an opening for a year there is none`() throws {
        let meeting = TimeWindow(name: "会议", days: [try Self.days("2026-01-05", "2026-01-06")])
        let hours = Hours(active: [office], mute: [meeting])
        let next = try #require(hours.opening(after: try instant("2026-01-04T18:00:00+08:00"), workdays))
        #expect(ChinaTime.minute(next) == "2026年1月7日09:00")
        let never = Hours(active: [], mute: [TimeWindow(name: "全年")])
        #expect(try never.opening(after: instant("2026-01-04T18:00:00+08:00"), workdays) == nil)
    }

    private func configuration(
        groupWait: TimeInterval = 0, hours: Hours? = nil, escalation: Escalation? = nil
    ) -> AlertsConfiguration {
        AlertsConfiguration(
            rules: .clausesOnly,
            receivers: ["desk", "chief"].map { Receiver(name: $0) },
            route: Route(
                receiver: "desk", groupBy: [], repeatInterval: 7 * 86_400, groupWait: groupWait, hours: hours,
                escalation: escalation))
    }

    @Test func `What falls outside of the hours is sent once within them`() async {
        // The runs of the simulation begin at eight.
        var simulation = Simulation(
            configuration(hours: Hours(active: [TimeWindow(name: "上午", minutes: 9 * 60..<12 * 60)])))
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        let early = await simulation.run(triggered, at: day(0))
        #expect(early.decisions == ["16.3 postponed first"])
        #expect(early.notifications[0].explanation == "暂不发送（首次）：不在接收时段，2026年1月5日09:00起发送")
        #expect(simulation.log.isEmpty)
        await #expect(simulation.run(triggered, at: day(0) + 3_600).decisions == ["16.3 first"])
        await #expect(simulation.run(triggered, at: day(0) + 7_200).decisions == [])
    }

    @Test func `What is put right within the wait is never told`() async {
        var simulation = Simulation(configuration(groupWait: 2 * 86_400))
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        await #expect(simulation.run(triggered, at: day(0)).decisions == ["16.3 postponed first"])
        await #expect(simulation.run(clear, at: day(1)).decisions == [])
        await #expect(simulation.run(triggered, at: day(2)).decisions == ["16.3 postponed first"])
        await #expect(simulation.run(triggered, at: day(3)).decisions == ["16.3 postponed first"])
        await #expect(simulation.run(triggered, at: day(4)).decisions == ["16.3 first"])
    }

    @Test func `What nobody takes on goes to the next receiver; what somebody does, does not`() async {
        let escalation = Escalation(after: 14 * 86_400, receiver: "chief")
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        var simulation = Simulation(configuration(escalation: escalation))
        await simulation.run(triggered, at: day(0))
        await #expect(simulation.run(triggered, at: day(13)).decisions == ["16.3 reminder"])
        let escalated = await simulation.run(triggered, at: day(14))
        let sent = escalated.notifications.filter { $0.reason != nil }
        #expect(sent.map(\.receiver) == ["chief"])
        #expect(sent.map(\.explanation) == ["2026年1月5日08:00起告警，至今无人确认，升级告知"])
        var attended = Simulation(configuration(escalation: escalation))
        await attended.run(triggered, at: day(0))
        attended.states = attended.states.compactMap {
            $0.acknowledged(Acknowledgement(by: "省厅乙", at: day(1), comment: ""))
        }
        await #expect(attended.run(triggered, at: day(14)).decisions == ["16.3 suppressed reminder"])
    }

    @Test func `Who was told because nobody took it on hears of the end in the same hours`() async {
        let hours = Hours(active: [TimeWindow(name: "上午", minutes: 9 * 60..<12 * 60)])
        let triggered = [ConsortiumAssessment.synthetic([.synthetic(.triggered)])]
        let clear = [ConsortiumAssessment.synthetic([.synthetic(.clear)])]
        var simulation = Simulation(
            configuration(hours: hours, escalation: Escalation(after: 14 * 86_400, receiver: "chief")))
        await simulation.run(triggered, at: day(0) + 3_600)
        let escalated = await simulation.run(triggered, at: day(14) + 3_600)
        #expect(escalated.messages.map(\.receiver) == ["chief", "desk"])
        await #expect(
            simulation.run(clear, at: day(15)).decisions == ["16.3 postponed resolved", "16.3 postponed resolved"])
        let ended = await simulation.run(clear, at: day(15) + 3_600)
        #expect(ended.messages.map(\.receiver) == ["chief", "desk"])
    }
}
