import ArgumentParser
import Standards
import Assessment
import Pipeline
import Reports

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why a clause came out as it did: text, rule, values, cells, and what would change it.")

    @Argument(help: "The consortium's id.")
    var consortium: String

    @Argument(help: "The clause, such as 16.3.")
    var clause: String

    @OptionGroup var yearOption: YearOption
    @OptionGroup var asOf: AsOfOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let rules = try shared.installation().rules(shared.standard)
        let year = try yearOption.value(of: rules.standard)
        guard rules.standard.clause(clause) != nil else {
            let codes = rules.standard.clauses.map(\.code).joined(separator: "、")
            throw Failure(.configuration, "标准里没有条款“\(clause)”。现有：\(codes)。")
        }
        let input = try AssessStage(rules: rules, store: try shared.existingStore()).input(asOf: try asOf.instant())
        let explanations = Assessor(rules: rules, year: year).explanations(
            input, consortium: consortium, clause: clause)
        guard let subject = input.consortia.first(where: { $0.id == consortium }),
            let explanation = explanations[consortium]?.first
        else { throw Failure.unknownConsortium(consortium) }
        Console.write("\(subject.id) \(subject.name)  \(year)年度\n")
        Console.write(ExplanationText.rendered(explanation, colour: Console.hasColour))
    }
}
