internal import Foundation
package import Testing

/// The system's interpreter, for the scripts of the repository.
package enum Python {
    /// Runs `script`, a path below the repository, and returns how it ended.
    package static func run(_ script: String, _ arguments: [String]) throws -> Program.Outcome {
        try Program(
            in: FileManager.default.temporaryDirectory,
            command: ["python3", Repository.root.appending(path: script).path]
        ).run(arguments)
    }

    package static let isInstalled: Bool = {
        let probe = Program(
            in: FileManager.default.temporaryDirectory,
            command: ["python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))"])
        return (try? probe.run().status) == 0
    }()
}

extension Trait where Self == ConditionTrait {
    /// Skips a test, saying why, where there is no Python to run the oracle with.
    package static var needsPython: Self {
        .enabled(if: Python.isInstalled, "skipped: no python3 of 3.9 or later; `make test` installs it")
    }
}
