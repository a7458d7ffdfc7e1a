import ArgumentParser
import UseCases

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Language.text("备份数据库和收下的文件，不影响他人使用。", "Copy the store and the files received while others use them."),
        discussion: Language.text(
            "数据库写到指定的文件，收下的文件写到同名加 .received 的目录，隔离的写到加 .quarantine 的目录；核验之后才替换旧的备份。",
            """
            The store goes to FILE, the files received to the folder FILE.received and those set aside to FILE.quarantine; \
            an older backup there is replaced once the new one is verified.
            """))

    @Argument(help: Language.help("写到哪个文件。", "The file to write."))
    var file: String

    @OptionGroup var archiveOption: ArchiveOption

    @OptionGroup var quarantineOption: QuarantineOption

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.workspace().backup(
            to: file, archive: archiveOption.archive, quarantine: quarantineOption.quarantine)
        Console.write("已备份到 \(file)，收到的文件在 \(file).received；备份已核验。\n")
    }
}
