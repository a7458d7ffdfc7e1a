import ArgumentParser
import Assessment
import FEEL
import Reports
import Review
import Standards
import UseCases

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: Language.text("案件和认定。", "Cases, and what people decide on them."),
        discussion: Language.text(
            """
            程序只提出建议，由人员名单（pipelines/actors.yml）里的人认定。谁可以认定什么，按职责、地区、任期和回避核对；豁免须两人，\
            写成“甲、乙”。认定不删除；有误的另作撤销认定。联合体不服认定的可以申诉，由部级审定答复；办完的登记执行，即结案。
            """,
            """
            The program recommends; people named in pipelines/actors.yml decide. Role, region, term and recusal are checked; \
            a waiver takes two people. Nothing is deleted: a wrong decision is withdrawn by a new one. A consortium may \
            appeal, which an approver answers; what is carried out is put on record and closes the case.
            """),
        subcommands: [
            List.self, Show.self, Confirm.self, Dismiss.self, Waive.self, AcceptPlanChange.self, Withdraw.self,
            Appeal.self, Execute.self, Rate.self, Transit.self, Sheet.self, Sign.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: Language.text("列出案件。", "List the cases."))

        @OptionGroup var yearOption: LastYearOption
        @OptionGroup var provinceOption: ProvinceOption

        @Option(help: Language.help("只看这一联合体。", "Only this consortium's."))
        var consortium: String?

        @Option(help: Language.help("只看这一条款，如 16.5。", "Only this clause's, such as 16.5."))
        var clause: String?

        @Flag(help: Language.help("连同已结案的。", "Those that are closed, too."))
        var all = false

        @Flag(help: Language.help("只列申报阶段的评议。", "Only how applicants are rated."))
        var ratings = false

        @Option(help: Language.help("table 供人看，csv 供表格软件打开。", "table for people, csv for spreadsheets."))
        var format = ListFormat.table

        @Option(
            help: Language.help(
                "number 按联合体和条款，fragility 按改变结果的最小变动，小的在前。",
                "number: by consortium and clause; fragility: by the smallest change that makes the outcome another."))
        var sort = CaseOrder.number

        @OptionGroup var shared: SharedOptions

        func run() async throws {
            var filter = CaseFilter()
            filter.consortium = consortium
            filter.province = try provinceOption.code()
            filter.clause = clause
            filter.includesClosed = all
            let workspace = try shared.workspace()
            if ratings || (format == .table && clause == nil) {
                let rated = try await workspace.ratings(
                    year: yearOption.year, of: consortium, province: filter.province)
                RatingList(lines: rated, regions: try workspace.installation.regionNames())
                    .write(as: format, evenIfEmpty: ratings)
            }
            guard !ratings else { return }
            let agenda = sort == .fragility ? try await workspace.agenda(year: yearOption.year, filter) : nil
            let cases =
                if let agenda { agenda.map(\.found) } else {
                    try await workspace.cases(year: yearOption.year, filter)
                }
            guard format == .csv || !cases.isEmpty else { return Console.write("没有案件。\n") }
            let table = try table(
                cases, workspace.installation.regionNames(), fragility: agenda?.map { $0.fragility?.text ?? "" })
            switch format {
            case .csv: Console.write(forPrograms: table.csv)
            case .table:
                Console.write(table.rendered(colour: Console.hasColour, width: Console.tableWidth))
                let counts = Case.State.allCases.map { state in (state, cases.count { $0.state == state }) }
                Console.write(
                    "共 \(cases.count) 件："
                        + counts.filter { $0.1 > 0 }.map { "\($0.0.title) \($0.1) 件" }.joined(separator: "，")
                        + "。\n")
            }
        }

        /// - Parameter fragility: a text a case, where the list is to tell of it.
        private func table(_ cases: [Case], _ regions: RegionNames, fragility: [String]?) -> TerminalTable {
            let change: [TerminalTable.Column] = fragility == nil ? [] : [.init("最小变动", widest: 80)]
            var table = TerminalTable(
                columns: [
                    .init("案件"), .init("联合体", widest: 30), .init("省份"), .init("状态"), .init("期限"), .init("结果"),
                    .init("事由", widest: 80),
                ] + change)
            for (place, found) in cases.enumerated() {
                let name = found.id.split(separator: "/").suffix(3).joined(separator: "/")
                let outcome = found.outcome.title + (found.isProvisional ? "（暂定）" : "")
                let cells: [TerminalTable.Cell] = [
                    .init(name), .init(found.consortium.name), .init(regions[found.consortium.province]),
                    .init(found.stateText), .init(found.due?.description ?? ""), .init(outcome),
                    .init(found.text.isEmpty ? "以前年度触发，尚未处理" : found.text),
                ]
                table.append(cells + (fragility.map { [.init($0[place])] } ?? []))
            }
            return table
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: Language.text(
                "看一个案件：结果是怎样得出的，谁作过什么认定，可以作什么认定；写联合体编号的，看申报阶段的评议。",
                "Show a case: how its outcome came about, who said what, what can be said; of a consortium, its rating."
            ))

        @Argument(help: CaseArgument.help)
        var id: String

        @Option(help: Language.help("评议的年度。默认：最近一个报送年度。", "The year of the rating. Default: the last one due."))
        var year: String?

        @OptionGroup var shared: SharedOptions

        func run() async throws {
            if !id.contains("/"), id.contains(where: { !$0.isWhitespace }) {
                return Console.write(RatingText.rendered(try await shared.workspace().ratingFile(of: id, year: year)))
            }
            let file = try await shared.workspace().caseFile(id)
            Console.write(CaseText.rendered(file, colour: Console.hasColour))
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: Language.text("认定成立。", "Find the suspicion true."))

        @Argument(help: CaseArgument.help)
        var id: String

        @OptionGroup var subject: SubjectOption
        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws { try await decision.record(.confirm, on: id, subject.subject, shared) }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "dismiss", abstract: Language.text("认定不成立。", "Find the suspicion untrue."))

        @Argument(help: CaseArgument.help)
        var id: String

        @OptionGroup var subject: SubjectOption
        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws { try await decision.record(.dismiss, on: id, subject.subject, shared) }
    }

    struct Waive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "waive", abstract: Language.text("豁免已触发的条款，须两人。", "Waive a trigger; takes two people."))

        @Argument(help: CaseArgument.help)
        var id: String

        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws { try await decision.record(.waive, on: id, nil, shared) }
    }

    struct AcceptPlanChange: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept-plan-change",
            abstract: Language.text("同意调整某项经费的年度计划。", "Accept a lower plan of a fund."))

        @Argument(help: CaseArgument.help)
        var id: String

        @Option(help: Language.help("经费类别：专项（special）或 日常（daily）。", "The fund: special or daily."))
        var fund: String

        @Option(help: Language.help("调整后的年度计划，万元。", "The plan of the year as it is accepted, in units of 10,000 yuan."))
        var amount: String

        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            var draft = decision.draft(.acceptPlanChange)
            draft.fund = ["special": "专项", "daily": "日常"][fund] ?? fund
            draft.amount = amount
            try await decision.record(draft, on: id, shared)
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: Language.text("撤销一项认定。", "Withdraw a decision."))

        @Argument(help: Language.help("认定编号，见 review show。", "The decision's id; see review show."))
        var id: String

        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            let recorded = try await shared.workspace().withdraw(
                id, by: decision.by, ground: decision.ground, identities: decision.signing.identity,
                actors: decision.signing.actors,
                progress: Console.progress)
            decision.tell(recorded)
        }
    }
}

