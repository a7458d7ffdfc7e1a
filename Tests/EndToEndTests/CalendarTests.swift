import Foundation
import TestSupport
import Testing

/// The calendar as people ask for it, and what a nightly run makes of it.
@Suite("The calendar and the nights")
struct CalendarTests {
    private static let june = "2026-06-01T09:00:00+08:00"

    @Test func `the year of each party in each form`() throws {
        let work = try Workplace()
        for (name, arguments) in [
            ("all", [String]()), ("secretariat", ["--role", "秘书处"]),
            ("province", ["--role", "省级", "--province", "430000"]),
            ("ministry", ["--role", "部级"]),
        ] {
            try expectGolden(
                work.command(["calendar", "--year", "2026"] + arguments, now: Self.june).output, "calendar-\(name).txt")
        }
        // A golden file is read without the mark that spreadsheets know UTF-8 by.
        let sheet = try work.command(
            "calendar", "--year", "2024", "--province", "430000", "--format", "csv", now: Self.june
        ).output
        #expect(sheet.hasPrefix("\u{FEFF}"))
        try expectGolden(sheet.replacing("\u{FEFF}", with: ""), "calendar-2024.csv")
        try expectGolden(
            work.command("calendar", "--format", "json", now: Self.june).output, "calendar.json")
    }

    @Test func `a year without a list of holidays is told`() throws {
        let work = try Workplace()
        let said = "2027年的放假和调休安排没有列入"
        #expect(try work.command("calendar", "--year", "2027", now: Self.june).output.contains(said))
        #expect(try work.command("calendar", "--year", "2025", now: Self.june).output.contains("提醒 2") == false)
        #expect(try !work.command("check", now: Self.june).output.contains(said))
        #expect(try work.command("check", now: "2026-12-01T09:00:00+08:00").output.contains(said))
    }

    @Test(arguments: [
        (["--role", "校长"], "--role 应为 秘书处、市州、省级、部级 之一，读到“校长”。"), (["--year", "26"], "--year 应为四位年份，如 2026，读到“26”。"),
        (["--province", "43"], "--province 应为 GB/T 2260 六位代码，如 430000，读到“43”。"),
    ])
    func `what nobody can ask for is said`(arguments: [String], said: String) throws {
        let work = try Workplace()
        #expect(try work.command(["calendar"] + arguments, exits: 2).complaint.contains(said))
    }

    @Test func `what is wrong with the calendar is told by check with its line`() throws {
        let work = try Workplace()
        let calendar = try work.read("pipelines/calendar.yml")
        try work.write(
            calendar.replacing("document: moe-2023-23", with: "document: moe-2023-32"), to: "pipelines/calendar.yml")
        let outcome = try work.command("check", exits: 2)
        #expect(outcome.complaint.contains("calendar.yml:59:29：应为 "), "\(outcome.complaint)")
        #expect(outcome.complaint.contains("读到“moe-2023-32”。是不是“moe-2023-23”？"), "\(outcome.complaint)")
    }

    /// The independent reader is PyPI's icalendar, of Debian's python3-icalendar.
    @Test(.enabled(if: Self.reader != nil, "skipped: no python3-icalendar; `make test` installs it"))
    func `another program reads the calendar as it is meant`() throws {
        let work = try Workplace()
        try work.command(
            "calendar", "--year", "2026", "--role", "秘书处", "--format", "ics", "--out", "2026.ics", now: Self.june)
        let read = try Program(
            in: work.url,
            command: [
                Self.reader ?? "", Repository.root.appending(path: "Tests/EndToEndTests/read-calendar.py").path,
                work.path("2026.ics"),
            ]
        ).run()
        #expect(read.status == 0, "\(read.errors)")
        try expectGolden(read.output, "calendar-read.txt")
        // Made again at another time it differs in the stamps alone.
        let again = try work.command(
            "calendar", "--year", "2026", "--role", "秘书处", "--format", "ics", now: "2026-06-02T10:30:15+08:00"
        ).output
        let first = try work.read("2026.ics")
        #expect(again.contains("DTSTAMP:20260602T023015Z\r\n"))
        #expect(again.replacing("20260602T023015Z", with: "20260601T010000Z") == first)
    }

