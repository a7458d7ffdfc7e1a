import ArgumentParser
import UseCases

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: Language.text("预检文件，出具回执，不入库。", "Check files and write their receipts; store nothing."),
        discussion: Language.text(
            """
            供秘书处报送前自查，或重新出具回执。回执即所报工作簿，首页为汇总，有问题的单元格着色并加批注，另附一份 JSON。
            """,
            """
            For a secretariat before sending, or for an operator who needs a receipt again. The receipt is the workbook \
            as it was sent, with each wrong cell coloured and noted, a summary sheet first, and a JSON beside it.
            """))

    @Argument(help: Language.help("文件和文件夹。", "Files and folders."))
    var paths: [String]

    @OptionGroup var origin: OriginOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: Language.help(
            "回执的存放文件夹。默认：数据库旁的 receipts。", "The folder of the receipts. Default: receipts beside the database."))
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let summary = try shared.workspace().preview(
            try origin.roots(paths), receipts: output, progress: Progress(.silent))
        for receipt in summary.receipts { Console.write("\(receipt)\n") }
        for note in summary.notes { Console.write("说明 \(note)\n") }
        for line in summary.untakenLines { Console.write("\(line)\n") }
        Console.write("\(summary.sentence)\n")
        if let failure = summary.inputFailure { throw failure }
    }
}
