internal import Foundation
package import Testing

/// The interpreter with what `Tests/requirements.txt` lists; `.ci/install-python` makes it.
package enum PythonEnvironment {
    package static let interpreter = Repository.root.appending(path: ".build/python/bin/python").path

    static let isInstalled = FileManager.default.isExecutableFile(atPath: interpreter)
}

extension Trait where Self == ConditionTrait {
    /// Skips a test, saying why, where the Python environment of the tests was not made.
    package static var needsPythonEnvironment: Self {
        .enabled(if: PythonEnvironment.isInstalled, "skipped: no .build/python; `make test` makes it")
    }
}
