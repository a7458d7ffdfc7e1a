import Alerts
import ArgumentParser
import Reports
import Standards
import UseCases

struct SilenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: Language.text("在一段时间内不发送某些告警。", "Keep some alerts quiet for a time."),
        discussion: Language.text(
            "告警照常产生和解除；静默期间发生并解除的，期满后各告知一行。",
            "Alerts begin and end all the same; those that did both meanwhile are told in a line each afterwards."),
        subcommands: [Add.self, List.self, Expire.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: Language.text("新增静默。", "Add a silence."))

        @Argument(
            help: Language.help(
                "匹配条件，须全部符合，如 'province=\"430000\"' 'severity=~\"warning|notice\"'。",
                "What an alert has to meet, all of it, such as 'province=\"430000\"'."))
        var matchers: [String]

        @Option(help: Language.help("到哪一天为止，含当日，如 2026-06-30。", "The last day of it, such as 2026-06-30."))
        var until: String

        @OptionGroup var person: PersonOptions
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let silence = try shared.workspace().addSilence(
                matchers, until: try DayOption.end(of: until, "--until"), by: person.by, comment: person.comment,
                actors: person.signing.actors, identities: person.signing.identity)
            Console.write("已静默：\(silence.id)，至\(ChinaTime.minute(silence.until))。\n")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: Language.text("列出静默。", "List silences."))

        @Flag(help: Language.help("连同已结束的。", "Those that are over, too."))
        var all = false

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let workspace = try shared.workspace()
            let lines = try workspace.silences(includingPast: all)
            guard !lines.isEmpty else { return Console.write("没有静默。\n") }
            var table = TerminalTable(columns: [
                .init("编号"), .init("状态"), .init("条件", widest: 60), .init("至"), .init("办理人"), .init("说明", widest: 40),
            ])
            for line in lines {
                let silence = line.silence
                let state = line.expired.map { "\($0.by)于\(ChinaTime.minute($0.at))结束" }
                table.append([
                    .init(silence.id), .init(state ?? (line.isActive(at: workspace.now) ? "静默中" : "已结束")),
                    .init(silence.matchers.map(\.description).joined(separator: " ")),
                    .init(ChinaTime.minute(silence.until)), .init(silence.by), .init(silence.comment),
                ])
            }
            Console.write(table.rendered(colour: Console.hasColour, width: Console.tableWidth))
        }
    }

    struct Expire: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "expire", abstract: Language.text("提前结束静默。", "End a silence before its time."))

        @Argument(help: Language.help("静默的编号，如 S1。", "The silence's id, such as S1."))
        var id: String

        @Option(help: Language.help("办理人，须在人员名单里。", "The person who does it, named in the list of people."))
        var by: String

        @OptionGroup var signing: SigningOptions
        @OptionGroup var shared: SharedOptions

        func run() throws {
            try shared.workspace().expireSilence(
                id, by: by, actors: signing.actors, identities: signing.identity)
            Console.write("已结束：\(id)。\n")
        }
    }
}
