import ArgumentParser
import Assessment
import FEEL
import Foundation
import UseCases
import Reports
import Standards
import Store

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the last run, who has reported, what is wrong with the data.")

    @Option(help: "The reporting year. Default: the last year that has ended.")
    var year: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let rules = try installation.rules(shared.edition)
        let now = try shared.instant()
        let year = try year.map { try YearOption.read($0, rules.edition) } ?? ReportingCalendar.yearDue(at: now)
        let store = try shared.existingStore()
        let regions = try installation.regionNames()

        writeLastRun(try store.runs(limit: 1).first)
        let consortia = try store.snapshot(edition: rules.edition).consortia
        let stage = ReportStage(rules: rules, store: store, regions: regions, calendar: .usual)
        let records = try stage.submissions(consortia, year, nil)
        let deadline = ReportingCalendar.usual.deadline(for: year)
        Console.write("\n\(year)年度报送（截止 \(deadline)）：应报 \(records.count) 家")
        for state in SubmissionRecord.State.allCases {
            Console.write("，\(state.title) \(records.count { $0.state == state }) 家")
        }
        Console.write("\n")
        var table = TerminalTable(columns: [
            .init("编号"), .init("名称", widest: 40), .init("省份"), .init("状态"), .init("收到"),
        ])
        for record in records where record.state != .onTime {
            table.append([
                .init(record.consortium.id), .init(record.consortium.name),
                .init(regions[record.consortium.province]), .init(record.state.title),
                .init(record.receivedOn?.description ?? "—"),
            ])
        }
        if records.contains(where: { $0.state != .onTime }) { Console.write(table.rendered(colour: Console.hasColour)) }
        try writeLedger(store)
    }

    private func writeLastRun(_ run: RunRecord?) {
        guard let run else {
            Console.write("还没有运行过流水线。\n")
            return
        }
        Console.write("最近一次运行：第 \(run.id) 次，\(run.start.pipeline)，\(run.start.year)年度，\(run.status.title)\n")
        Console.write("  开始 \(ChinaTime.timestamp(run.start.startedAt))\n")
        if let message = run.message { Console.write("  原因 \(message)\n") }
        for stage in run.stages {
            let counts = stage.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            Console.write("  \(stage.name)：\(counts.joined(separator: "，"))\n")
        }
        Console.write("  标准 \(run.start.editionDigest.prefix(16))，规则 \(run.start.rulesDigest.prefix(16))\n")
    }

    private func writeLedger(_ store: Store) throws {
        let quarantined = try store.submissions(status: .quarantined)
        Console.write(
            "\n台账：已收 \(try store.submissions(status: .accepted).count) 个文件，"
                + "\(try store.observationCount()) 个数据，隔离 \(quarantined.count) 个文件\n")
        for submission in quarantined { Console.write("  隔离 \(submission.reason ?? submission.file.path)\n") }
        let counts = try store.findingCounts()
        guard !counts.isEmpty else { return }
        Console.write("数据问题：\n")
        for count in counts { Console.write("  \(count.title) \(count.count) 条\n") }
    }
}
