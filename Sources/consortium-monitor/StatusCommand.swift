import Alerts
import ArgumentParser
import Assessment
import FEEL
import Foundation
import Reports
import Safekeeping
import Standards
import Store
import UseCases

struct StatusCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, prometheus
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: Language.text(
            "查看最近一次运行、各家报送情况和数据问题。", "Show the last run, who has reported, what is wrong with the data."))

    @Option(help: Language.help("报告年度。默认：最近一个已结束的年度。", "The reporting year. Default: the last year that has ended."))
    var year: String?

    @OptionGroup var provinceOption: ProvinceOption

    @Option(
        help: Language.help(
            "table 供人看，csv 供表格软件打开（各家报送情况），json 和 prometheus 供程序读。",
            "table for people, csv for spreadsheets (the reports), json and prometheus for programs."))
    var format = Format.table

    @Option(
        help: Language.help(
            "写到哪个文件，整份替换。默认：标准输出。", "The file to write, replaced whole. Default: standard output."))
    var out: String?

    @Option(
        name: .customLong("max-age"),
        help: Language.help(
            "最近一次成功的运行早于这一时长的，以状态 6 结束，如 26h、2d。",
            "End with status 6 where the last good run began longer ago, such as 26h or 2d."))
    var maxAge: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let workspace = try shared.workspace()
        let status = try workspace.status(year: year, province: try provinceOption.code())
        let regions = try workspace.installation.regionNames()
        let text =
            switch format {
            case .table:
                try rendered(status, regions, workspace.installation.edition(workspace.edition), workspace.installation)
            case .csv: table(status.reports, regions).csv
            case .json: try status.json(regions).escapedInJSON
            case .prometheus: status.prometheus
            }
        if let out {
            // Counts alone, and the collector that reads them is another user.
            try workspace.write(text, to: out, mode: format == .prometheus ? 0o644 : 0o600)
        } else {
            format == .table ? Console.write(text) : Console.write(forPrograms: text)
        }
        if let maxAge {
            guard let age = TimeInterval(span: maxAge) else {
                throw Failure(.configuration, "--max-age 应为时长，如 26h、2d，读到“\(maxAge)”。")
            }
            try workspace.checkAge(age, called: maxAge)
        }
    }

    private func rendered(
        _ status: StatusReport, _ regions: RegionNames, _ edition: Edition, _ installation: Installation
    ) throws -> String {
        let rated = try installation.ratedEditions(of: edition)
        var text = lastRun(status.lastRun, ([edition] + rated).flatMap(\.verdicts.rows))
        text += Language.text(
            "\n\(status.year)年度报送（\(status.deadline.inChinese)截止）：应报 \(status.reports.count) 家",
            "\nReports for \(status.year) (due \(status.deadline)): \(status.reports.count) expected")
        for state in ReportRecord.State.allCases {
            let count = status.reports.count { $0.state == state }
            text += Language.text("，\(state.title) \(count) 家", ", \(count) \(state.english)")
        }
        text += "\n"
        let late = status.reports.filter { $0.state != .onTime }
        if !late.isEmpty {
            text += table(late, regions).rendered(colour: Console.hasColour, width: Console.tableWidth)
        }
        for consortium in status.unjudged {
            text += "\(consortium.id) \(consortium.name)：\(consortium.kind.title)，尚无适用标准\n"
        }
        return text + documents(status, edition) + programme(status) + unplaced(status) + messages(status.messages)
            + ledger(status)
    }

    /// How the documents of the year stand, a line a kind; and that there is no verdict where the edition gives none.
    private func documents(_ status: StatusReport, _ edition: Edition) -> String {
        var text = ""
        for kind in edition.filings where kind.frequency == .year {
            let checks = status.filings.filter { $0.kind == kind }
            let counts = Dictionary(grouping: checks, by: \.title).mapValues(\.count)
            let told = ["按时", "迟报", "日期不明", "未报", "待报", "不适用"].compactMap { title in
                counts[title].map { "\(title) \($0) 家" }
            }
            text += "  \(kind.title)：\(told.joined(separator: "，"))"
            let agreed = checks.count { $0.agreement != nil }
            let open = checks.count(where: \.lacksAgreement)
            text += kind.agreement.isEmpty ? "\n" : "；省级审核同意 \(agreed) 家，已报而没有登记 \(open) 家\n"
        }
        if !text.isEmpty { text = "\n\(status.year)年度材料\n" + text }
        guard !edition.judges else { return text }
        return text + "《\(edition.title)》没有规定否定性指标和结论办法，只列监测情况，不作结论。\n"
    }

    /// How the programme stands: a line for what is asked of the whole, and of others for those who do not keep it.
    private func programme(_ status: StatusReport) -> String {
        let asked = status.programme.filter { $0.outcome != .notApplicable }
        guard !asked.isEmpty else { return "" }
        var text = Language.text("\n建设进度和名额\n", "\nProgress and quotas\n")
        var ids: [String] = []
        for result in asked where !ids.contains(result.check.id) { ids.append(result.check.id) }
        for id in ids {
            let own = asked.filter { $0.check.id == id }
            let open = own.filter { $0.outcome != .met }
            guard own[0].progress == nil else {
                for target in own {
                    text += "  \(target.title)　\(target.check.title)：\(target.outcome.title)，\(target.text.printable)\n"
                }
                continue
            }
            guard own[0].check.scope != .whole else {
                text += "  \(own[0].check.title)：\(own[0].outcome.title)，\(own[0].text.printable)\n"
                continue
            }
            let counts = ProgrammeOutcome.allCases.compactMap { outcome in
                own.count(outcome) == 0
                    ? nil
                    : "\(own[0].freshness == nil ? outcome.title : outcome.freshnessTitle) \(own.count(outcome))"
            }
            text += "  \(own[0].check.title)：\(counts.joined(separator: "，"))\n"
            for result in open where result.outcome == .notMet || result.freshness != nil && result.isDueForRenewal {
                text += "    \(result.title.printable)：\(result.text.printable)\n"
            }
        }
        return text
    }

    /// What an authority has to say of whom it is.
    private func unplaced(_ status: StatusReport) -> String {
        guard !status.unassignedIncidents.isEmpty || !status.unplacedPolicies.isEmpty else { return "" }
        let counts = (status.unassignedIncidents.count, status.unplacedPolicies.count)
        var text = Language.text(
            "\n待指定（补报同一编号并写明联合体或地区后，即按情况判定）：事件 \(counts.0) 件，政策文件 \(counts.1) 件\n",
            "\nTo be assigned (by a row of the same id that names a consortium or region): "
                + "\(counts.0) incidents, \(counts.1) policies\n")
        for unassigned in status.unassignedIncidents {
            let incident = unassigned.entry
            let words = [
                incident.occurredOn?.description ?? "日期不明", incident.domain?.title ?? "领域不明",
                incident.severity?.title ?? "程度不明", incident.status?.title ?? "核查状态不明",
            ]
            let found = incident.consortium.isEmpty ? "联合体没有写明" : "联合体“\(incident.consortium)”没有登记"
            text +=
                "  事件 \(incident.id)（\(words.joined(separator: "，"))）：\(found)；"
                + "\(incident.source.file) \(incident.source.address)\n"
        }
        for unplaced in status.unplacedPolicies {
            let policy = unplaced.entry
            let found = policy.region.isEmpty ? "地区没有写明" : "地区“\(policy.region)”无法识别"
            text +=
                "  政策文件 \(policy.id)《\(policy.title)》：\(found)；"
                + "\(policy.source.file) \(policy.source.address)\n"
        }
        return text
    }

    /// What waits to be sent and what was given up; of one province nobody asks that.
    private func messages(_ messages: StatusReport.Messages?) -> String {
        guard let messages else { return "" }
        var seeing = messages.waiting + messages.uncertain > 0 ? ["alert --outbox"] : []
        if messages.dead > 0 { seeing.append("alert --dead") }
        let chinese = seeing.isEmpty ? "" : "（见 \(seeing.joined(separator: "、"))）"
        let english = seeing.isEmpty ? "" : " (see \(seeing.joined(separator: ", ")))"
        return Language.text(
            "\n消息：待发 \(messages.waiting) 条，是否送达不明 \(messages.uncertain) 条，"
                + "不再重试 \(messages.dead) 条\(chinese)\n",
            "\nMessages: \(messages.waiting) waiting, \(messages.uncertain) of which nobody knows if they arrived, "
                + "\(messages.dead) given up\(english)\n")
    }

    private func table(_ records: [ReportRecord], _ regions: RegionNames) -> TerminalTable {
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
        return table
    }

    private func lastRun(_ run: RunRecord?, _ verdicts: [VerdictTable.Row]) -> String {
        guard let run else { return Language.text("还没有运行过流水线。\n", "No pipeline has run yet.\n") }
        var text = Language.text(
            "最近一次运行：第 \(run.id) 次，\(run.start.pipeline)，\(run.start.year)年度，\(run.status.title)\n",
            "Last run: no. \(run.id), \(run.start.pipeline), year \(run.start.year), \(run.status.rawValue)\n")
        text += Language.text(
            "  开始于\(ChinaTime.minute(run.start.startedAt))\n",
            "  began \(ChinaTime.timestamp(run.start.startedAt))\n")
        if let message = run.message { text += Language.text("  原因 \(message)\n", "  because \(message)\n") }
        for stage in run.stages {
            let counts = stage.counts.sorted { $0.key < $1.key }
            text += Language.text(
                "  \(StageTitles.stage(stage.name))："
                    + counts.map { "\(StageTitles.count($0.key, verdicts)) \($0.value)" }.joined(separator: "；") + "\n",
                "  \(stage.name): \(counts.map { "\($0.key) \($0.value)" }.joined(separator: ", "))\n")
        }
        return text
            + Language.text(
                "  标准 \(run.start.editionDigest.prefix(16))，规则 \(run.start.rulesDigest.prefix(16))\n",
                "  edition \(run.start.editionDigest.prefix(16)), rules \(run.start.rulesDigest.prefix(16))\n")
    }

    private func ledger(_ status: StatusReport) -> String {
        var text = Language.text(
            "\n台账：已收 \(status.acceptedCount) 个文件，\(status.observationCount) 个数据，隔离 \(status.quarantined.count) 个文件\n",
            "\nLedger: \(status.acceptedCount) files taken in, \(status.observationCount) figures, "
                + "\(status.quarantined.count) files in quarantine\n")
        for submission in status.quarantined {
            text += Language.text("  隔离 ", "  refused ") + "\(submission.file.path)：\(submission.reason ?? "")\n"
        }
        guard !status.findings.isEmpty else { return text }
        text += Language.text("数据问题：\n", "Findings:\n")
        for count in status.findings { text += "  \(count.title) \(count.count)\(Language.text(" 条", ""))\n" }
        return text
    }
}

extension ProgrammeResult {
    /// Whether what was published is no longer fresh, or soon will not be.
    fileprivate var isDueForRenewal: Bool { outcome == .behind || outcome == .pending }
}

extension ReportRecord.State {
    fileprivate var english: String {
        switch self {
        case .onTime: "on time"
        case .late: "late"
        case .partial: "in part"
        case .missing: "missing"
        }
    }
}
