internal import Collection
package import Standards

/// What a collection came to.
package struct CollectSummary: Sendable {
    /// A file that was not taken in.
    package struct Untaken: Sendable, Hashable {
        package let name: String
        /// What is wrong, a sentence.
        package let reason: String
        /// What to do, a sentence.
        package let remedy: String

        /// `扫描件.pdf：文件是PDF 文件，不能直接读取。填报数据请用下发的 .xlsx 表格报送。`
        package var message: String { "\(name)：\(reason)\(remedy)" }
    }

    /// Whether nothing was stored.
    package let isTrial: Bool
    package var files = 0
    package var loaded = 0
    package var unchanged = 0
    package var quarantined = 0
    /// Files that are still being written, and left for the next collection.
    package var unfinished = 0
    package var observations = 0
    /// Documents that rows name, among them those that were known.
    package var evidence = 0
    /// Files that are for consortia of another kind alone, and left to the pipeline of their edition.
    package var left: [ConsortiumKind: Int] = [:]
    package var findings = ToldFindings()
    /// Files in quarantine, and those of which no copy was made, since nobody meant them as a table.
    package var untaken: [Untaken] = []
    /// Paths that were named and are not there or cannot be opened.
    package var unreadable: [Untaken] = []
    /// What else people are told of files, a sentence each: nothing is lost by it.
    package var notes: [String] = []
    /// Paths of the receipts that were written.
    package var receipts: [String] = []

    package init(isTrial: Bool = false) {
        self.isTrial = isTrial
    }

    /// Those that nobody has answered.
    package func count(of severity: FindingSeverity) -> Int { findings.count(of: severity) }

    package var answeredCount: Int { findings.answeredCount }

    /// What the run record counts.
    package var counts: [String: Int] {
        [
            "files": files, "loaded": loaded, "unchanged": unchanged, "quarantined": quarantined,
            "observations": observations, "errors": count(of: .error), "warnings": count(of: .warning),
            "answered": answeredCount,
        ]
    }

    /// `读 41 个文件：载入 38 个（15000 个数据），未变 0 个，隔离 3 个；佐证材料 6 个；错误 5 条，警告 12 条`; of a trial
    /// `预检 41 个文件：可以收取 38 个（15000 个数据），与已收的相同 0 个，不能收取 3 个；…`.
    package var sentence: String {
        let unkept = untaken.count - quarantined - unfinished
        let parts =
            isTrial
            ? "预检 \(files) 个文件：可以收取 \(loaded) 个（\(observations) 个数据），与已收的相同 \(unchanged) 个，不能收取 \(quarantined) 个"
            : "读 \(files) 个文件：载入 \(loaded) 个（\(observations) 个数据），未变 \(unchanged) 个，隔离 \(quarantined) 个"
        return parts + (evidence > 0 ? "；佐证材料 \(evidence) 个" : "") + (unkept > 0 ? "；另有 \(unkept) 个不是表格，没有收取" : "")
            + left.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "；\($0.value) 个是\($0.key.title)的材料，由其流水线收取" }.joined()
            + (unfinished > 0 ? "；\(unfinished) 个没有传完，留待下次" : "")
            + "；错误 \(count(of: .error)) 条，警告 \(count(of: .warning)) 条"
            + (answeredCount > 0 ? "，已说明 \(answeredCount) 条" : "")
    }

    /// What was not taken in, a line each with what to do.
    package var untakenLines: [String] { (unreadable + untaken).map { "未收取 \($0.message)" } }

    /// That not everything could be taken in, in one line; nil where it could. The first few files are named with their
    /// reasons; ``untakenLines`` has all.
    package var inputFailure: Failure? { failure(of: unreadable + untaken) }

    /// The same of what is not there or cannot be opened: all that stops a run.
    package var absenceFailure: Failure? { failure(of: unreadable) }

    private func failure(of all: [Untaken]) -> Failure? {
        guard all.count > 1 else { return all.first.map { Failure(.input, "没有收取 \($0.message)") } }
        let named = all.prefix(Self.namedFiles).map { "\($0.name)（\($0.reason.withoutFullStop)）" }
        let rest = all.count > named.count ? "等" : ""
        return Failure(.input, "有 \(all.count) 个文件没有收取：\(named.joined(separator: "；"))\(rest)。")
    }

    private static let namedFiles = 5
}

extension String {
    fileprivate var withoutFullStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
