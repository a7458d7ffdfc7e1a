package import Foundation

/// A command that was started and may be waited for or killed.
///
/// What it says goes to files, so that a process that is killed leaves nothing in pipes and none ever waits for a
/// reader.
package final class RunningProgram {
    private let process = Process()
    private let ended = DispatchSemaphore(value: 0)
    private let files: TemporaryFolder

    init(command: [String], input: String, folder: URL, environment: [String: String]) throws {
        files = try TemporaryFolder()
        try Data(input.utf8).write(to: files.url.appending(path: "input"))
        for name in ["output", "errors"] {
            try Data().write(to: files.url.appending(path: name))
        }
        // `env` finds the first word by the search path.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = environment
        let standardInput = try FileHandle(forReadingFrom: files.url.appending(path: "input"))
        let standardOutput = try FileHandle(forWritingTo: files.url.appending(path: "output"))
        let standardError = try FileHandle(forWritingTo: files.url.appending(path: "errors"))
        // Foundation keeps what it has started, and with it what it has been given; with more than a thousand open files it
        // reads past the end of their list.
        defer { for file in [standardInput, standardOutput, standardError] { try? file.close() } }
        process.standardInput = standardInput
        process.standardOutput = standardOutput
        process.standardError = standardError
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    package var id: Int32 { process.processIdentifier }

    /// Waits for the end; false where the process still runs after `timeout` seconds.
    package func wait(timeout: TimeInterval) -> Bool {
        guard ended.wait(timeout: .now() + timeout) == .success else { return false }
        ended.signal()
        return true
    }

    /// Ends the process as the system does when it has had enough of it: at once, with no chance to tidy up.
    package func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// How the process ended; to be asked when it has.
    package func outcome() throws -> Program.Outcome {
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: files.url.appending(path: name)), as: UTF8.self)
        }
        let status = process.terminationReason == .exit ? process.terminationStatus : nil
        return Program.Outcome(status: status, output: try text("output"), errors: try text("errors"))
    }
}