    /// An interpreter that has the reader: the first one, or Debian's own.
    private static let reader: String? = ["python3", "/usr/bin/python3"].first { interpreter in
        let probe = Program(
            in: FileManager.default.temporaryDirectory, command: [interpreter, "-c", "import icalendar"])
        return (try? probe.run().status) == 0
    }

    // MARK: - Nights

    /// The first lines of nightly runs on chosen days, the store going on from night to night.
    @Test func `chosen nights of a year, each as the calendar has it`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002", "C003"])
        var lines = ""
        for day in [
            "2026-01-01", "2026-01-04", "2026-01-21", "2026-02-11", "2026-03-19", "2026-03-31", "2026-04-01",
            "2026-04-02",
            // Every night since has been missed.
            "2026-05-18", "2026-05-19", "2026-12-31", "2027-01-01",
        ] {
            let run = try work.command("run", "pipelines/municipal-annual.yml", now: "\(day)T02:30:00+08:00")
            let first = try #require(run.output.split(separator: "\n").first)
            // Before it stands the hour by the machine's own clock.
            lines += first.dropFirst("2026-11-28T08:30:00+08:00 ".count) + "\n"
        }
        try expectGolden(lines, "nights.txt")
        let status = try work.command("status", "--format", "json", now: "2027-01-01T09:00:00+08:00").output
        #expect(status.contains(#""calendar":{"events":1,"final":0,"reminders":2}"#), "\(status)")
    }

    @Test func `outside of every window a night without news makes no pages`() throws {
        let work = try Workplace()
        try work.receiveSample(only: ["C002"])
        let calendar = try work.read("pipelines/calendar.yml")
        try work.write(
            calendar.replacing("rectifiesUntil: 12-31", with: "rectifiesUntil: 06-30"), to: "pipelines/calendar.yml")
        func night(_ day: String, _ options: String...) throws -> (output: String, page: String) {
            let output = try work.command(
                ["run", "pipelines/municipal-annual.yml"] + options, now: "\(day)T02:30:00+08:00"
            ).output
            return (output, try work.read("var/reports/2025/index.html"))
        }
        let rests = "今天在各窗口之外，也没有收到新数据，页面没有重出"
        // The first run after the closing day is the final one, whenever it comes.
        let first = try night("2026-09-16")
        #expect(first.output.contains("2025年度窗口外"), "\(first.output)")
        #expect(first.output.contains("2026-03-31 截止后的第一次运行，结果为终稿"))
        #expect(!first.output.contains(rests))
        let second = try night("2026-09-17")
        #expect(second.output.contains(rests), "\(second.output)")
        #expect(second.output.contains("告警：应发 0 条"))
        #expect(second.page == first.page)
        // Somebody who asks for a year gets its pages.
        let asked = try night("2026-09-18", "--year", "2025")
        #expect(!asked.output.contains(rests) && asked.page != first.page)
        // What was collected by hand at noon is news to the night.
        try work.write(
            "编号,名称,类型,省份,市州,牵头学校,阶段,认定日期\nC901,新登记联合体（虚构）,市域产教联合体,湖南省,长沙市,甲校,培育,2024-06-30\n",
            to: "新登记.csv")
        try work.command("collect", "新登记.csv", "--as", "authority", now: "2026-09-19T12:00:00+08:00")
        let news = try night("2026-09-20")
        #expect(!news.output.contains(rests) && news.page.contains("C901"))
        #expect(try night("2026-09-21").output.contains(rests))
        // Other rules are news as well.
        let data = try work.data(changing: "parameters.yml", "value: 1.2", to: "value: 1.3").path
        #expect(try !night("2026-09-22", "--data", data).output.contains(rests))
    }
}
