import Configuration
import FEEL
import Foundation
import Standards
import TestSupport
import Testing

@Suite("What the calendar asks for")
struct DutyTests {
    static func calendars(_ text: String, known: [String: Duty.Known]? = nil) throws -> Calendars {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "calendar.yml")
        try Data(text.utf8).write(to: file)
        return try Calendars.load(from: file, known: known)
    }

    private static let windows = "one:\n  opens: 01-01\n  closes: 03-31\n  basis: convention\n  duties:\n"
    private static let known = [
        "one": Duty.Known(documents: ["notice-a", "notice-b"], provinces: ["430000", "320000"])
    ]

    @Test func `the municipal calendar asks what its sources ask`() throws {
        let calendar = try Calendars.load(from: Repository.root.appending(path: "pipelines/calendar.yml"))[
            "municipal-consortium-trial"]
        let year = ReportingYear(2026)
        func lines(_ province: String?) -> [String] {
            calendar.occurrences(from: year, through: year, province: province).map {
                "\($0.dueOn) \($0.id) \($0.duty.who) \($0.duty.through?.rawValue ?? "-") \($0.duty.basis)"
            }
        }
        #expect(
            lines(nil) == [
                "2026-01-31 work-plan/2026 secretariat province clause",
                "2026-12-31 self-assessment/2026 secretariat province clause",
                "2027-03-31 annual-data/2026 secretariat - convention",
                "2027-04-30 supplement/2026 secretariat - convention",
                "2027-12-31 rectification/2026 secretariat - convention",
            ])
        // The first notice came in October 2023: there was a report on 2023, and no plan of it.
        let first = calendar.occurrences(from: ReportingYear(2023), through: ReportingYear(2023)).map(\.id)
        #expect(first.contains("self-assessment/2023") && !first.contains("work-plan/2023"))
        // What one province alone asked for.
        let hunan = calendar.occurrences(from: ReportingYear(2024), through: ReportingYear(2024), province: "430000")
        let jiangsu = calendar.occurrences(from: ReportingYear(2024), through: ReportingYear(2024), province: "320000")
        #expect(hunan.map(\.id).contains("hunan-recommendation-2024/2024"))
        #expect(hunan.count == jiangsu.count + 1)
        #expect(calendar.duties.first { $0.id == "work-plan" }?.reference?.document == "moe-2023-23")
    }

    @Test func `reminders fall on working days before and after, by default those of the file`() throws {
        let workdays = try Workdays.load(from: Repository.root.appending(path: "data/reference/workdays.csv"))
        let calendar = try Self.calendars(
            """
            reminders: {before: [7, 1], after: [1]}
            one:
              opens: 01-01
              closes: 03-31
              basis: convention
              duties:
                - {id: a, title: 甲, who: secretariat, due: closes, basis: convention}
                - {id: b, title: 乙, who: province, due: 01-31, in: same, basis: convention, reminders: {before: [30]}}
                - {id: c, title: 丙, who: ministry, due: 02-29, in: same, basis: convention, reminders: {before: [], after: []}}
            """)["one"]
        let due = calendar.occurrences(from: ReportingYear(2025), through: ReportingYear(2026))
        func reminders(_ id: String) -> [String] {
            due.first { $0.id == id }?.reminders(workdays).map { "\($0.day) \($0.workingDays)" } ?? []
        }
        #expect(reminders("a/2025") == ["2026-03-20 7", "2026-03-30 1", "2026-04-01 -1"])
        // The Saturday is no working day, and 1 January to 3 January are none either.
        #expect(reminders("b/2026") == ["2025-12-19 30", "2026-02-02 -1"])
        #expect(reminders("c/2026").isEmpty)
        #expect(due.first { $0.id == "c/2026" }?.dueOn.description == "2026-02-28")
    }

    @Test(arguments: [
        (
            "    - {id: a, title: 甲, who: secretary, due: closes, basis: convention}",
            "calendar.yml:6:30：应为 secretariat、prefecture、province、ministry 之一，读到“secretary”。是不是“secretariat”？请照此改正。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: 02-30, in: same, basis: convention}",
            "calendar.yml:6:45：应为月-日或 opens、closes、supplementsUntil、rectifiesUntil，读到“02-30”。请写成 01-31 的样子。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: 02-28, basis: convention}",
            "calendar.yml:6:7：应有“in”，没有写。请补上。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, in: same, basis: convention}",
            "calendar.yml:6:57：opens、closes、supplementsUntil、rectifiesUntil 都在次年，读到“same”。请改为 next 或删去。"
        ),
        (
            "    - {id: a, title: 甲, who: province, opens: 03-01, due: 02-28, in: same, basis: convention}",
            "calendar.yml:6:47：opens 应不晚于 due，开始日晚于截止日。请检查两个日期。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: 02-28, in: same, basis: clause}",
            "calendar.yml:6:7：原文规定的事项应有 reference，没有写。请写明文件和位置，如 {document: moe-2023-23, place: 正文}。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: 02-28, in: same, basis: clause, reference: {document: notice-c, place: 三}}",
            "calendar.yml:6:99：应为 notice-a、notice-b 之一，读到“notice-c”。是不是“notice-a”？请照此改正。"
        ),
        (
            "    - {id: A b, title: 甲, who: province, due: closes, basis: convention}",
            "calendar.yml:6:12：应为小写字母、数字和连字符，读到“A b”。请写成 work-plan 的样子。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, basis: convention, province: \"999900\"}",
            "calendar.yml:6:82：应为 GB/T 2260 省级六位代码，读到“999900”。请写成 \"430000\" 的样子。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, basis: convention, province: \"990000\"}",
            "calendar.yml:6:82：应为区划表中的省级代码，读到“990000”。请查 data/reference/regions.csv。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, basis: convention, from: 2026, until: 2024}",
            "calendar.yml:6:91：until 应不早于 from，读到“2024”。请检查两个年份。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, basis: convention, reminders: {before: [300]}}",
            "calendar.yml:6:93：应为 1 至 240 个工作日，读到“300”。请改正。"
        ),
        (
            "    - {id: a, title: 甲, who: province, due: closes, basis: convention}\n"
                + "    - {id: a, title: 乙, who: province, due: closes, basis: convention}",
            "calendar.yml:7:12：同一标准的事项编号应不重复，读到“a”。请改用别的编号。"
        ),
    ])
    func `what is wrong with a duty is told with its place`(entry: String, said: String) throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Self.calendars(Self.windows + entry, known: Self.known)
        }
        #expect(error?.issues.map(\.description) == [said])
    }

    @Test func `an edition that is not there is told where a check asks`() throws {
        let text = "onne:\n  opens: 01-01\n  closes: 03-31\n  basis: convention"
        let error = #expect(throws: ConfigurationError.self) { try Self.calendars(text, known: Self.known) }
        #expect(
            error?.issues.map(\.description) == ["calendar.yml:1:1：应为 one、reminders 之一，读到“onne”。是不是“one”？请照此改正。"])
        _ = try Self.calendars(text)
    }
}
