import Alerts
import FEEL
import Foundation
import Reports
import Standards
import TestSupport
import Testing

@testable import UseCases

/// A year of nights over the sample's calendar: duties are called to mind on their days and at no other time.
@Suite("Duties over a year")
struct DutyYearTests {
    private let edition: Edition
    private let calendar: ReportingCalendar
    private let workdays: Workdays

    init() throws {
        edition = try Edition.load(from: Repository.trialStandard, digest: { _ in "" })
        let root = Repository.root
        calendar = try Calendars.load(from: root.appending(path: "pipelines/calendar.yml"))[edition.id]
        workdays = try Workdays.load(from: root.appending(path: "data/reference/workdays.csv"))
    }

    private let configuration = AlertsConfiguration(
        rules: AlertRules(
            outcomes: [:], verdicts: [:],
            duties: [.due: .notice, .missing: .major, .partial: .warning, .late: .notice, .lapsed: .notice],
            deadline: nil),
        receivers: [Receiver(name: "desk")],
        route: Route(receiver: "desk", groupBy: [], repeatInterval: 60 * 86_400))

    private func record(_ state: ReportRecord.State, received: String? = nil) -> ReportRecord {
        ReportRecord(
            consortium: Consortium(
                id: "C001", name: "示例联合体", kind: .municipal, province: "430000", prefecture: "", park: "",
                parkLevel: "", leadSchool: "", leadEnterprise: "", cohort: "", stage: "", designatedOn: nil),
            state: state,
            receivedOn: received.flatMap { CalendarDate($0) },
            reportedPoints: state == .missing ? 0 : state == .partial ? 97 : 116, applicablePoints: 116,
            dueOn: calendar.deadline(for: ReportingYear(2025)))
    }

    /// What is told on each night of 2026, of the report and of the other duties: `2026-02-10 report first due`.
    /// - Parameter registers: what had been registered by a day.
    private func told(
        _ nights: ClosedRange<CalendarDate>, registers: (CalendarDate) -> Registers = { _ in Registers() },
        _ state: (CalendarDate) -> ReportRecord
    ) -> [String] {
        var states: [AlertState] = []
        var log: [LoggedNotification] = []
        var told: [String] = []
        for day in nights.each {
            let now = ChinaTime.start(of: day).addingTimeInterval(9_000)
            let watch = DutyWatch(
                rules: configuration.rules, edition: edition, year: ReportingYear(2025), calendar: calendar,
                workdays: workdays, regions: RegionNames([:]), now: now)
            let plan = AlertPlan(
                situations: watch.reports([state(day)]) + watch.tasks()
                    + watch.filings([state(day)], registers(day)) + watch.ledgers([state(day)], registers(day).tasks),
                previous: states,
                histories: NotificationHistories(log), silences: [],
                configuration: configuration, workdays: workdays, now: now)
            states = plan.states
            log += plan.entriesBeforeDelivery
            log += plan.entriesBeforeDelivery.filter { $0.outcome == .queued }.map { $0.ended(.sent, at: now) }
            told += plan.notifications.compactMap { notification in
                let labels = notification.state.alert.labels
                return notification.reason.map { "\(day) \(labels[.clause]) \($0) \(labels[.outcome])" }
            }
        }
        return told
    }

    private func days(_ first: String, _ last: String) throws -> ClosedRange<CalendarDate> {
        try #require(CalendarDate(first))...#require(CalendarDate(last))
    }