/// Formats of a list.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv
}

enum CaseArgument {
    static let help = Language.help(
        "案件，如 C001/16.5/2025 或 municipal-consortium-trial/C001/16.5/2025。",
        "The case, such as C001/16.5/2025 or municipal-consortium-trial/C001/16.5/2025.")
}

/// The one incident or signal that a decision is about.
struct SubjectOption: ParsableArguments {
    @Option(
        help: Language.help(
            "只认定这一事件或数据疑点，写其编号；对各年度都算。默认：条款和年度本身。",
            "Only this incident or signal, by its id, for every year. Default: the clause and year as such."))
    var subject: String?
}

/// Who decides, why, and by what list of people.
struct DecisionOptions: ParsableArguments {
    @Option(help: Language.help("认定人，须在人员名单里；两人写成“甲、乙”。", "Who decides, named in the list of people."))
    var by: String

    @Option(help: Language.help("理由。", "Why."))
    var ground: String

    @Option(help: Language.help("佐证材料的文件名。", "The name of the evidence."))
    var evidence: String?

    @OptionGroup var signing: SigningOptions

    func validate() throws {
        try RequiredText.check([("--by", by), ("--ground", ground)])
    }

    func draft(_ decision: DeterminationDecision) -> DecisionDraft {
        var draft = DecisionDraft(decision, by: by, ground: ground)
        draft.evidence = evidence
        draft.identities = signing.identity
        return draft
    }

    func record(
        _ decision: DeterminationDecision, on id: String, _ subject: String?, _ shared: SharedOptions
    ) async throws {
        var draft = draft(decision)
        draft.subject = subject
        try await record(draft, on: id, shared)
    }

    func record(_ draft: DecisionDraft, on id: String, _ shared: SharedOptions) async throws {
        tell(try await shared.workspace().decide(id, draft, actors: signing.actors, progress: Console.progress))
    }

    func tell(_ recorded: RecordedDecision) { Self.tell(recorded) }

    static func tell(_ recorded: RecordedDecision) {
        let change =
            recorded.before == recorded.after ? "结果仍为\(recorded.after)" : "结果由\(recorded.before)变为\(recorded.after)"
        Console.write("已记录，认定编号 \(recorded.id)。\(change)。\n\(recorded.verdict)\n")
    }
}

/// The orders of `review list --sort`.
enum CaseOrder: String, ExpressibleByArgument, CaseIterable {
    case number, fragility
}
