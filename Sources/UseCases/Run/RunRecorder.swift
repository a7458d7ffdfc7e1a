internal import Foundation
internal import Store

/// Keeps the record of one run: when each stage began and ended, what it counted, how the run ended.
struct RunRecorder {
    let run: Int
    private let store: Store
    private let clock: () -> Date

    /// `clock` times the stages; it never reaches a result.
    /// - Parameter files: what the run judges by.
    init(store: Store, start: RunStart, files: [RuleFile], clock: @escaping () -> Date) throws {
        self.store = store
        self.clock = clock
        run = try store.beginRun(start)
        try store.keep(files, ofRun: run)
    }

    /// Does a stage and notes what it counted.
    func stage<Result>(
        _ name: String, _ body: () async throws -> (Result, [String: Int])
    ) async throws -> Result {
        let start = clock()
        let (result, counts) = try await body()
        try store.append(RunStage(name: name, startedAt: start, endedAt: clock(), counts: counts), toRun: run)
        return result
    }

    func finish() throws {
        try store.endRun(run, at: clock())
    }

    /// Notes why the run failed. Where even that cannot be written, the next run notes that this one was aborted.
    func fail(_ error: any Error) {
        try? store.endRun(run, at: clock(), failure: "\(error)")
    }
}
