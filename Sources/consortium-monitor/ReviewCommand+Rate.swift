import ArgumentParser
import Reports
import Standards
import UseCases

extension ReviewCommand {
    struct Rate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rate",
            abstract: Language.text(
                "评定申报阶段联合体的一个观测点；部级审定作出的为裁定。",
                "Rate an observation point of an applicant; of an approver it adjudicates."),
            discussion: Language.text(
                """
                两人各自评定，双方评完全部观测点以前互不知晓，评完即公布，此后不能再改；不一致的由第三人裁定。今年作出的评定计入上一年度。
                """,
                """
                Two people rate, neither knowing what the other says until both have rated every point; then both are \
                disclosed and stand. Where they disagree a third adjudicates. What is rated this year counts for the last.
                """))

        @Argument(help: Language.help("联合体编号，如 C032。", "The consortium, such as C032."))
        var consortium: String

        @Argument(help: Language.help("观测点，如 3.1。", "The point, such as 3.1."))
        var point: String

        @Argument(help: Language.help("符合、基本符合或不符合。", "met, partlyMet or notMet."))
        var grade: String

        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            var draft = RatingDraft(
                consortium: consortium, point: point, grade: grade, by: decision.by, ground: decision.ground)
            draft.evidence = decision.evidence
            draft.identities = decision.signing.identity
            let recorded = try await shared.workspace().rate(
                draft, actors: decision.signing.actors, progress: Console.progress)
            Console.write("已记录\(recorded)\n")
        }
    }
}

/// How applicants are rated, a row each.
struct RatingList {
    let lines: [RatingLine]
    let regions: RegionNames

    /// - Parameter evenIfEmpty: whether it is said that there is nothing.
    func write(as format: ListFormat, evenIfEmpty: Bool) {
        guard format == .csv || !lines.isEmpty else {
            if evenIfEmpty { Console.write("没有在评议的联合体。\n") }
            return
        }
        var table = TerminalTable(columns: [
            .init("联合体", widest: 30), .init("编号"), .init("省份"), .init("结论"), .init("评议进度", widest: 80),
        ])
        for line in lines {
            table.append([
                .init(line.consortium.name), .init(line.consortium.id), .init(regions[line.consortium.province]),
                .init(line.verdict), .init(line.progress),
            ])
        }
        switch format {
        case .csv: Console.write(forPrograms: table.csv)
        case .table:
            Console.write(table.rendered(colour: Console.hasColour, width: Console.tableWidth))
            Console.write("申报阶段的评议 \(lines.count) 家，看一家用 review show 编号。\n\n")
        }
    }
}
