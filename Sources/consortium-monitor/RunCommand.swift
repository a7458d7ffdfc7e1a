import Alerts
import ArgumentParser
import Foundation
import UseCases
import Reports
import Standards

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a pipeline: collect, assess, report, alert, under one lock.",
        discussion: "Safe to repeat and to kill: a run that is killed is made good by the next.")

    @Argument(help: "The pipeline file, such as pipelines/municipal-annual.yml.")
    var pipeline: String

    @Option(help: "The assessed year. Default: the last year that has ended.")
    var year: String?

    @Option(help: "Files and folders to collect in place of the pipeline's inbox.")
    var inbox: [String] = []

    @Option(help: "Where to write the pages in place of the pipeline's folder.")
    var reports: String?

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try shared.installation()
        let definition = try installation.pipeline(pipeline)
        let edition = try installation.edition(definition.edition)
        let now = try shared.instant()
        let run = AnnualRun(
            definition: definition, installation: installation, database: shared.databasePath,
            year: try year.map { try YearOption.read($0, edition) } ?? ReportingCalendar.yearDue(at: now), now: now,
            inbox: inbox.isEmpty ? nil : inbox, reports: reports)
        let result = try await run.run(progress: Progress(Progress.styleOfStandardError))

        let table = VerdictTableText(edition: edition, regions: try installation.regionNames())
        Console.write(table.rendered(result.assessments, colour: Console.hasColour))
        Console.write("\n\(result.plan.sentence)\n报告首页：\(result.overview.path)\n")
        for failure in result.deliveries.compactMap(\.failure) { Console.complain(failure) }
        if result.deliveries.contains(where: { $0.failure != nil }) { throw ExitCode(ExitStatus.delivery.rawValue) }
        if !result.collected.unreadable.isEmpty { throw ExitCode(ExitStatus.input.rawValue) }
    }
}
