import ArgumentParser
import FEEL
import Foundation
import Reports
import Standards
import Store
import UseCases

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the last run, who has reported, what is wrong with the data.")

    @Option(help: "The reporting year. Default: the last year that has ended.")
    var year: String?

    @Option(help: "Only the consortia of this province, by its GB/T 2260 code, such as 430000.")
    var province: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let workspace = try shared.workspace()
        if let province, !RegionCode.isCode(province) {
            throw Failure(.configuration, "--province 应为 GB/T 2260 六位代码，如 430000，读到“\(province)”。")
        }
        let status = try workspace.status(year: year, province: province)
        writeLastRun(status.lastRun)
        Console.write("\n\(status.year)年度报送（截止 \(status.deadline)）：应报 \(status.reports.count) 家")
        for state in ReportRecord.State.allCases {
            Console.write("，\(state.title) \(status.reports.count { $0.state == state }) 家")
        }
        Console.write("\n")
        let late = status.reports.filter { $0.state != .onTime }
        if !late.isEmpty { writeTable(late, try workspace.installation.regionNames()) }
        for consortium in status.unjudged {
            Console.write("\(consortium.id) \(consortium.name)：\(consortium.kind.title)，尚无适用标准\n")
        }
        writeUnplaced(status)
        writeLedger(status)
    }

    /// What an authority has to say of whom it is.
    private func writeUnplaced(_ status: StatusReport) {
        guard !status.unassignedIncidents.isEmpty || !status.unplacedPolicies.isEmpty else { return }
        Console.write(
            "\n待指定（补报同一编号并写明联合体或地区后，即按情况判定）：事件 \(status.unassignedIncidents.count) 件，"
                + "政策文件 \(status.unplacedPolicies.count) 件\n")
        for unassigned in status.unassignedIncidents {
            let incident = unassigned.entry
            let words = [
                incident.occurredOn?.description ?? "日期不明", incident.domain?.title ?? "领域不明",
                incident.severity?.title ?? "程度不明", incident.status?.title ?? "核查状态不明",
            ]
            let found = incident.consortium.isEmpty ? "联合体没有写明" : "联合体“\(incident.consortium)”没有登记"
            Console.write(
                "  事件 \(incident.id)（\(words.joined(separator: "，"))）：\(found)；"
                    + "\(incident.source.file) \(incident.source.address)\n")
        }
        for unplaced in status.unplacedPolicies {
            let policy = unplaced.entry
            let found = policy.region.isEmpty ? "地区没有写明" : "地区“\(policy.region)”无法识别"
            Console.write(
                "  政策文件 \(policy.id)《\(policy.title)》：\(found)；\(policy.source.file) \(policy.source.address)\n")
        }
    }

    private func writeTable(_ records: [ReportRecord], _ regions: RegionNames) {
        var table = TerminalTable(columns: [
            .init("编号"), .init("名称", widest: 40), .init("省份"), .init("状态"), .init("收到"),
        ])
        for record in records {
            table.append([
                .init(record.consortium.id), .init(record.consortium.name),
                .init(regions[record.consortium.province]), .init(record.title),
                .init(record.receivedOn?.description ?? "—"),
            ])
        }
        Console.write(table.rendered(colour: Console.hasColour))
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

    private func writeLedger(_ status: StatusReport) {
        Console.write(
            "\n台账：已收 \(status.acceptedCount) 个文件，"
                + "\(status.observationCount) 个数据，隔离 \(status.quarantined.count) 个文件\n")
        for submission in status.quarantined {
            Console.write("  隔离 \(submission.file.path)：\(submission.reason ?? "")\n")
        }
        guard !status.findings.isEmpty else { return }
        Console.write("数据问题：\n")
        for count in status.findings { Console.write("  \(count.title) \(count.count) 条\n") }
    }
}
