internal import Dispatch
internal import GRDB
package import Standards
internal import Synchronization

/// Something that is made on another core, beside what its caller does meanwhile.
package final class Aside<Answer: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let answer = Mutex<Result<Answer, any Error>?>(nil)

    package init(_ make: @escaping @Sendable () throws -> Answer) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
            let result = Result { try make() }
            answer.withLock { $0 = result }
        }
    }

    /// The answer, as soon as it is there.
    /// - Throws: ``StoreError``, and what was thrown while it was made.
    package func wait() throws -> Answer {
        group.wait()
        guard let answer = answer.withLock(\.self) else { preconditionFailure("no answer") }
        return try answer.get()
    }
}

extension Store {
    /// Begins to ask what stands now under `edition`, whatever is written meanwhile, on a connection of its own; nil where a
    /// batch is open that has written what only it sees.
    ///
    /// - Throws: ``StoreError``.
    package func askAside<Answer: Sendable>(
        edition: Edition, _ body: @escaping @Sendable (StandingFigures) throws -> Answer
    ) throws -> Aside<Answer>? {
        guard !Batch.hasWritten(to: self) else { return nil }
        let connection = try StoreError.translating(path) { try asideConnection() }
        return Aside { [path] in
            try StoreError.translating(path) {
                try connection.read { try StandingFigures.asked($0, edition: edition, body) }
            }
        }
    }

    /// Opened once, with a small cache: panels are read one after the other.
    private func asideConnection() throws -> DatabaseQueue {
        try aside.withLock { known in
            if let known { return known }
            var configuration = Configuration()
            configuration.label = "aside"
            configuration.readonly = true
            configuration.busyMode = .timeout(Self.patience)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -4096") }
            let opened = try DatabaseQueue(path: path, configuration: configuration)
            known = opened
            return opened
        }
    }
}
