import ArgumentParser
import Collection
import Foundation
import UseCases
import Standards
import Store

struct CollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "Take in files and folders: read, check and store them.",
        discussion: """
            Files are known by their header rows, in Chinese or English, whatever they are called. The same bytes twice \
            change nothing; a corrected file is a new revision; a file that cannot be read goes to quarantine with the \
            reason, and the others go on.
            """)

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Flag(name: .customLong("dry-run"), help: "Only say what is wrong; store nothing.")
    var isDryRun = false

    @Option(help: "Where files that cannot be taken in are kept.")
    var quarantine: String?

    @Option(help: "Where files that were taken in are kept. Default: received beside the database.")
    var archive: String?

    @Option(help: "Where receipts are written. Default: receipts beside the database.")
    var receipts: String?

    @Option(
        name: .customLong("fail-on"),
        help: "End with status 1 when there are findings of this level: warning or error.")
    var failOn: FindingLevel?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let installation = try shared.installation()
        let edition = try installation.edition(shared.edition)
        let regions = try installation.regions()
        let progress = Progress(Progress.styleOfStandardError)
        // A dry run stores into a copy that nobody keeps.
        let path = isDryRun ? try Scratch.copy(of: shared.databasePath) : shared.databasePath
        defer { if isDryRun { Scratch.remove(path) } }
        let lock = try RunLock.making(folderOf: path)
        defer { withExtendedLifetime(lock) {} }
        let store = try Store(path: path)
        let beside = URL(filePath: path).deletingLastPathComponent().appending(path: "quarantine")
        let stage = CollectStage(
            edition: edition, regions: regions, crosswalks: try installation.crosswalks(for: edition), store: store,
            quarantine: Quarantine(folder: isDryRun ? beside : quarantine.map { URL(filePath: $0) } ?? beside),
            archive: isDryRun ? nil : archive.map { Archive(folder: URL(filePath: $0)) } ?? .beside(path),
            receipts: ReceiptFolder(
                folder: receipts.map { URL(filePath: $0) } ?? ReceiptFolder.beside(shared.databasePath),
                isTrial: isDryRun),
            now: try shared.instant())

        progress.begin(isDryRun ? "预检" : "收数")
        let summary = try stage.run(paths, progress: progress) { _, outcome in
            if case .quarantined(let reason) = outcome { Console.note("隔离 \(reason)") }
        }
        progress.end(summary.sentence)
        for finding in summary.findings { Console.write("\(finding.kind.severity.title) \(finding.message)\n") }
        if isDryRun { for receipt in summary.receipts { Console.write("回执 \(receipt)\n") } }
        for skipped in summary.skipped { Console.note("略过 \(skipped.name)：\(skipped.reason)") }
        for path in summary.unreadable { Console.complain(path) }
        Console.write(summary.sentence + "\n")

        if !summary.unreadable.isEmpty || summary.quarantined > 0 { throw ExitCode(ExitStatus.input.rawValue) }
        if let failOn, summary.findings.contains(where: { $0.kind.severity >= failOn.severity }) {
            throw ExitCode(ExitStatus.doneWithFindings.rawValue)
        }
    }
}

/// A level of findings as `--fail-on` names it.
enum FindingLevel: String, ExpressibleByArgument, CaseIterable {
    case warning, error

    var severity: FindingKind.Severity {
        switch self {
        case .warning: .warning
        case .error: .error
        }
    }
}
