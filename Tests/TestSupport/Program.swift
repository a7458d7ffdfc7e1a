package import Foundation

/// A command run as people and cron run it: a process of its own, with a fixed locale and time zone. The built
/// `consortium-monitor`, where nothing else is said.
package struct Program: Sendable {
    /// Where the process works: relative paths of pipelines and alerts lie below it.
    package let folder: URL
    /// The program, found by the search path, and its first arguments.
    package let command: [String]

    /// The built command; `wrapper` goes before it, such as `["setpriv", "--bounding-set=-all"]`.
    package init(in folder: URL, wrapper: [String] = []) {
        self.init(in: folder, command: wrapper + [Self.url.path])
    }

    /// Another program.
    package init(in folder: URL, command: [String]) {
        self.folder = folder
        self.command = command
    }

    /// How a process ended and what it said.
    package struct Outcome: Sendable {
        /// The exit status; nil where a signal ended the process.
        package let status: Int32?
        package let output: String
        package let errors: String
    }

    /// The built command: the one that `TESTED_PROGRAM` names, such as an optimised one, which is what people run; else the
    /// one beside the test bundle.
    package static let url: URL = {
        if let named = ProcessInfo.processInfo.environment["TESTED_PROGRAM"] { return URL(filePath: named) }
        let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "consortium-monitor")
    }()

    /// Runs the command to its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input; nothing by default.
    ///   - environment: added to a small, fixed environment.
    ///   - timeout: in seconds; a process that takes longer is killed and the call throws.
    package func run(
        _ arguments: [String] = [], input: String = "", environment: [String: String] = [:],
        timeout: TimeInterval = 300
    ) throws -> Outcome {
        let running = try start(arguments, input: input, environment: environment)
        guard running.wait(timeout: timeout) else {
            running.kill()
            throw Overdue(command: command + arguments, seconds: timeout)
        }
        return try running.outcome()
    }

    /// Starts the command and lets it run.
    package func start(
        _ arguments: [String] = [], input: String = "", environment: [String: String] = [:]
    ) throws -> RunningProgram {
        try RunningProgram(
            command: command + arguments, input: input, folder: folder,
            environment: Self.environment.merging(environment) { _, added in added })
    }

    private static let environment: [String: String] = {
        var fixed = [
            "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "CONSORTIUM_MONITOR_DATA": Repository.root.appending(path: "data").path,
            // For scripts of the shell.
            "PROGRAM": url.path,
        ]
        // Where programs and the Swift runtime's libraries are found.
        for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"] {
            fixed[name] = ProcessInfo.processInfo.environment[name]
        }
        return fixed
    }()

    package struct Overdue: Error, CustomStringConvertible {
        let command: [String]
        let seconds: TimeInterval

        package var description: String { "\(command.joined(separator: " ")) had not ended after \(seconds) s" }
    }
}
