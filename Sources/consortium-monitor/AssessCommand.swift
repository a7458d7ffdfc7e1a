import ArgumentParser
import Assessment
import Pipeline
import Reports
import Standards

struct AssessCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, ndjson
    }

    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Judge every consortium for a year by what is stored.")

    @OptionGroup var yearOption: YearOption

    @Option(help: "Only this consortium; the others still count as its peers.")
    var consortium: String?

    @OptionGroup var asOf: AsOfOption

    @Option(help: "table for people, ndjson for programs: an object a line.")
    var format = Format.table

    @Option(
        name: .customLong("fail-on"),
        help: "End with status 1 on an outcome as grave: triggered, suspected, undetermined or warning.")
    var failOn: OutcomeLevel?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let rules = try installation.rules(shared.standard)
        let year = try yearOption.value(of: rules.standard)
        let stage = AssessStage(rules: rules, store: try shared.existingStore())
        var assessments = try stage.assess(year, asOf: try asOf.instant())
        if let consortium {
            assessments = assessments.filter { $0.consortium.id == consortium }
            guard !assessments.isEmpty else { throw Failure.unknownConsortium(consortium) }
        }
        switch format {
        case .ndjson:
            NDJSONWriter(standard: rules.standard).write(assessments) { Console.write($0) }
        case .table:
            let table = VerdictTableText(standard: rules.standard, regions: try installation.regionNames())
            Console.write(table.rendered(assessments, colour: Console.hasColour))
        }
        if let failOn, assessments.contains(where: { $0.clauses.contains { $0.outcome <= failOn.outcome } }) {
            throw ExitCode(ExitStatus.doneWithFindings.rawValue)
        }
    }
}

/// An outcome as `--fail-on` names it.
enum OutcomeLevel: String, ExpressibleByArgument, CaseIterable {
    case triggered, suspected, undetermined, warning

    var outcome: ClauseOutcome { ClauseOutcome(rawValue: rawValue) ?? .triggered }
}

extension Failure {
    static func unknownConsortium(_ id: String) -> Failure {
        Failure(.configuration, "登记表里没有联合体“\(id)”。请用 status 查看已登记的编号。")
    }
}
