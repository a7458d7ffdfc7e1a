import ArgumentParser
import UseCases

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Language.text("把备份恢复到空的位置。", "Put a backup, with the files received, into an empty place."))

    @Argument(help: Language.help("backup 写出的文件。", "The file that backup wrote."))
    var file: String

    @Option(
        help: Language.help(
            "收下的文件的存放位置。默认：数据库旁的 received。",
            "Where files that were taken in are to be kept. Default: received beside the database."))
    var archive: String?

    @OptionGroup var quarantineOption: QuarantineOption

    @Flag(
        help: Language.help(
            "现有数据改名移到一旁（以 .replaced-1 结尾），不因已有数据而停止。",
            "Move what is there aside, to names that end in .replaced-1, in place of refusing."))
    var replace = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let workspace = try shared.workspace()
        let moved = try workspace.restore(
            from: file, archive: archive, quarantine: quarantineOption.quarantine, replacing: replace)
        for place in moved { Console.write("原有数据移到 \(place)\n") }
        Console.write("已从 \(file) 恢复到 \(workspace.database)，并已核验。\n")
    }
}
