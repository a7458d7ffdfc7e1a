import ArgumentParser
import Pipeline
import Store

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the store: rebuild every panel from the observations and compare.")

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let standard = try shared.installation().standard(shared.standard)
        let problems = try shared.existingStore().verify(standard: standard)
        for problem in problems { Console.write("\(problem.message)\n") }
        guard problems.isEmpty else {
            throw Failure(.input, "数据库有 \(problems.count) 处问题。请用最近的备份恢复，或重新 collect 原始文件。")
        }
        Console.write("数据库完好：所有数据与台账一致。\n")
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store to a file while others use it.")

    @Argument(help: "The file to write.")
    var file: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.existingStore().backup(to: file)
        Console.write("已备份到 \(file)\n")
    }
}
