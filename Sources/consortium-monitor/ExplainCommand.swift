import ArgumentParser
import Assessment
import FEEL
import UseCases
import Reports
import Standards

struct ExplainCommand: ParsableCommand {
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

    func run() throws {
        let rules = try shared.installation().rules(shared.edition)
        let year = try yearOption.value(of: rules.edition)
        let points = rules.edition.points.map(\.code)
        guard rules.edition.clause(clause) != nil || points.contains(clause) else {
            let codes = rules.edition.clauses.map(\.code)
            let nearest = NameSuggestion.nearest(to: clause, among: codes + points).map { "是不是“\($0)”？" } ?? ""
            throw Failure(
                .configuration, "标准里没有条款或观测点“\(clause)”。\(nearest)条款有：\(codes.joined(separator: "、"))。")
        }
        let input = try shared.existingStore().assessmentInput(for: rules.edition, asOf: try asOf.instant())
        guard let subject = input.consortia.first(where: { $0.id == consortium }),
            let explanation = Assessor(rules: rules, year: year).explanation(of: clause, for: consortium, input)
        else { throw Failure.unknownConsortium(consortium) }
        Console.write("\(subject.id) \(subject.name)  \(year)年度\n")
        Console.write(ExplanationText.rendered(explanation, colour: Console.hasColour))
    }
}
