import ArgumentParser
import UseCases

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Check files and write their receipts; store nothing.",
        discussion: """
            For a secretariat before sending, or for an operator who needs a receipt again. The receipt is the workbook \
            as it was sent, with each wrong cell coloured and noted, a summary sheet first, and a JSON beside it.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String]

    @OptionGroup var origin: OriginOptions

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: "The folder of the receipts. Default: receipts beside the database.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let summary = try shared.workspace().preview(
            try origin.roots(paths), receipts: output, progress: Progress(.silent))
        for receipt in summary.receipts { Console.write("\(receipt)\n") }
        Console.note(summary.sentence)
        if let failure = summary.inputFailure { throw failure }
    }
}