    @Test
    func `Of a report that never comes people hear on the days of the calendar, and then at the route's interval`()
        throws
    {
        let report = told(try days("2026-01-01", "2026-12-31")) { _ in record(.missing) }.filter {
            $0.contains(" report ")
        }
        #expect(
            // Counted by hand: the Spring Festival is off from the 15th to the 23rd of February, the Saturdays around it are
            // worked; Qingming and the First of May lie in the second half.
            report == [
                "2026-02-11 report first due", "2026-03-20 report reminder due", "2026-03-30 report reminder due",
                "2026-04-01 report changed missing", "2026-04-10 report reminder missing",
                "2026-05-15 report reminder missing", "2026-07-14 report reminder missing",
                "2026-09-12 report reminder missing", "2026-11-11 report reminder missing",
            ])
    }

    @Test func `A report that comes late is told as late, once; one on time is never told`() throws {
        let late = told(try days("2026-03-30", "2026-12-31")) { day in
            day.description < "2026-04-08" ? record(.partial) : record(.late, received: "2026-04-08")
        }.filter { $0.contains(" report ") }
        #expect(
            late == [
                "2026-03-30 report first due", "2026-04-01 report changed partial", "2026-04-08 report changed late",
            ])
        let onTime = told(try days("2026-01-01", "2026-12-31")) { _ in record(.onTime, received: "2026-01-20") }
        #expect(!onTime.contains { $0.contains(" report ") })
    }

    private func plan(_ day: CalendarDate) -> Registers {
        var registers = Registers()
        registers.workPlans = [
            WorkPlanEntry(
                consortium: "C001", year: ReportingYear(2027), key: "甲", item: "甲", target: "建成", receivedOn: day,
                reportedBy: "C001", source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
        ]
        registers.filings = registers.workPlans.filings
        return registers
    }

    @Test func `A work plan is called to mind before its day, and missed after it until its items come`() throws {
        let nights = try days("2026-01-01", "2027-02-20")
        func ofPlan(_ told: [String]) -> [String] { told.filter { $0.contains("work-plan-2027") } }
        let before = [
            "2026-12-21 document:work-plan-2027 first due", "2027-01-21 document:work-plan-2027 reminder due",
        ]
        let never = told(nights) { _ in record(.onTime) }
        let after = [
            "2027-01-29 document:work-plan-2027 reminder due", "2027-02-01 document:work-plan-2027 changed missing",
            "2027-02-09 document:work-plan-2027 reminder missing",
        ]
        #expect(ofPlan(never) == before + after)
        let sent = try #require(CalendarDate("2027-01-25"))
        let inTime = told(nights, registers: { $0 < sent ? Registers() : plan(sent) }) { _ in record(.onTime) }
        #expect(ofPlan(inTime) == before)
    }

    @Test func `A task that is overdue is told once it is, and its end when it is done`() throws {
        func tasks(_ state: String) -> Registers {
            var registers = Registers()
            registers.tasks = [
                MemberTask(
                    consortium: "C001", year: ReportingYear(2026), title: "建基地", unit: "示例学院（虚构）",
                    due: CalendarDate("2026-06-30"), stateText: state,
                    source: CellSource(file: "", sha256: "", sheet: nil, row: 2, column: 1))
            ]
            return registers
        }
        let done = try #require(CalendarDate("2026-07-10"))
        let told = told(
            try days("2026-06-25", "2026-07-20"), registers: { tasks($0 < done ? "进行中" : "已完成") }
        ) { _ in record(.onTime) }.filter { $0.contains(" ledger ") }
        #expect(told == ["2026-07-01 ledger first lapsed", "2026-07-10 ledger resolved lapsed"])
    }

    @Test func `The text of each state says what is to be done until when`() throws {
        let occurrence = try #require(
            calendar.duties.first { $0.id == "annual-data" }?.occurrence(for: ReportingYear(2025)))
        func text(_ record: ReportRecord, _ today: String) throws -> String {
            record.duty(
                occurrence, supplementsUntil: calendar.supplementDeadline(for: ReportingYear(2025)),
                today: try #require(CalendarDate(today)), workdays: workdays
            ).text
        }
        #expect(try text(record(.missing), "2026-03-20") == "请于2026年3月31日前报齐2025年度观测点数据，尚未收到。")
        #expect(
            try text(record(.partial), "2026-04-01")
                == "2025年度观测点数据应于2026年3月31日前报齐，已报97个观测点，应报116个。请补报其余各项。")
        #expect(
            try text(record(.late, received: "2026-04-08"), "2026-04-09")
                == "2025年度观测点数据于2026年4月8日报齐，迟报8天（截止2026年3月31日）。")
    }
}
