import ArgumentParser
import Assessment
import Foundation
import UseCases
import Standards

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the HTML overview and a page a consortium.")

    @OptionGroup var yearOption: YearOption

    @Option(help: "The folder to write to.")
    var out: String

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let rules = try installation.rules(shared.edition)
        let year = try yearOption.value(of: rules.edition)
        let store = try shared.existingStore()
        let instant = try asOf.instant()
        let input = try store.assessmentInput(for: rules.edition, asOf: instant)
        let stage = ReportStage(
            rules: rules, store: store, regions: try installation.regionNames(), calendar: .usual)
        let overview = try stage.write(
            Assessor(rules: rules, year: year).assess(input), input: input, year: year, asOf: instant,
            to: URL(filePath: out, directoryHint: .isDirectory), now: try shared.instant())
        Console.write("\(overview.path)\n")
    }
}
