import ArgumentParser
import Foundation
import Platform
import UseCases

/// The door: commands in the order of the pipeline, one file each.
@main
struct ConsortiumMonitor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consortium-monitor",
        abstract: Language.text("市域产教联合体年度监测。", "Monitors municipal industry–education consortia."),
        discussion: """
            \(Self.languages)

            \(Language.text("退出状态：", "Exit status:"))
            \(ExitStatus.allCases.map { "  \($0.rawValue)\($0.rawValue < 10 ? " " : "")  \($0.title)" }
                .joined(separator: "\n"))
            """,
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, TemplateCommand.self, CollectCommand.self, ReceiptCommand.self, AssessCommand.self,
            ExplainCommand.self, ReviewCommand.self, AlertCommand.self, AckCommand.self, SilenceCommand.self,
            ReportCommand.self, DiffCommand.self, SimulateCommand.self,
            RunCommand.self, RulesCommand.self,
            FEELCommand.self, StatusCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self,
            LogCommand.self, CalendarCommand.self, ScheduleCommand.self,
        ])

    private static let languages = Language.text(
        "--lang en 或环境变量 CONSORTIUM_MONITOR_LANG=en 用英文显示帮助。",
        "Help is in Chinese, but for --lang en or CONSORTIUM_MONITOR_LANG=en.")

    static func main() async {
        // What people sent, and what is said of them, is nobody's business who does not run the program.
        umask(0o077)
        ProcessMemory.keepFreed()
        do {
            if let unknown = Language.arguments.unknown {
                throw Failure(.configuration, "--lang 应为 zh 或 en，读到“\(unknown)”。")
            }
            var command = try parseAsRoot(Language.arguments.others)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(error)
        }
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
            // Help and usage: on standard output where it was asked for.
            let message = said(error)
            guard !exitCode(for: error).isSuccess else {
                Console.write(message + "\n")
                leave(ExitStatus.done.rawValue)
            }
            if Language.current == .chinese {
                Console.complain(message)
            } else {
                Console.note(message)
            }
            leave(ExitStatus.configuration.rawValue)
        }
    }

    /// What the parser says, in the language of the person who asked.
    private static func said(_ error: any Error) -> String {
        switch Language.current {
        case .english: return fullMessage(for: error, columns: Console.width)
        case .chinese:
            let text = HelpText(commands: commandNames(of: Self.self), width: Console.width)
            return text.chinese(fullMessage(for: error, columns: .max / 2))
        }
    }

    private static func commandNames(of command: any ParsableCommand.Type) -> [String] {
        command.configuration.subcommands.flatMap { [$0._commandName] + commandNames(of: $0) }
    }

    private static func leave(_ status: Int32) -> Never {
        Foundation.exit(status)
    }
}
