internal import Dispatch
internal import GRDB
package import History
internal import Standards
internal import Synchronization

/// Reads the panels of a snapshot with their sources, those of a few consortia at a time.
package struct PanelReader: Sendable {
    private let snapshot: StoreSnapshot
    /// The ids in the store, by the ids of consortia.
    private let ids: [String: Int64]

    init(_ snapshot: StoreSnapshot) {
        self.snapshot = snapshot
        // Ids that differ in bytes alone are one to Swift: the first stands for both.
        ids = Dictionary(
            snapshot.places.sorted { $0.value < $1.value }.map { (snapshot.consortia[$0.value].id, $0.key) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The panels of those of `consortia` that the store knows, by their ids, read on two threads.
    /// - Throws: ``StoreError``.
    package func panels(of consortia: [String]) throws -> [String: Panel] {
        let wanted = Set(consortia.compactMap { ids[$0] }).sorted()
        let halves = [wanted.prefix(wanted.count / 2), wanted.suffix(from: wanted.count / 2)]
        let outcomes = Mutex<[Result<[(String, Panel)], any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: halves.count) { half in
            let outcome = Result { try read(halves[half], snapshot.connections[half]) }
            outcomes.withLock { $0.append(outcome) }
        }
        let parts = try StoreError.translating(snapshot.path) { try outcomes.withLock { $0 }.map { try $0.get() } }
        return Dictionary(parts.joined(), uniquingKeysWith: { first, _ in first })
    }

    private func read(_ ids: ArraySlice<Int64>, _ connection: DatabaseSnapshot) throws -> [(String, Panel)] {
        guard !ids.isEmpty else { return [] }
        return try connection.read { db in
            // Of stored panels each is one row by its key; what has to be made of histories is read with one reader.
            let parts = snapshot.storedLayout == nil ? [ids] : ids.indices.map { ids[$0...$0] }
            return try parts.flatMap { ids in
                try snapshot.map(ids, db, withSources: true) { place, panel in
                    (snapshot.consortia[place].id, panel)
                }.map(\.result)
            }
        }
    }
}

extension StoreSnapshot {
    /// Reads panels a few at a time.
    package var panelReader: PanelReader { PanelReader(self) }
}
