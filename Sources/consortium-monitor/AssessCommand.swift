import ArgumentParser
import Assessment
import Foundation
import UseCases
import Reports
import Standards

struct AssessCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, ndjson
    }

    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: Language.text("按已收的数据评定各联合体某一年度的情况。", "Judge every consortium for a year by what is stored."))

    @Option(help: Language.help("年度，如 2025。与 --run 连用时可不填。", "The assessed year, such as 2025; not needed with --run."))
    var year: String?

    @Option(help: Language.help("只看这一家，其余仍作同类比较。", "Only this consortium; the others still count as its peers."))
    var consortium: String?

    @OptionGroup var provinceOption: ProvinceOption
    @OptionGroup var asOf: AsOfOption

    @Option(
        help: Language.help(
            "照第几次运行当时的数据和规则重算，次数见 status。",
            "Judge anew what a past run had, by its rules; status has the numbers of runs."))
    var run: Int?

    @Option(
        help: Language.help(
            "table 供人看，csv 供表格软件打开，ndjson 供程序读（一行一个对象）。",
            "table for people, csv for spreadsheets, ndjson for programs: an object a line.")
    )
    var format = Format.table

    @Option(
        name: .customLong("fail-on"),
        help: Language.help(
            "有这一程度的结果时以状态 1 结束。",
            "End with status 1 on an outcome as grave: triggered, suspected, undetermined or warning."))
    var failOn: OutcomeLevel?

    @Flag(
        help: Language.help(
            "ndjson 的各行另加 fragility：改变结果的最小的单项数据变动。",
            "ndjson lines also carry fragility: the smallest change of one figure that makes the outcome another."))
    var fragility = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard year != nil || run != nil else { throw ValidationError("请用 --year 写明年度，如 --year 2025。") }
        guard !fragility || format == .ndjson else { throw ValidationError("--fragility 要与 --format ndjson 一起用。") }
        guard run == nil || asOf.day == nil else {
            throw ValidationError("--run 和 --as-of 不能同时用：一次运行看到的是它收下的，一天所知的是到那天为止收到的。")
        }
    }

    func run() async throws {
        let workspace = try shared.workspace()
        let gravest: ClauseOutcome
        let province = try provinceOption.code()
        let weighing: FragilityScope = fragility ? .everything : .nothing
        switch format {
        case .ndjson:
            gravest =
                if let run {
                    try await workspace.assess(
                        asRun: run, year: year, only: consortium, province: province, weighing: weighing,
                        lines: Console.write)
                } else {
                    try await workspace.assess(
                        year: year, only: consortium, province: province, asOf: try asOf.instant(),
                        weighing: weighing, lines: Console.write)
                }
        case .table, .csv:
            let (summaries, edition) =
                if let run {
                    try await workspace.assess(asRun: run, year: year, only: consortium, province: province)
                } else {
                    try await workspace.assess(
                        year: year, only: consortium, province: province, asOf: try asOf.instant())
                }
            let table = VerdictTableText(edition: edition, regions: try workspace.installation.regionNames())
            if format == .csv {
                Console.write(forPrograms: table.csv(summaries))
            } else {
                Console.write(table.rendered(summaries, colour: Console.hasColour, width: Console.tableWidth))
            }
            gravest = summaries.map(\.gravestOutcome).min() ?? .clear
        }
        if let failOn, gravest <= failOn.outcome {
            throw Failure(.doneWithFindings, "有联合体的条款结果为“\(gravest.title)”（--fail-on \(failOn.rawValue)）。")
        }
    }
}

/// An outcome as `--fail-on` names it.
enum OutcomeLevel: String, ExpressibleByArgument, CaseIterable {
    case triggered, suspected, undetermined, warning

    var outcome: ClauseOutcome { ClauseOutcome(rawValue: rawValue) ?? .triggered }
}
