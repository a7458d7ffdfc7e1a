import Alerts
import ArgumentParser
import Collection
import Foundation
import Reports
import Standards
import UseCases

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: Language.text(
            "执行流水线：收数、评定、出报告、告警，同一时间只有一个在执行。", "Run a pipeline: collect, assess, report, alert, under one lock."),
        discussion: Language.text(
            "可以反复执行，随时可以中断；中断的由下一次补齐。", "Safe to repeat and to kill: a run that is killed is made good by the next."))

    @Argument(
        help: Language.help(
            "流水线文件，如 pipelines/municipal-annual.yml。", "The pipeline file, such as pipelines/municipal-annual.yml."))
    var pipeline: String

    @OptionGroup var yearOption: LastYearOption

    @Option(
        help: Language.help(
            "代替流水线收件目录的文件和文件夹，以谁的名义见 --as。",
            "Files and folders to collect in place of the pipeline's inbox, on whose word --as says."))
    var inbox: [String] = []

    @OptionGroup var origin: OriginOptions

    @Option(help: Language.help("报告写到哪个文件夹，代替流水线所写的。", "Where to write the pages in place of the pipeline's folder."))
    var reports: String?

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let workspace = try shared.workspace()
        let definition = try workspace.installation.pipeline(pipeline)
        if inbox.isEmpty { try origin.refuse(without: "--inbox") }
        let run = AnnualRun(
            definition: definition, workspace: workspace, year: yearOption.year,
            inbox: inbox.isEmpty ? nil : try origin.roots(inbox), reports: reports)
        let result = try await run.run(progress: Console.log)

        let table = VerdictTableText(
            edition: result.edition, regions: try workspace.installation.regionNames())
        Console.write(table.rendered(result.summaries, colour: Console.hasColour, width: Console.tableWidth))
        for consortium in result.unjudged.prefix(ListCap.rows) {
            Console.write("\(consortium.id) \(consortium.name)：\(consortium.kind.title)，尚无适用标准\n")
        }
        if let note = ListCap.note(of: result.unjudged.count, counted: "家", whole: " status --format json") {
            Console.write("\(note)\n")
        }
        let collected = result.collected
        for line in collected.notes.map({ "说明 \($0)" }) + collected.untakenLines { Console.write("\(line)\n") }
        Console.write("\n\(result.plan.sentence)\n")
        if !result.delivery.isPlain { Console.write("\(result.delivery.sentence)\n") }
        Console.write("报告首页：\(result.overview.path)\n")
        let failures = result.delivery.failures
        if let failure = result.pageFailure {
            throw Failure(failure.status, ([failure.message] + failures).joined(separator: "\n"))
        }
        if !failures.isEmpty { throw Failure(.delivery, failures.joined(separator: "\n")) }
        if let failure = collected.absenceFailure { throw failure }
    }
}
