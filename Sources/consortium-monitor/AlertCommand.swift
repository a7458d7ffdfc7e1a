import Alerts
import ArgumentParser
import Foundation
import Store
import UseCases

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: Language.text(
            "列出应当告知谁、告知什么和缘由；加 --deliver 才发送。", "Show who would be told what, and why; with --deliver, tell them."),
        discussion: Language.text(
            "重复执行不会重复发送；缺数据不解除告警。", "A repeated run sends nothing twice. Missing data never resolve an alert."))

    @OptionGroup var yearOption: LastYearOption

    @Option(
        help: Language.help(
            "告警配置文件。默认：pipelines/alerts.yml；发送时为各流水线的告警配置。",
            "The alerts configuration. Default: pipelines/alerts.yml; to deliver, those of all pipelines."))
    var config: String?

    @Flag(help: Language.help("发送应发的告警，并记录在案。", "Send what is due, and log it."))
    var deliver = false

    @Option(
        help: Language.help(
            "列出一条告警的经过：何时产生、变化、解除，何时告知了谁，没有告知的是什么缘由。",
            "Show what happened to one alert, who was told what, what was held back and why."))
    var history: String?

    @Flag(
        help: Language.help(
            "只列出应当告知谁、告知什么和缘由，不发送；不写选项时也是如此。", "Only show who would be told what, and why; so too without it."))
    var plan = false

    @Flag(help: Language.help("列出待发的消息。", "List the messages that wait to be sent."))
    var outbox = false

    @Flag(help: Language.help("列出不再重试的消息和缘由。", "List the messages that were given up, and why."))
    var dead = false

    @Flag(
        help: Language.help(
            "重新发送不再重试的和待重试的消息；后面可写编号，只发这些。",
            "Send again what was given up or waits; with numbers after it, only these."))
    var retry = false

    @Argument(help: Language.help("消息编号，用于 --retry。", "Numbers of messages, for --retry."))
    var messages: [Int] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard [plan, deliver, outbox, dead, retry].count(where: \.self) <= 1 else {
            throw ValidationError(
                Language.text(
                    "--plan、--deliver、--outbox、--dead、--retry 只能写一个。",
                    "Only one of --plan, --deliver, --outbox, --dead, --retry."))
        }
        guard messages.isEmpty || retry else {
            throw ValidationError(
                Language.text("消息编号只用于 --retry。", "Numbers of messages are for --retry only."))
        }
    }

    func run() async throws {
        let workspace = try shared.workspace()
        if let history { return try workspace.showAlertHistory(history) }
        let configuration = URL(filePath: config ?? "pipelines/alerts.yml")
        if outbox || dead {
            let messages = try workspace.outbox(dead: dead)
            for message in messages { Console.write(message.lines) }
            let kind = dead ? "不再重试" : "待发"
            Console.write(messages.isEmpty ? "没有\(kind)的消息\n" : "\(kind)的消息共 \(messages.count) 条\n")
        } else if retry {
            let report = try await workspace.retryMessages(
                messages.isEmpty ? nil : messages, configuration: config.map { URL(filePath: $0) })
            try tell(report)
        } else if deliver {
            let (plans, report) =
                config == nil
                ? try await workspace.deliverAlerts(year: yearOption.year)
                : try await workspace.deliverAlerts(year: yearOption.year, configuration: configuration)
            Console.write(plans.sentence + "\n")
            try tell(report)
        } else {
            let plan = try await workspace.planAlerts(year: yearOption.year, configuration: configuration)
            for planned in plan.notifications { Console.write(planned.line + "\n") }
            Console.write(plan.sentence + "\n")
            for note in try workspace.receiptNotes(configuration: configuration) { Console.write("\(note)\n") }
        }
    }

    private func tell(_ report: DeliveryReport) throws {
        Console.write(report.sentence + "\n")
        if !report.failures.isEmpty { throw Failure(.delivery, report.failures.joined(separator: "\n")) }
    }
}

extension PlannedNotification {
    /// `ministry ← C002 16.3 已触发：首次告警`
    fileprivate var line: String {
        let alert = state.alert
        let notes = alert.annotations
        let code = alert.labels[.clause]
        let whose = alert.labels[.consortium].isEmpty ? notes.consortiumName : alert.labels[.consortium]
        return "\(receiver) ← \(whose) \(code == Situation.verdict || state.isDuty ? notes.title : code) "
            + "\(alert.annotations.outcomeTitle)：\(explanation)"
    }
}
