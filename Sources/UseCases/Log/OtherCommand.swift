internal import Foundation

/// Another program that is asked something, from file to file: pipes that fill up would stop both.
enum OtherCommand {
    struct Outcome {
        /// Nil where it could not be started, did not end in time or was killed.
        let status: Int32?
        let output: String
        let errors: String

        /// The last that it said of what went wrong, behind a colon; empty where it said nothing.
        var lastError: String { errors.split(separator: "\n").last.map { "：\($0)" } ?? "" }
    }

    /// - Parameters:
    ///   - command: the program, found by the search path, and its arguments.
    ///   - limit: in seconds; it is ended then.
    static func run(_ command: [String], input: [UInt8] = [], limit: Double = 60) -> Outcome {
        guard let folder = try? Scratch.folder() else { return Outcome(status: nil, output: "", errors: "") }
        defer { try? FileManager.default.removeItem(at: folder) }
        let places = ["in", "out", "err"].map { folder.appending(path: $0).path }
        for place in places { _ = FileManager.default.createFile(atPath: place, contents: nil) }
        guard (try? Data(input).write(to: URL(filePath: places[0]))) != nil,
            let standardInput = FileHandle(forReadingAtPath: places[0]),
            let output = FileHandle(forWritingAtPath: places[1]), let errors = FileHandle(forWritingAtPath: places[2])
        else { return Outcome(status: nil, output: "", errors: "") }
        // The program has its own; ours would stay open as long as Foundation keeps it.
        defer { for file in [standardInput, output, errors] { try? file.close() } }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = standardInput
        process.standardOutput = output
        process.standardError = errors
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in end.signal() }
        var status: Int32?
        if (try? process.run()) != nil {
            if end.wait(timeout: .now() + limit) == .success {
                // It has ended: Foundation lets go of a process that somebody waits for, and of no other.
                process.waitUntilExit()
                status = process.terminationReason == .exit ? process.terminationStatus : nil
            } else {
                process.terminate()
            }
        }
        func text(_ place: String) -> String {
            String(decoding: FileManager.default.contents(atPath: place) ?? Data(), as: UTF8.self)
        }
        return Outcome(status: status, output: text(places[1]), errors: text(places[2]))
    }
}
