import ArgumentParser
import Collection
import Foundation
import Standards
import UseCases

struct CollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: Language.text("收数，即读入、校验、入库。", "Take in files and folders: read, check and store them."),
        discussion: Language.text(
            """
            按表头辨认文件，中英文均可，与文件名无关。秘书处只能报本联合体的数据；登记表、认定、收件清单只认主管部门\
            （--as authority）。同一文件重复报送不起作用；读不了的移入隔离区并写明原因，其余照收。
            """,
            """
            Files are known by their header rows, in Chinese or English, whatever they are called. A secretariat speaks of \
            its own consortium alone; registers, determinations and manifests are taken from an authority (--as authority). \
            The same bytes twice change nothing; a file that cannot be read goes to quarantine with the reason, and the \
            others go on.
            """))

    @Argument(help: Language.help("文件和文件夹。", "Files and folders."))
    var paths: [String]

    @OptionGroup var origin: OriginOptions

    @Flag(name: .customLong("dry-run"), help: Language.help("只预检，不入库。", "Only say what is wrong; store nothing."))
    var isDryRun = false

    @Option(help: Language.help("未能收取的文件的存放位置。", "Where files that cannot be taken in are kept."))
    var quarantine: String?

    @OptionGroup var archiveOption: ArchiveOption

    @Option(
        help: Language.help(
            "回执的存放位置。默认：数据库旁的 receipts。", "Where receipts are written. Default: receipts beside the database."))
    var receipts: String?

    @Option(
        name: .customLong("fail-on"),
        help: Language.help(
            "有这一级别的问题时以状态 1 结束。", "End with status 1 when there are findings of this level: warning or error."))
    var failOn: FindingLevel?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let workspace = try shared.workspace()
        let roots = try origin.roots(paths)
        let summary =
            isDryRun
            ? try workspace.preview(roots, receipts: receipts, progress: Console.progress)
            : try workspace.collect(
                roots, quarantine: quarantine, archive: archiveOption.archive, receipts: receipts,
                progress: Console.progress)
        // Why a file was not taken in is told with the files.
        let refusals = Set(summary.untaken.map(\.message))
        for finding in summary.findings where !refusals.contains(finding.message) {
            Console.write("\(finding.severityTitle) \(finding.message)\n")
        }
        if isDryRun { for receipt in summary.receipts { Console.write("回执 \(receipt)\n") } }
        for note in summary.notes { Console.write("说明 \(note)\n") }
        for line in summary.untakenLines { Console.write("\(line)\n") }
        Console.write(summary.sentence + "\n")
        if let failure = summary.inputFailure { throw failure }
        if let failOn, summary.findings.contains(where: { $0.answer == nil && $0.kind.severity >= failOn.severity }) {
            throw Failure(.doneWithFindings, "有\(failOn.severity.title)（--fail-on \(failOn.rawValue)）。")
        }
    }
}

/// A level of findings as `--fail-on` names it.
enum FindingLevel: String, ExpressibleByArgument, CaseIterable {
    case warning, error

    var severity: FindingSeverity {
        switch self {
        case .warning: .warning
        case .error: .error
        }
    }
}
