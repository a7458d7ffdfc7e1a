import ArgumentParser
import Reports
import Standards
import UseCases

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why a clause came out as it did: text, rule, values, cells, and what would change it.")

    @Argument(help: "The consortium's id.")
    var consortium: String

    @Argument(help: "The clause, such as 16.3, or an observation point, such as 2.3.1.")
    var clause: String

    @OptionGroup var yearOption: YearOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let (subject, year, explanation) = try await shared.workspace().explain(
            clause, of: consortium, year: yearOption.year, asOf: try asOf.instant())
        Console.write("\(subject.id) \(subject.name)  \(year)年度\n")
        Console.write(ExplanationText.rendered(explanation, colour: Console.hasColour))
    }
}
