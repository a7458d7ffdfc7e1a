import Alerts
import AlertsTestSupport
import Assessment
import Delivery
import FEEL
import Foundation
import Reports
import Standards
import Store
import TestSupport
import Testing

@testable import UseCases

/// 366 nights on which nothing new comes: each plans, keeps and sends, as the nightly run and the delivery of the morning do.
@Suite("An unchanged year")
struct UnchangedYearTests {
    private let edition: Edition
    private let calendar: ReportingCalendar
    private let workdays: Workdays
    private let first: CalendarDate

    init() throws {
        edition = try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
        let root = Repository.root
        calendar = try Calendars.load(from: root.appending(path: "pipelines/calendar.yml"))[edition.id]
        workdays = try Workdays.load(from: root.appending(path: "data/reference/workdays.csv"))
        first = try #require(CalendarDate("2026-05-06"))
    }

    private func record(_ id: String, _ state: ReportRecord.State) -> ReportRecord {
        ReportRecord(
            consortium: .synthetic(id), state: state, receivedOn: nil, reportedPoints: state == .missing ? 0 : 97,
            applicablePoints: 116, dueOn: calendar.deadline(for: assessedYear))
    }

    /// What a receiver was told, and on which day.
    private struct Told: Hashable {
        let day: CalendarDate
        let clause: String
        let reason: NotificationReason
    }

    /// - Parameter hours: in which the desk is told.
    private func nights(_ hours: Hours? = nil) async throws -> [Told] {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.url.appending(path: "monitor.sqlite").path)
        let desk = ScriptedChannel()
        let configuration = DeliveryConfiguration(
            alerts: AlertsConfiguration(
                rules: AlertRules(
                    outcomes: [.triggered: .critical, .undetermined: .warning], verdicts: ["disqualify": .critical],
                    duties: [.due: .notice, .missing: .major, .partial: .warning, .overdue: .major], deadline: nil),
                receivers: [Receiver(name: "desk")],
                route: Route(receiver: "desk", groupBy: [], repeatInterval: 14 * 86_400, hours: hours)),
            ways: Ways(["desk": desk]))
        let assessments: [ConsortiumAssessment] = [
            .synthetic([.synthetic(.triggered)], of: .synthetic("C001")),
            .synthetic([.synthetic(.undetermined), .synthetic(.clear, of: "16.4")], of: .synthetic("C002")),
        ]
        let reports = [record("C001", .missing), record("C002", .partial), record("C003", .onTime)]
        var told: [Told] = []
        for night in 0..<366 {
            let day = first.adding(days: night)
            for minute in [150, 557] {
                let now = ChinaTime.start(of: day).addingTimeInterval(Double(minute) * 60 + Double(night % 7))
                let alerting = try Alerting(
                    store: store, configuration: configuration, edition: edition, year: assessedYear,
                    calendar: calendar,
                    workdays: workdays, regions: RegionNames([:]), now: now)
                let plan = try alerting.plan(
                    assessments.flatMap(alerting.situations), consortia: assessments.map(\.consortium),
                    registers: Registers(), reports: reports)
                try alerting.keep(plan)
                _ = try await Dispatch(
                    store: store, configuration: configuration, vault: SecretVault(environment: [:]), clock: { now },
                    fraction: { 1 }, pause: { _ in }
                ).run()
                told += plan.notifications.compactMap { planned in
                    let clause = planned.state.alert.labels[.clause]
                    return planned.reason.map { Told(day: day, clause: clause, reason: $0) }
                }
            }
        }
        #expect(try store.outbox([.queued, .retry, .uncertain, .dead]).isEmpty)
        #expect(Set(desk.sent.map(\.parcel.key)).count == desk.sent.count)
        return told
    }

    @Test func `sends the reminders and nothing else`() async throws {
        let told = try await nights()
        // What the calendar alone asks for is called to mind before its day, for the first time too.
        let tasks = told.filter { $0.clause.hasPrefix("task:") }
        // A document is called to mind before its day, and told to be missing on the day after.
        let documents = told.filter { $0.clause.hasPrefix("document:") && $0.reason != .reminder }
        #expect(
            Set(documents.map(\.day)).subtracting([first]).map(\.description).sorted()
                == ["2026-11-19", "2026-12-21", "2027-01-01", "2027-02-01"])
        // That a case is decided and not carried out is told on the day after it was due.
        let cases = told.filter { $0.clause.hasPrefix("case:") && $0.reason != .reminder }
        #expect(cases.map { "\($0.clause) \($0.day)" } == ["case:16.3 2027-01-01"])
        let alerts = told.filter { !Self.isOfCalendar($0) }
        #expect(Set(alerts.filter { $0.reason != .reminder }.map(\.day)) == [first])
        let clause: [CalendarDate] = alerts.filter { $0.clause == "16.3" && $0.day != first }.map(\.day)
        // Two clauses, every fourteenth night of 366.
        let fortnights: [CalendarDate] = (1...26).map { first.adding(days: 14 * $0) }
        #expect(clause == fortnights.flatMap { [$0, $0] })
        // The report is called to mind thirty working days after its day, and then as the route says.
        let report: [CalendarDate] = alerts.filter { $0.clause == "report" }.map(\.day)
        let after = try #require(CalendarDate("2026-05-15"))
        let end = first.adding(days: 366)
        let reminders: [CalendarDate] = (0...25).map { after.adding(days: 14 * $0) }.filter { $0 < end }
        #expect(report == [first, first] + reminders.flatMap { [$0, $0] })
        #expect(tasks.count(where: { $0.reason == .first }) == Set(tasks.map(\.clause)).count)
        #expect(tasks.allSatisfy { [.first, .reminder].contains($0.reason) })
        #expect(Set(tasks).count == tasks.count)
    }

    @Test func `in working hours, nothing on a day off, and each reminder on the first day of work from its own on`()
        async throws
    {
        let hours = Hours(active: [TimeWindow(name: "工作时间", minutes: 540..<1050, onWorkdaysOnly: true)])
        let told = try await nights(hours)
        #expect(told.allSatisfy { workdays.isWorking($0.day) })
        let clause = told.filter { $0.clause == "16.3" }.map(\.day)
        var expected: [CalendarDate] = []
        var day = first
        while day < first.adding(days: 366) {
            while !workdays.isWorking(day) { day = day.adding(days: 1) }
            if day < first.adding(days: 366) { expected += [day, day] }
            day = day.adding(days: 14)
        }
        #expect(clause == expected)
        #expect(told.filter { !Self.isOfCalendar($0) }.allSatisfy { $0.day == first || $0.reason == .reminder })
    }

    /// Whether the calendar alone asks for it.
    private static func isOfCalendar(_ told: Told) -> Bool {
        ["task:", "document:", "case:"].contains { told.clause.hasPrefix($0) }
    }
}
