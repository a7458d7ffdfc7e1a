import Foundation
import TestSupport

/// Another program at the database, by Python's own SQLite.
enum OtherProcess {
    /// Runs statements and closes the database.
    static func run(_ statements: String, on path: String) throws {
        _ = try python("connection.executescript(sys.argv[2])", [path, statements]).run()
    }

    /// The first column of what a query finds.
    static func rows(_ query: String, of path: String) throws -> [String] {
        let outcome = try python(
            "for row in connection.execute(sys.argv[2]): print(row[0])", [path, query]
        ).run()
        guard outcome.status == 0 else { throw Ended(errors: outcome.errors) }
        return outcome.output.split(separator: "\n").map(String.init)
    }

    /// A process that keeps a transaction open until it is told to end.
    final class Holder {
        private let running: RunningProgram

        fileprivate init(_ running: RunningProgram) {
            self.running = running
        }

        func end() {
            running.kill()
        }
    }

    /// Opens a transaction with `statements`, and returns when it is open.
    static func hold(_ path: String, by statements: String) throws -> Holder {
        let ready = path + ".held"
        let running = try python(
            """
            for statement in sys.argv[2].split(";"): connection.execute(statement)
            open(sys.argv[3], "w").close()
            time.sleep(600)
            """, [path, statements, ready]
        ).start()
        while !FileManager.default.fileExists(atPath: ready) {
            if running.wait(timeout: 0.01) { throw Ended(errors: try running.outcome().errors) }
        }
        return Holder(running)
    }

    struct Ended: Error {
        let errors: String
    }

    private static func python(_ script: String, _ arguments: [String]) -> Program {
        let preamble = "import sqlite3, sys, time\nconnection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        return Program(
            in: FileManager.default.temporaryDirectory, command: ["python3", "-c", preamble + script] + arguments)
    }
}
