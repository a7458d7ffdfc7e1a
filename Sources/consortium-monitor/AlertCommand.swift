import Alerts
import ArgumentParser
import Assessment
import Foundation
import UseCases
import Standards

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
        let installation = try shared.installation()
        let rules = try installation.rules(shared.edition)
        let now = try shared.instant()
        let year = try year.map { try YearOption.read($0, rules.edition) } ?? ReportingCalendar.yearDue(at: now)
        let configuration = try installation.alerts(URL(filePath: config), for: rules.edition)
        // Only a delivery writes.
        let lock = deliver ? try RunLock.making(folderOf: shared.databasePath) : nil
        defer { withExtendedLifetime(lock) {} }
        let store = deliver ? try shared.writableStore() : try shared.existingStore()
        let stage = AlertStage(
            store: store, configuration: configuration, regions: try installation.regionNames())
        let input = try store.assessmentInput(for: rules.edition)
        let plan = try stage.plan(Assessor(rules: rules, year: year).assess(input), now: now)
        guard deliver else {
            for planned in plan.notifications { Console.write(planned.line + "\n") }
            Console.write(plan.sentence + "\n")
            return
        }
        let results = try await stage.deliver(plan)
        for failure in results.compactMap(\.failure) { Console.complain(failure) }
        Console.write(plan.sentence + "\n")
        if results.contains(where: { $0.failure != nil }) { throw ExitCode(ExitStatus.delivery.rawValue) }
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
