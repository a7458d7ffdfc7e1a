import ArgumentParser
import Standards
import UseCases

extension ReviewCommand {
    struct Appeal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "appeal",
            abstract: Language.text(
                "登记联合体对认定的申诉，由其秘书处的人提出。",
                "Record that a consortium appeals against a decision, by somebody of its secretariat."),
            discussion: Language.text(
                "申诉不改变结果；须在日历规定的期限内提出，由部级审定作出成立、不成立或豁免，即为答复。",
                """
                An appeal changes no outcome. It has to come within the days of the calendar; an approver answers it by \
                confirming, dismissing or waiving.
                """))

        @Argument(help: CaseArgument.help)
        var id: String

        @OptionGroup var decision: DecisionOptions
        @OptionGroup var shared: SharedOptions

        func validate() throws {
            if decision.evidence?.allSatisfy(\.isWhitespace) ?? true {
                throw ValidationError(Language.text("请用 --evidence 写明佐证材料。", "Name the evidence with --evidence."))
            }
        }

        func run() async throws { try await decision.record(.appeal, on: id, nil, shared) }
    }

    struct Execute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "execute",
            abstract: Language.text(
                "登记认定已经执行，案件即结案。", "Record that what was decided has been carried out, which closes the case."),
            discussion: Language.text(
                "建议取消资格的，须先登记状态变更（review transition），或加上 --revoke 一并登记（两人）。",
                """
                A recommendation to disqualify takes the transition first, or --revoke to record it along, by two people.
                """))

        @Argument(help: CaseArgument.help)
        var id: String

        @Option(help: Language.help("文号。", "The number of the document that says so."))
        var document: String

        @Flag(help: Language.help("一并登记取消资格，自今天起。", "Record the transition to revoked along, from today."))
        var revoke = false

        @Option(help: Language.help("认定人，须在人员名单里；两人写成“甲、乙”。", "Who decides, named in the list of people."))
        var by: String

        @Option(help: Language.help("理由。", "Why."))
        var ground: String

        @OptionGroup var signing: SigningOptions
        @OptionGroup var shared: SharedOptions

        func validate() throws {
            try RequiredText.check([("--by", by), ("--ground", ground), ("--document", document)])
        }

        func run() async throws {
            var draft = DecisionDraft(.execute, by: by, ground: ground)
            draft.evidence = document
            draft.identities = signing.identity
            DecisionOptions.tell(
                try await shared.workspace().execute(
                    id, draft, revoking: revoke, actors: signing.actors, progress: Console.progress))
        }
    }
}
