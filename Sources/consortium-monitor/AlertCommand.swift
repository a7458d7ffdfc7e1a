import Alerts
import ArgumentParser
import Foundation
import UseCases

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Show who would be told what, and why; with --deliver, tell them.",
        discussion: "A repeated run sends nothing twice. Missing data never resolve an alert.")

    @Option(help: "The assessed year. Default: the last year that has ended.")
    var year: String?

    @Option(help: "The alerts configuration.")
    var config = "pipelines/alerts.yml"

    @Flag(help: "Send what is due, and log it.")
    var deliver = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let configuration = URL(filePath: config)
        guard deliver else {
            let plan = try await workspace.planAlerts(year: year, configuration: configuration)
            for planned in plan.notifications { Console.write(planned.line + "\n") }
            Console.write(plan.sentence + "\n")
            return
        }
        let (plan, results) = try await workspace.deliverAlerts(year: year, configuration: configuration)
        let failures = results.compactMap(\.failure)
        Console.write(plan.sentence + "\n")
        if !failures.isEmpty { throw Failure(.delivery, failures.joined(separator: "\n")) }
    }
}

extension PlannedNotification {
    /// `ministry ← C002 16.3 已触发：首次告警`
    fileprivate var line: String {
        let alert = state.alert
        return "\(receiver) ← \(alert.labels[.consortium]) \(alert.labels[.clause]) "
            + "\(alert.annotations.outcomeTitle)：\(explanation)"
    }
}
