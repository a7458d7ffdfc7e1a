import ArgumentParser
import Assessment
import UseCases
import Reports
import Standards

struct AssessCommand: AsyncParsableCommand {
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

    func run() async throws {
        let installation = try shared.installation()
        let edition = try installation.edition(shared.edition)
        let year = try yearOption.value(of: edition)
        // The rules are compiled while the figures are read.
        async let compiled = installation.rules(of: edition)
        let read = Result {
            try shared.existingStore().assessmentInput(for: edition, asOf: try asOf.instant())
        }
        // What is wrong with the rules is told first.
        let assessor = Assessor(rules: try await compiled, year: year)
        let input = try read.get()
        if let consortium, !input.consortia.contains(where: { $0.id == consortium }) {
            throw Failure.unknownConsortium(consortium)
        }
        var gravest = ClauseOutcome.clear
        switch format {
        case .ndjson:
            let writer = NDJSONWriter(edition: edition)
            assessor.assess(input, only: consortium) {
                (lines: writer.lines(of: $0), gravest: $0.gravestOutcome)
            } take: {
                Console.write($0.lines)
                gravest = min(gravest, $0.gravest)
            }
        case .table:
            let assessments = assessor.assess(input, only: consortium)
            let table = VerdictTableText(edition: edition, regions: try installation.regionNames())
            Console.write(table.rendered(assessments, colour: Console.hasColour))
            gravest = assessments.map(\.gravestOutcome).min() ?? .clear
        }
        if let failOn, gravest <= failOn.outcome { throw ExitCode(ExitStatus.doneWithFindings.rawValue) }
    }
}

extension ConsortiumAssessment {
    fileprivate var gravestOutcome: ClauseOutcome { clauses.map(\.outcome).min() ?? .clear }
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
