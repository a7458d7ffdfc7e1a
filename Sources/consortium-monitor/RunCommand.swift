import Alerts
import ArgumentParser
import Collection
import Foundation
import Reports
import Standards
import UseCases

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a pipeline: collect, assess, report, alert, under one lock.",
        discussion: "Safe to repeat and to kill: a run that is killed is made good by the next.")

    @Argument(help: "The pipeline file, such as pipelines/municipal-annual.yml.")
    var pipeline: String

    @Option(help: "The assessed year. Default: the last year that has ended.")
    var year: String?

    @Option(help: "Files and folders to collect in place of the pipeline's inbox, on whose word --as says.")
    var inbox: [String] = []

    @OptionGroup var origin: OriginOptions

    @Option(help: "Where to write the pages in place of the pipeline's folder.")
    var reports: String?

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let definition = try workspace.installation.pipeline(pipeline)
        if inbox.isEmpty { try origin.refuse(without: "--inbox") }
        let run = AnnualRun(
            definition: definition, workspace: workspace, year: year,
            inbox: inbox.isEmpty ? nil : try origin.roots(inbox), reports: reports)
        let result = try await run.run(progress: Console.progress)

        let table = VerdictTableText(
            edition: result.edition, regions: try workspace.installation.regionNames())
        Console.write(table.rendered(result.summaries, colour: Console.hasColour))
        for consortium in result.unjudged {
            Console.write("\(consortium.id) \(consortium.name)：\(consortium.kind.title)，尚无适用标准\n")
        }
        Console.write("\n\(result.plan.sentence)\n报告首页：\(result.overview.path)\n")
        let failures = result.deliveries.compactMap(\.failure)
        if !failures.isEmpty { throw Failure(.delivery, failures.joined(separator: "\n")) }
        if !result.collected.unreadable.isEmpty {
            throw Failure(.input, result.collected.unreadable.joined(separator: "\n"))
        }
    }
}
