internal import Collection
internal import Spreadsheet
internal import Standards

// What becomes of single files, for the summary.

extension CollectSummary {
    mutating func add(_ submission: Submission, _ outcome: Collecting.Outcome, _ findings: [Finding]) {
        files += 1
        if outcome != .unfinished { self.findings.append(findings) }
        switch outcome {
        case .loaded(let observations):
            loaded += 1
            self.observations += observations
        case .unchanged: unchanged += 1
        case .noted: break
        case .unfinished:
            unfinished += 1
            untaken += findings.map { Untaken(name: $0.place, reason: $0.problem, remedy: $0.remedy) }
        case .quarantined:
            quarantined += 1
            guard let fault = submission.fault else { return }
            untaken.append(Untaken(name: fault.place, reason: fault.problem, remedy: fault.remedy))
        }
    }

    mutating func add(_ skipped: Batch.Skipped) {
        let line = Untaken(name: skipped.name, reason: skipped.reason + "。", remedy: skipped.remedy)
        switch skipped.gravity {
        case .told: notes.append(line.message)
        case .untaken: untaken.append(line)
        case .unfinished:
            unfinished += 1
            untaken.append(line)
        case .absent: unreadable.append(line)
        }
    }

    /// Counts a document; `error` says why it could not be kept.
    mutating func add(_ error: SourceFileError?, _ item: Batch.Item) {
        guard let error else { return evidence += 1 }
        let remedy = if case .tooLarge = error { "请压缩或拆分后重新报送。" } else { "请检查文件后重新收取。" }
        untaken.append(Untaken(name: item.name, reason: "佐证材料没有收下：\(error.reason)。", remedy: remedy))
    }
}

extension CollectSummary.Untaken {
    /// A file that is no table and that no row names.
    init(other item: Batch.Item) {
        let isText = ["txt", "md", "log", "json", "ini"].contains { item.name.lowercased().hasSuffix(".\($0)") }
        let format = item.format ?? .other
        let what = format == .other && isText ? "文件是文本，其中没有可以识别的表格" : format.phrase
        self.init(name: item.name, reason: what + "，没有收取。", remedy: format.remedy)
    }
}
