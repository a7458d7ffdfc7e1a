import Foundation
import Store
import TestSupport
import Testing

/// Alerts live until data end them, not until the next year begins (DESIGN §10).
@Suite("Alerts that last")
struct LastingAlertTests {
    private let work: Workplace
    private static let case2025 = "municipal-consortium-trial/C001/16.3/2025"

    /// A consortium that received less than it planned in two years.
    init() throws {
        work = try Workplace()
        try work.write(
            """
            编号,名称,类型,省份,市州,牵头学校,阶段,认定日期
            C001,示例联合体（虚构）,市域产教联合体,湖南省,长沙市,甲校（虚构）,培育,2022-06-30

            """, to: "\(Workplace.registers)/联合体.csv")
        try work.write(
            Self.head
                + [2024, 2025].map { year in
                    "C001,6.1.1,\(year),实际,是,\nC001,6.1.2,\(year),实际,50,\nC001,6.1.4,\(year),实际,100,\n"
                        + "C001,6.1.5,\(year),实际,否,\n"
                }.joined(), to: "\(Workplace.submissions)/C001.csv")
        try work.write(
            """
            alerts: {outcomes: {triggered: critical}, duties: {overdue: major, missing: warning}}
            receivers: [{name: desk, kind: file, path: "told-{date}.txt"}]
            route: {receiver: desk, group_by: [], repeat_interval: 30d}
            """, to: "pipelines/alerts.yml")
    }

    private static let head = "联合体编号,观测点,年度,口径,数值,佐证材料\n"

    /// Runs a night, and returns what the desk was told on it.
    private func night(_ day: String) throws -> String {
        try work.command("run", "pipelines/municipal-annual.yml", now: "\(day)T02:30:00+08:00")
        return work.exists("told-\(day).txt") ? try work.read("told-\(day).txt") : ""
    }

    private func isFiring(_ id: String) throws -> Bool? {
        try Store(path: work.path("var/monitor.sqlite")).alert(id).map { $0.resolvedAt == nil }
    }

    @Test func `an alert of a past year is called to mind and ends by data, in the message of the night`() throws {
        #expect(try night("2026-04-10").contains("编号：\(Self.case2025)"))
        // The next year has begun: the same alert goes on, and nobody is told anew.
        #expect(try !night("2027-01-05").contains("【首次·严重】C001 示例联合体（虚构）（湖南省）2025年度"))
        #expect(try isFiring(Self.case2025) == true)
        let reminded = try night("2027-02-10")
        #expect(reminded.contains("【提醒·严重】C001 示例联合体（虚构）（湖南省）2025年度"), "\(reminded)")
        // What was received after all is told as the end of it; reports of both years are in the same message.
        try work.write(Self.head + "C001,6.1.2,2025,实际,100,\n", to: "\(Workplace.submissions)/C001-更正.csv")
        let ended = try night("2027-04-05")
        #expect(ended.contains("【解除·严重】C001 示例联合体（虚构）（湖南省）2025年度"), "\(ended)")
        #expect(ended.contains("2026年度观测点数据应于2027年3月31日前报送，尚未收到"), "\(ended)")
        #expect(ended.components(separatedBy: "产教联合体监测告警  ").count == 2, "\(ended)")
        #expect(try isFiring(Self.case2025) == false)
    }

    @Test func `figures that are taken back do not end an alert of a past year`() throws {
        let settings = try work.read("pipelines/alerts.yml")
        try work.write(
            settings.replacing("duties:", with: "verdicts: {disqualify: critical}, duties:"), to: "pipelines/alerts.yml"
        )
        #expect(try night("2026-04-10").contains("结论：建议取消资格"))
        try work.write(Self.head + "C001,6.1.2,2025,实际,撤回,\n", to: "\(Workplace.submissions)/C001-撤回.csv")
        // The verdict rests on the memory of the clause, and is told with it as before.
        let held = try night("2026-04-11")
        #expect(held.contains("【变化·严重】") && !held.contains("【首次·严重】"), "\(held)")
        let told = try night("2027-05-05")
        #expect(held.contains("数据缺失不解除告警") && !told.contains("【解除"), "\(told)")
        #expect(try isFiring(Self.case2025) == true)
    }

    @Test func `what fires again in the same words is told again`() throws {
        func pay(_ amount: String, _ name: String) throws {
            try work.write(Self.head + "C001,6.1.2,2025,实际,\(amount),\n", to: "\(Workplace.submissions)/\(name).csv")
        }
        #expect(try night("2026-04-10").contains("【首次·严重】"))
        try pay("100", "C001-更正")
        #expect(try night("2026-04-11").contains("【解除·严重】"))
        try pay("50", "C001-再更正")
        let again = try night("2026-04-12")
        #expect(again.contains("【首次·严重】") && again.contains("解除后再次告警（第2次）"), "\(again)")
    }

