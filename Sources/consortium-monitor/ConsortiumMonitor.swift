import ArgumentParser
import CAllocator
import Foundation
import UseCases

/// The door: commands in the order of the pipeline, one file each.
@main
struct ConsortiumMonitor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consortium-monitor",
        abstract: "Monitors municipal industry–education consortia (市域产教联合体年度监测).",
        discussion: """
            Exit status:
            \(ExitStatus.allCases.map { "  \($0.rawValue)\($0.rawValue < 10 ? " " : "")  \($0.meaning)" }
                .joined(separator: "\n"))
            """,
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, TemplateCommand.self, CollectCommand.self, ReceiptCommand.self, AssessCommand.self,
            ExplainCommand.self, AlertCommand.self, ReportCommand.self, RunCommand.self, RulesCommand.self,
            FEELCommand.self, StatusCommand.self, VerifyCommand.self, BackupCommand.self,
        ])

    static func main() async {
        keepFreedMemory()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(error)
        }
    }

    /// Files come one after the other and need the same memory again: giving it back between them, and taking it anew,
    /// would cost a tenth of a collection.
    private static func keepFreedMemory() {
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        mallopt(M_MMAP_THRESHOLD, 8 << 20)
    }

    /// Says what went wrong, once, and ends with the status that DESIGN §8 gives it.
    private static func end(_ error: any Error) -> Never {
        switch error {
        case let code as ExitCode:
            leave(code.rawValue)
        case let failure as Failure:
            Console.complain(failure.message)
            leave(failure.status.rawValue)
        case let known where Failure(known) != nil:
            let failure = Failure(known)
            Console.complain(failure?.message ?? "\(known)")
            leave(failure?.status.rawValue ?? ExitStatus.configuration.rawValue)
        default:
            // Usage: ArgumentParser's own text, on standard output where it was asked for (--help).
            guard !exitCode(for: error).isSuccess else { exit(withError: error) }
            Console.complain(fullMessage(for: error))
            leave(ExitStatus.configuration.rawValue)
        }
    }

    private static func leave(_ status: Int32) -> Never {
        Foundation.exit(status)
    }
}
