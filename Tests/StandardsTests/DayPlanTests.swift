import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@Suite("What a day is in the calendar")
struct DayPlanTests {
    private let workdays: Workdays
    private let calendar: ReportingCalendar

    init() throws {
        workdays = try Workdays.load(from: Repository.root.appending(path: "data/reference/workdays.csv"))
        calendar = try DutyTests.calendars(
            """
            one:
              opens: 02-01
              closes: 03-31
              supplementsUntil: 04-30
              rectifiesUntil: 10-31
              basis: convention
              duties:
                - {id: data, title: 数据, who: secretariat, opens: opens, due: closes, basis: convention}
                - {id: plan, title: 计划, who: secretariat, due: 01-31, in: same, basis: convention}
            """)["one"]
    }

    private func plan(
        _ day: String, year: Int = 2025, lastRun: String? = nil, ofYear: String? = nil
    ) throws -> DayPlan {
        DayPlan(
            try #require(CalendarDate(day)), year: ReportingYear(year), calendar: calendar, workdays: workdays,
            lastRun: lastRun.flatMap { CalendarDate($0) }, lastRunOfYear: ofYear.flatMap { CalendarDate($0) })
    }

    @Test(arguments: [
        ("2026-01-31", "窗口外", nil), ("2026-02-01", "报送期", "2026-03-31"), ("2026-03-31", "报送期", "2026-03-31"),
        ("2026-04-01", "补报期", "2026-04-30"), ("2026-04-30", "补报期", "2026-04-30"),
        ("2026-05-01", "整改期", "2026-10-31"), ("2026-10-31", "整改期", "2026-10-31"), ("2026-11-01", "窗口外", nil),
    ])
    func `the phase goes by the windows of the year`(day: String, phase: String, ends: String?) throws {
        let plan = try plan(day, lastRun: day, ofYear: day)
        #expect(plan.phase.title == phase)
        #expect(plan.phaseEnds?.description == ends)
        #expect(plan.isQuiet == (phase == "窗口外"))
    }

    @Test func `what opens and closes on a day is told on it, and no other day`() throws {
        func events(_ day: String) throws -> [String] {
            try plan(day).events.map { "\($0.kind) \($0.occurrence.id)" }
        }
        #expect(try events("2026-01-31") == ["closes plan/2026"])
        #expect(try events("2026-02-01") == ["opens data/2025"])
        #expect(try events("2026-03-31") == ["closes data/2025"])
        #expect(try events("2026-03-30").isEmpty)
    }

    @Test func `a whole year has each reminder once`() throws {
        var told: [String] = []
        var day = try #require(CalendarDate("2026-01-01"))
        while day.year == 2026 {
            let plan = DayPlan(
                day, year: ReportingYear(2025), calendar: calendar, workdays: workdays, lastRun: day.adding(days: -1),
                lastRunOfYear: day.adding(days: -1))
            for reminder in plan.reminders {
                #expect(plan.isWorkingDay)
                told.append("\(day) \(reminder.occurrence.id) \(reminder.workingDays)")
            }
            day = day.adding(days: 1)
        }
        #expect(
            told == [
                "2026-01-22 plan/2026 7", "2026-01-30 plan/2026 1", "2026-02-02 plan/2026 -1",
                "2026-02-10 plan/2026 -7", "2026-02-11 data/2025 30", "2026-03-19 plan/2026 -30",
                "2026-03-20 data/2025 7", "2026-03-30 data/2025 1", "2026-04-01 data/2025 -1",
                "2026-04-10 data/2025 -7", "2026-05-15 data/2025 -30", "2026-12-21 plan/2027 30",
            ])
    }

    @Test func `nights that were missed are made good once, a reminder in its latest form`() throws {
        // 19, 20 and 30 March were reminders, 31 March the last day.
        let after = try plan("2026-04-03", lastRun: "2026-03-18", ofYear: "2026-03-18")
        #expect(after.lastRun?.description == "2026-03-18")
        #expect(
            after.reminders.map { "\($0.day) \($0.occurrence.id) \($0.workingDays)" }
                == ["2026-03-19 plan/2026 -30", "2026-04-01 data/2025 -1"])
        #expect(after.events.map { "\($0.day) \($0.kind) \($0.occurrence.id)" } == ["2026-03-31 closes data/2025"])
        #expect(after.isFinalRun)
        let next = try plan("2026-04-04", lastRun: "2026-04-03", ofYear: "2026-04-03")
        #expect(next.lastRun == nil && next.reminders.isEmpty && next.events.isEmpty && !next.isFinalRun)
        // A second run of a day says nothing twice.
        let again = try plan("2026-04-01", lastRun: "2026-04-01", ofYear: "2026-04-01")
        #expect(again.reminders.isEmpty && again.events.isEmpty)
    }

    @Test func `the first run after the closing day is the final one, of each year`() throws {
        #expect(try !plan("2026-03-31", lastRun: "2026-03-30", ofYear: "2026-03-30").isFinalRun)
        let final = try plan("2026-04-01", lastRun: "2026-03-31", ofYear: "2026-03-31")
        #expect(final.finalAfter?.description == "2026-03-31")
        #expect(try !plan("2026-04-02", lastRun: "2026-04-01", ofYear: "2026-04-01").isFinalRun)
        // Runs of another year do not count.
        #expect(try plan("2026-04-02", lastRun: "2026-04-01", ofYear: "2026-03-31").isFinalRun)
        #expect(try plan("2026-12-20").isFinalRun)
    }
}
