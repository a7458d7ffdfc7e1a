package import Foundation
package import Testing

/// Where tests find the repository and what lies beside it.
package enum Repository {
    /// The folder of Package.swift.
    package static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// `data/standards/municipal-consortium-trial`
    package static let trialStandard = root.appending(path: "data/standards/municipal-consortium-trial")

    /// The folder with the official texts and the worked examples: `CONSORTIUM_MONITOR_SHARED`, or `shared` beside
    /// the repository; nil where there is none.
    package static let shared: URL? = {
        let named = ProcessInfo.processInfo.environment["CONSORTIUM_MONITOR_SHARED"]
        let folder = named.map { URL(filePath: $0) } ?? root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}

extension Trait where Self == ConditionTrait {
    /// Skips a test, saying why, where the official texts and examples are not at hand.
    package static var needsSharedFolder: Self {
        .enabled(
            if: Repository.shared != nil,
            "skipped: no ../shared folder; set CONSORTIUM_MONITOR_SHARED to the one with sources/ and examples/")
    }
}
