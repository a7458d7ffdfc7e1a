import ArgumentParser
import Foundation
import UseCases
import Store

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Check files and write their receipts; store nothing.",
        discussion: """
            For a secretariat before sending, or for an operator who needs a receipt again. The receipt is the workbook \
            as it was sent, with each wrong cell coloured and noted, a summary sheet first, and a JSON beside it.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: "The folder of the receipts. Default: receipts beside the database.")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let edition = try installation.edition(shared.edition)
        let folder = output.map { URL(filePath: $0) } ?? ReceiptFolder.beside(shared.databasePath)
        let copy = try Scratch.copy(of: shared.databasePath)
        defer { Scratch.remove(copy) }
        let quarantine = URL(filePath: copy).deletingLastPathComponent().appending(path: "quarantine")
        let stage = CollectStage(
            edition: edition, regions: try installation.regions(),
            crosswalks: try installation.crosswalks(for: edition), store: try Store(path: copy),
            quarantine: Quarantine(folder: quarantine), archive: nil,
            receipts: ReceiptFolder(folder: folder, isTrial: true), now: try shared.instant())
        let summary = try stage.run(paths, progress: Progress(.silent))
        for receipt in summary.receipts { Console.write("\(receipt)\n") }
        for path in summary.unreadable { Console.complain(path) }
        Console.note(summary.sentence)
        if !summary.unreadable.isEmpty { throw ExitCode(ExitStatus.input.rawValue) }
    }
}
