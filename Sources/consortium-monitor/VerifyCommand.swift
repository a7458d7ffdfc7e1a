import ArgumentParser
import Store
import UseCases

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Language.text(
            "核对数据库的结构、每一行数据和收到的文件。",
            "Check the store: its schema, every row against what was read, every panel; and the files received."),
        discussion: Language.text(
            "存档的文件会重读一遍，与数据逐行比对。与收到时不同、缺少、或不在台账的，以状态 5 结束。",
            """
            Files that are kept are read once more and compared with the rows. Ends with status 5 where anything is not as \
            it was received, is missing, or is there and not in the ledger.
            """))

    @Option(
        help: Language.help(
            "离开过本机的日志头：检查点，或回执、档案页、封面上的一行。可写多个。",
            "A head that left this machine: a checkpoint, or the line of a receipt, page or cover. May be repeated."))
    var head: [String] = []

    @Option(help: Language.help("日志的公钥，log init 所打印的。", "The public key of the log, as log init printed it."))
    var key: String?

    @OptionGroup var archiveOption: ArchiveOption

    @OptionGroup var quarantineOption: QuarantineOption

    @OptionGroup var shared: SharedOptions

    /// Lines that are printed of one sort.
    private static let listed = 50

    func run() throws {
        let found = try shared.workspace().verify(
            archive: archiveOption.archive, quarantine: quarantineOption.quarantine,
            witness: Workspace.witness(heads: head, key: key))
        list(found.problems)
        guard found.problems.isEmpty else {
            throw Failure(.check, "数据库有 \(found.problems.count) 处问题。请用最近的备份恢复（restore），或重新 collect 原始文件。")
        }
        Console.write("数据库完好：所有数据与台账一致。\n")
        let archive = report(on: found.archive, in: "存档", what: "收下", option: "--archive")
        let quarantine = report(on: found.quarantine, in: "隔离", what: "隔离", option: "--quarantine")
        let problems = archive + quarantine
        guard problems.isEmpty else { throw Failure(.check, problems.joined(separator: "；") + "。") }
        let (kept, setAside) = (found.archive.count, found.quarantine.count)
        Console.write("存档：收下的 \(kept) 个文件，\(kept) 个核对无误。\n")
        if setAside > 0 { Console.write("隔离：没有收下的 \(setAside) 个文件，\(setAside) 个核对无误。\n") }
        Console.write(try logSentence() + "\n")
        list(found.notes)
    }

    /// What the log proves, and what it cannot.
    private func logSentence() throws -> String {
        guard let last = try shared.workspace().existingStore().lastLogHead() else {
            return head.isEmpty ? "日志：还没有日志头，第一次运行（run）后才有。" : "日志：与给出的日志头一致。"
        }
        if head.isEmpty {
            return "日志：\(last.size) 条，与库里的数据和历次日志头一致。没有用 --head 给出离开过本机的日志头，"
                + "不能证明数据库没有被整个重做：能改数据库的人，也能重做日志。"
        }
        return "日志：\(last.size) 条，与库里的数据、历次日志头和给出的 \(head.count) 个日志头一致。"
    }

    /// Lists what is not as it should be in a folder.
    /// - Returns: what is to be done about it.
    private func report(
        on check: KeptFilesCheck, in place: String, what: String, option: String
    ) -> [String] {
        list(check.damaged.map { "\(place)文件 \($0) 与收到时不同" })
        list(check.missing.map { "\(place)缺少 \($0)" })
        list(check.unknown.map { "\(place)文件 \($0) 不在台账" })
        list(check.spoilt.map { "\(place)文件 \($0) 与收到时不同，完好的一份在旁边；可以删除" })
        list(check.interrupted.map { "\(place)文件 \($0) 尚未入库：收数中断，下次 collect 时补上" })
        return [
            check.damaged.isEmpty
                ? nil : "有 \(check.damaged.count) 个\(place)文件与台账的 SHA-256 不符，请从备份取回，或请报送单位重发",
            check.missing.isEmpty
                ? nil
                : "\(check.missing.count) 个\(what)的文件不在\(place)目录，请从备份取回；\(place)在别处的，请用 \(option) 指明",
            check.unknown.isEmpty
                ? nil
                : "\(check.unknown.count) 个\(place)文件不在台账，数据库可能缺了后来的报送，请用最近的备份恢复或重新 collect 这些文件",
        ].compactMap(\.self)
    }

    private func list(_ lines: [String]) {
        for line in lines.prefix(Self.listed) { Console.write("\(line)\n") }
        if lines.count > Self.listed { Console.write("…… 共 \(lines.count) 条\n") }
    }
}
