internal import Foundation
internal import Synchronization

/// Writes receipts on all cores while the next files are read: half of a collection's work, and nothing in the store
/// waits for it.
final class ReceiptQueue: Sendable {
    private struct State {
        /// By the order of their submissions.
        var paths: [Int: String] = [:]
        var count = 0
        var failure: (any Error)?
    }

    /// Each writes one receipt after the other. Not many: what a receipt is of is in memory while it is written.
    private let lanes = (0..<min(4, max(2, ProcessInfo.processInfo.activeProcessorCount))).map {
        DispatchQueue(label: "receipts \($0)")
    }
    /// Submissions that wait are held in memory.
    private let room = DispatchSemaphore(value: 8)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - sha256: of the file. Receipts of the same bytes may go by one name, so they are written in their order.
    ///   - isLarge: whether to wait until the receipt is written, since what it is of takes much memory.
    ///   - write: returns the path of the receipt, nil where there is none.
    /// - Throws: what an earlier writing threw.
    func add(sha256: String, isLarge: Bool, _ write: @escaping @Sendable () throws -> String?) throws {
        room.wait()
        let place = state.withLock { state in
            state.count += 1
            return state.count
        }
        let lane = lanes[Int(sha256.prefix(8), radix: 16).map { $0 % lanes.count } ?? 0]
        lane.async { [self] in
            defer { room.signal() }
            let result = Result { try write() }
            state.withLock { state in
                switch result {
                case .success(let path): state.paths[place] = path
                case .failure(let error): state.failure = state.failure ?? error
                }
            }
        }
        if isLarge { lane.sync {} }
        try throwFailure()
    }

    /// Waits until every receipt is written.
    func wait() {
        for lane in lanes { lane.sync {} }
    }

    /// Waits for the last receipt and returns the paths of all, in the order of their submissions.
    func finish() throws -> [String] {
        wait()
        try throwFailure()
        return state.withLock(\.paths).sorted { $0.key < $1.key }.map(\.value)
    }

    private func throwFailure() throws {
        if let failure = state.withLock(\.failure) { throw failure }
    }
}
