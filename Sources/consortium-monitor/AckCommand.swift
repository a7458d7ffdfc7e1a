import ArgumentParser
import Alerts
import UseCases
import Standards

struct AckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: Language.text(
            "确认一条告警：有人在办，暂不再提醒。", "Acknowledge an alert: somebody deals with it, no more reminders."),
        discussion: Language.text(
            "告警的内容有变化，或过了 --until 的日期，确认即失效。", "It ends when the alert changes, and when the date of --until passes."))

    @Argument(
        help: Language.help(
            "告警的编号，如 municipal-consortium-trial/C001/16.3/2025。",
            "The alert's id, such as municipal-consortium-trial/C001/16.3/2025."))
    var id: String

    @OptionGroup var person: PersonOptions

    @Option(help: Language.help("到哪一天为止，含当日，如 2026-06-30。", "The last day of it, such as 2026-06-30."))
    var until: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let state = try shared.workspace().acknowledge(
            id, by: person.by, until: try until.map { try DayOption.end(of: $0, "--until") }, comment: person.comment,
            actors: person.signing.actors, identities: person.signing.identity)
        let notes = state.alert.annotations
        Console.write("已确认：\(state.id)（\(notes.consortiumName) \(notes.title)，\(notes.outcomeTitle)）。\n")
    }
}
