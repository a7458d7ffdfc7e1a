import ArgumentParser
import Standards
import UseCases

extension ReviewCommand {
    struct Transit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "transition",
            abstract: Language.text(
                "登记状态变更：培育、通过验收、取消资格（须两人），或者省级推荐的申报。",
                "Record a transition: cultivation, accepted, revoked (takes two people), or an application."))

        @Argument(help: Language.help("联合体编号，如 C032。", "The consortium, such as C032."))
        var consortium: String

        @Argument(help: Language.help("申报、培育、通过验收或取消资格。", "application, cultivation, accepted or revoked."))
        var standing: String

        @Option(help: Language.help("文号。", "The number of the document that says so."))
        var document: String

        @Option(help: Language.help("自哪一天起，如 2026-06-30。默认：今天。", "The day from which it holds. Default: today."))
        var on: String?

        @Option(help: Language.help("决定人，须在人员名单里；两人写成“甲、乙”。", "Who decides, named in the list of people."))
        var by: String

        @Option(help: Language.help("理由。", "Why."))
        var ground: String

        @OptionGroup var signing: SigningOptions
        @OptionGroup var shared: SharedOptions

        func validate() throws {
            try RequiredText.check([("--by", by), ("--ground", ground), ("--document", document)])
        }

        func run() throws {
            var draft = TransitionDraft(
                consortium: consortium, to: standing, by: by, ground: ground, document: document)
            draft.on = on
            draft.identities = signing.identity
            let recorded = try shared.workspace().transition(
                draft, actors: signing.actors, progress: Console.progress)
            Console.write("已记录：\(recorded)。\n")
        }
    }
}
