package import Collection
package import Standards

/// What a collection came to.
package struct CollectSummary: Sendable {
    package var files = 0
    package var loaded = 0
    package var unchanged = 0
    package var quarantined = 0
    package var observations = 0
    package var findings: [Finding] = []
    /// Why files were quarantined, a sentence each that names the file.
    package var refusals: [String] = []
    /// Paths that were named and are not there or cannot be opened, each with its reason.
    package var unreadable: [String] = []
    package var skipped: [Batch.Skipped] = []
    /// Paths of the receipts that were written.
    package var receipts: [String] = []

    package init() {}

    /// Those that nobody has answered.
    package func count(of severity: FindingSeverity) -> Int {
        findings.count { $0.kind.severity == severity && $0.answer == nil }
    }

    package var answeredCount: Int { findings.count { $0.answer != nil } }

    /// What the run record counts.
    package var counts: [String: Int] {
        [
            "files": files, "loaded": loaded, "unchanged": unchanged, "quarantined": quarantined,
            "observations": observations, "errors": count(of: .error), "warnings": count(of: .warning),
            "answered": answeredCount,
        ]
    }

    /// `读 41 个文件：载入 38 个（15000 个数据），未变 0 个，隔离 3 个；错误 5 条，警告 12 条`
    package var sentence: String {
        "读 \(files) 个文件：载入 \(loaded) 个（\(observations) 个数据），未变 \(unchanged) 个，隔离 \(quarantined) 个；"
            + "错误 \(count(of: .error)) 条，警告 \(count(of: .warning)) 条"
            + (answeredCount > 0 ? "，已说明 \(answeredCount) 条" : "")
    }

    /// That not everything could be taken in, a line each; nil where it could.
    package var inputFailure: Failure? {
        let lines = unreadable + refusals.map { "隔离 \($0)" }
        return lines.isEmpty ? nil : Failure(.input, lines.joined(separator: "\n"))
    }
}