    /// The run of the night notes the end; the morning tells it.
    @Test(arguments: [
        // In working hours; after a silence.
        ("", "2026-05-03T02:30:00+08:00", "2026-05-06T09:17:00+08:00", "【解除·严重】"),
        ("silenced", "2026-04-20T02:30:00+08:00", "2026-05-06T09:17:00+08:00", "静默或抑制期间发生，并已解除"),
    ])
    func `an end that had to wait is told`(way: String, end: String, told: String, says: String) throws {
        let settings = try work.read("pipelines/alerts.yml")
        try work.write(
            settings.replacing("group_by: [],", with: "group_by: [], active_time_intervals: [工作时间],")
                + "\ntime_intervals: [{name: 工作时间, workdays: true, hours: \"09:00-17:30\"}]\n",
            to: "pipelines/alerts.yml")
        if way == "silenced" {
            try work.command("collect", Workplace.registers, "--as", "authority", now: "2026-04-08T09:00:00+08:00")
            try work.command(
                "silence", "add", "consortium=C001", "--until", "2026-05-01", "--by", "示例审定甲（虚构）", "--comment", "汇总",
                now: "2026-04-08T09:00:00+08:00")
        }
        try work.command("run", "pipelines/municipal-annual.yml", now: "2026-04-10T02:30:00+08:00")
        try work.command("alert", "--deliver", now: "2026-04-10T09:17:00+08:00")
        try work.write(Self.head + "C001,6.1.2,2025,实际,100,\n", to: "\(Workplace.submissions)/C001-更正.csv")
        try work.command("run", "pipelines/municipal-annual.yml", now: end)
        let before = work.exists("told-2026-05-06.txt")
        try work.command("alert", "--deliver", now: told)
        #expect(!before && work.exists("told-2026-05-06.txt"))
        let text = work.exists("told-2026-05-06.txt") ? try work.read("told-2026-05-06.txt") : ""
        #expect(text.contains(says), "\(text)")
        try work.command("alert", "--deliver", now: "2026-05-07T09:17:00+08:00")
        #expect(!work.exists("told-2026-05-07.txt"))
    }

    @Test func `what a case waits for is told by the latest year alone`() throws {
        _ = try night("2026-04-10")
        let first = try night("2027-01-05")
        let (own, next) = ("case:16.3/2025", "case:16.3/2026")
        #expect(first.contains(next) && !first.contains(own), "\(first)")
        // Two years later it waits still.
        let second = try night("2028-01-05")
        #expect(second.contains("case:16.3/2027"), "\(second)")
        #expect(second.contains("已并入2027年度的同一事项，继续告知。"), "\(second)")
        #expect(try isFiring("municipal-consortium-trial/C001/case:16.3/2026") == false)
        #expect(try isFiring("municipal-consortium-trial/C001/case:16.3/2027") == true)
    }

    @Test func `twelve more runs of a night send nothing`() throws {
        _ = try night("2026-04-10")
        let told = try work.read("told-2026-04-10.txt")
        let store = try Store(path: work.path("var/monitor.sqlite"))
        let messages = try store.outbox(Set(OutboxRecord.State.allCases)).count
        for run in 1...12 {
            let again = try work.command(
                "run", "pipelines/municipal-annual.yml", now: "2026-04-10T02:\(30 + run):00+08:00")
            #expect(again.output.contains("告警：应发 0 条"), "\(again.output)")
            let delivered = try work.command("alert", "--deliver", now: "2026-04-10T02:\(30 + run):30+08:00")
            #expect(delivered.output.contains("发送：送达 0 条消息"), "\(delivered.output)")
        }
        #expect(try store.outbox(Set(OutboxRecord.State.allCases)).count == messages)
        #expect(try work.read("told-2026-04-10.txt") == told)
    }

    /// The crontab's delivery in the morning names no edition.
    @Test func `what waited for working hours is sent whatever edition it is of`() throws {
        let edition = try IndustryEdition(in: work)
        try work.write(
            """
            编号,名称,类型,省份,市州,牵头学校,阶段,认定日期
            C029,示例共同体（虚构）,行业产教融合共同体,天津市,,甲校（虚构）,培育,2022-06-30

            """, to: "\(Workplace.registers)/共同体.csv")
        try work.write(
            "联合体编号,观测点,年度,口径,数值,标准编号\nC029,1.1.1,2025,实际,否,\(IndustryEdition.id)\n",
            to: "\(Workplace.submissions)/C029.csv")
        try work.write(
            """
            alerts: {outcomes: {triggered: critical}}
            receivers: [{name: desk, kind: file, path: "told-{date}.txt"}]
            time_intervals: [{name: 工作时间, workdays: true, hours: "09:00-17:30"}]
            route: {receiver: desk, group_by: [], active_time_intervals: [工作时间]}
            """, to: "pipelines/alerts.yml")
        let pipeline = try work.read("pipelines/\(IndustryEdition.pipeline)")
        try work.write(
            pipeline.replacing("../config/industry-alerts.yml", with: "alerts.yml"),
            to: "pipelines/\(IndustryEdition.pipeline)")
        for name in ["municipal-annual.yml", IndustryEdition.pipeline] {
            try work.command("run", "pipelines/\(name)", "--data", edition.data, now: "2026-04-10T02:30:00+08:00")
        }
        #expect(!work.exists("told-2026-04-10.txt"))
        try work.command("alert", "--deliver", "--data", edition.data, now: "2026-04-10T09:17:00+08:00")
        let told = try work.read("told-2026-04-10.txt")
        #expect(told.contains(Self.case2025) && told.contains("\(IndustryEdition.id)/C029/2.1/2025"), "\(told)")
    }
}
