import ArgumentParser
import Reports
import Standards
import UseCases

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Language.text(
            "解释某一条款的结果是怎样得出的：原文、规则、数值、出处和改变结果的条件。",
            "Show why a clause came out as it did: text, rule, values, cells, and what would change it."))

    @Argument(help: Language.help("联合体编号。", "The consortium's id."))
    var consortium: String

    @Argument(
        help: Language.help(
            "条款（如 16.3）或观测点（如 2.3.1）。", "The clause, such as 16.3, or an observation point, such as 2.3.1."))
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
