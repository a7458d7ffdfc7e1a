import ArgumentParser
import UseCases

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Language.text(
            "核对数据库：由原始数据重算并比对，并核对收到的文件。",
            "Check the store: rebuild every panel from the observations and compare; and the files received."))

    @Option(
        help: Language.help(
            "收下的文件放在哪里。默认：数据库旁的 received。",
            "Where files that were taken in are kept. Default: received beside the database."))
    var archive: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let found = try shared.workspace().verify(archive: archive)
        for problem in found.problems { Console.write("\(problem)\n") }
        guard found.problems.isEmpty else {
            throw Failure(.check, "数据库有 \(found.problems.count) 处问题。请用最近的备份恢复，或重新 collect 原始文件。")
        }
        Console.write("数据库完好：所有数据与台账一致。\n")
        let check = found.archive
        for path in check.damaged { Console.write("存档文件 \(path) 与收到时不同\n") }
        guard check.damaged.isEmpty else {
            throw Failure(.check, "有 \(check.damaged.count) 个存档文件与台账的 SHA-256 不符。请从备份取回，或请报送单位重发。")
        }
        let missing = check.missing > 0 ? "，\(check.missing) 个不在存档目录" : ""
        Console.write("存档：收下的 \(check.count) 个文件，\(check.count - check.missing) 个核对无误\(missing)。\n")
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Language.text("备份数据库，不影响他人使用。", "Copy the store to a file while others use it."))

    @Argument(help: Language.help("写到哪个文件。", "The file to write."))
    var file: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.workspace().backup(to: file)
        Console.write("已备份到 \(file)\n")
    }
}
