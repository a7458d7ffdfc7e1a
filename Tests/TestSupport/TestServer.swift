package import Foundation

/// A server of `Tests/Servers`, in a process of its own, with a folder where it says what arrived and is told how to behave.
package final class TestServer {
    package let folder: TemporaryFolder
    package let port: Int
    private let running: RunningProgram

    /// A certificate of a test's own, with which the servers are trusted.
    package struct Certificate: Sendable {
        package let certificate: String
        package let key: String

        package init(in folder: URL) throws {
            certificate = folder.appending(path: "certificate.pem").path
            key = folder.appending(path: "key.pem").path
            let outcome = try Program(
                in: folder,
                command: [
                    "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "36500", "-subj",
                    "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
                ]
            ).run()
            guard outcome.status == 0 else { throw NotStarted(errors: outcome.errors) }
        }
    }

    /// Starts `Tests/Servers/SCRIPT` and returns when it listens.
    package init(_ script: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        let path = Repository.root.appending(path: "Tests/Servers/\(script)").path
        running = try Program(
            in: folder.url, command: [PythonEnvironment.interpreter, path, folder.url.path] + arguments
        ).start(environment: environment)
        let ready = folder.url.appending(path: "ready").path
        for _ in 0..<2_000 where !FileManager.default.fileExists(atPath: ready) {
            if running.wait(timeout: 0.01) { throw NotStarted(errors: try running.outcome().errors) }
        }
        guard let port = Int(try String(contentsOfFile: ready, encoding: .utf8)) else {
            throw NotStarted(errors: "no port")
        }
        self.port = port
    }

    deinit { running.kill() }

    /// How the next requests are treated, one word each; after them all is well.
    package func behave(_ words: String...) throws { try behave(words) }

    package func behave(_ words: [String]) throws {
        try Data(words.joined(separator: "\n").utf8).write(to: folder.url.appending(path: "script"))
    }

    /// What arrived, in order.
    package func arrived() throws -> [[String: Any]] {
        let file = folder.url.appending(path: "arrived.ndjson")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    package func stop() { running.kill() }

    struct NotStarted: Error {
        let errors: String
    }
}
