import ArgumentParser
import Safekeeping
import Store
import UseCases

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: Language.text(
            "防篡改日志：建立密钥，打印日志头，证明一条在日志里。", "The log that nobody changes unseen: its key, its heads, its proofs."),
        subcommands: [Head.self, Prove.self, Init.self])

    struct Head: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text("打印最近一个日志头。", "Print the head that was given out last."),
            discussion: Language.text(
                "检查点（C2SP tlog-checkpoint），有密钥的带签名。请存到本机以外，供 verify --head 核对。",
                "A C2SP tlog-checkpoint, signed where the log has a key. Keep it off this machine, for verify --head."))

        @OptionGroup var shared: SharedOptions

        func run() throws {
            let (head, unlogged) = try shared.workspace().logHead()
            Console.write(forPrograms: head.note)
            if SignedNote(head.note) == nil { Console.note("这个日志头没有签名。要签名的，请用 log init 建立密钥，写入流水线的 log。") }
            if unlogged > 0 { Console.note("另有 \(unlogged) 项尚未记入日志，下次运行（run）记入。") }
        }
    }

    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: Language.text(
                "证明一条在日志里，或一个单元格在报送里，不必出示其余数据。",
                "Prove that a leaf is in the log, or a cell in a submission, without showing the rest."),
            discussion: Language.text(
                "输出 JSON，格式见 docs/log.md；不成立的，以状态 5 结束。",
                "Prints JSON as docs/log.md says. Ends with status 5 where it does not hold."))

        @Argument(help: Language.help("哪一条，如 submission/12、determination/3。", "The leaf, such as submission/12."))
        var leaf: String

        @Option(help: Language.help("报送中的单元格，如 观测点!F31。", "A cell of the submission, such as Sheet1!F31."))
        var cell: String?

        @OptionGroup var shared: SharedOptions

        func run() throws {
            Console.write(forPrograms: try shared.workspace().logProof(of: leaf, cell: cell).json)
        }
    }

    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: Language.text("建立签日志头的密钥，打印公钥。", "Make the key that signs heads, and print its public half."),
            discussion: Language.text(
                "私钥（Ed25519，PEM，权限 600）请放在数据库和备份以外；公钥交给核对的人，供 verify --key 使用。",
                "Keep the private key (Ed25519, PEM, mode 600) apart from the database and its backups."))

        @Option(help: Language.help("写到哪个文件。", "The file to write."))
        var key: String

        @Option(
            help: Language.help(
                "日志的名称，如 example.gov.cn/consortium-monitor；与流水线 log 的 origin 一致。",
                "The name of the log, the same as origin of the pipeline's log."))
        var origin = LogSettings.unsigned.origin

        func run() throws {
            let made = try LogSettings.makeKey(at: key, origin: origin)
            Console.write("\(made.text)\n")
        }
    }
}
