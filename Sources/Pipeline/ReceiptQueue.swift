internal import Foundation
internal import Synchronization

/// Writes receipts one after the other while the next files are read: half of a collection's work, and nothing in the
/// store waits for it.
final class ReceiptQueue: Sendable {
    private struct State {
        var paths: [String] = []
        var failure: (any Error)?
    }

    private let queue = DispatchQueue(label: "receipts")
    /// Submissions that wait are held in memory.
    private let room = DispatchSemaphore(value: 8)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - isLarge: whether to wait until the receipt is written, since what it is of takes much memory.
    ///   - write: returns the path of the receipt, nil where there is none.
    /// - Throws: what an earlier writing threw.
    func add(isLarge: Bool, _ write: @escaping @Sendable () throws -> String?) throws {
        room.wait()
        queue.async { [self] in
            defer { room.signal() }
            let result = Result { try write() }
            state.withLock { state in
                switch result {
                case .success(let path): path.map { state.paths.append($0) }
                case .failure(let error): state.failure = state.failure ?? error
                }
            }
        }
        if isLarge { queue.sync {} }
        try throwFailure()
    }

    /// Waits for the last receipt and returns the paths of all, in the order of their submissions.
    func finish() throws -> [String] {
        queue.sync {}
        try throwFailure()
        return state.withLock(\.paths)
    }

    private func throwFailure() throws {
        if let failure = state.withLock(\.failure) { throw failure }
    }
}
