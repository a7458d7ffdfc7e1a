import Alerts
import ArgumentParser
import Foundation
import UseCases

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: Language.text(
            "列出应当告知谁、告知什么和缘由；加 --deliver 才发送。", "Show who would be told what, and why; with --deliver, tell them."),
        discussion: Language.text(
            "重复执行不会重复发送；缺数据不解除告警。", "A repeated run sends nothing twice. Missing data never resolve an alert."))

    @OptionGroup var yearOption: LastYearOption

    @Option(help: Language.help("告警配置文件。", "The alerts configuration."))
    var config = "pipelines/alerts.yml"

    @Flag(help: Language.help("发送应发的告警，并记录在案。", "Send what is due, and log it."))
    var deliver = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let configuration = URL(filePath: config)
        guard deliver else {
            let plan = try await workspace.planAlerts(year: yearOption.year, configuration: configuration)
            for planned in plan.notifications { Console.write(planned.line + "\n") }
            Console.write(plan.sentence + "\n")
            return
        }
        let (plan, results) = try await workspace.deliverAlerts(year: yearOption.year, configuration: configuration)
        let failures = results.compactMap(\.failure)
        Console.write(plan.sentence + "\n")
        if !failures.isEmpty { throw Failure(.delivery, failures.joined(separator: "\n")) }
    }
}

extension PlannedNotification {
    /// `ministry ← C002 16.3 已触发：首次告警`
    fileprivate var line: String {
        let alert = state.alert
        let code = alert.labels[.clause]
        return
            "\(receiver) ← \(alert.labels[.consortium]) \(code == Situation.verdict ? alert.annotations.title : code) "
            + "\(alert.annotations.outcomeTitle)：\(explanation)"
    }
}
