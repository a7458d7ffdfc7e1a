package import Foundation
internal import GRDB
package import History
package import Standards
internal import Synchronization

/// The store as it is at one moment, or as it was on a past day: what an assessment reads. It does not change while it
/// lives, whatever other processes write.
package final class StoreSnapshot: Sendable {
    /// Only what was received by then is seen; nil for everything.
    package let asOf: Date?
    package let edition: Edition
    /// The shape of every panel.
    package let layout: PanelLayout
    /// Every consortium, of either kind, by id.
    package let consortia: [Consortium]
    /// The last submission seen; 0 in an empty store.
    package let revision: Int

    /// What ``sourceParts()`` has read.
    let parts = Mutex<[Int: SourcePart]?>(nil)

    let path: String
    /// Two connections that see the same, one a core.
    let connections: [DatabaseSnapshot]
    let scheme: PanelScheme
    /// The row of `panel_layout` whose panels can be read as they are; nil when all are to be rebuilt.
    let storedLayout: Int64?
    /// The places of consortia in ``consortia``, by their ids in the store.
    let places: [Int64: Int]

    init(path: String, connections: [DatabaseSnapshot], revision: Int, edition: Edition, asOf: Date?) throws {
        self.path = path
        self.connections = connections
        self.revision = revision
        self.edition = edition
        self.asOf = asOf
        let (scheme, storedLayout, register) = try connections[0].read { db in
            let scheme = try PanelScheme(db, edition: edition)
            return (
                scheme, asOf == nil ? try scheme.id(db) : nil, try RegisterReader(db: db, asOf: asOf).consortia()
            )
        }
        self.scheme = scheme
        self.storedLayout = storedLayout
        layout = scheme.layout
        consortia = register.consortia
        places = Dictionary(uniqueKeysWithValues: zip(register.ids, register.ids.indices))
    }

    /// The registers other than that of the consortia.
    package var registers: Registers {
        get throws { try read { try RegisterReader(db: $0, asOf: asOf).registers() } }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.translating(path) { try connections[0].read(body) }
    }
}

extension Store {
    /// The store now, or as it was known at `asOf`; panels are of `edition`.
    package func snapshot(edition: Edition, asOf: Date? = nil) throws -> StoreSnapshot {
        try StoreError.translating(path) {
            // Another process may write between the two: then they are taken anew.
            while true {
                let connections = [try pool.makeSnapshot(), try pool.makeSnapshot()]
                let revisions = try connections.map { connection in
                    try connection.read { try Int.fetchOne($0, sql: "SELECT max(id) FROM submission") ?? 0 }
                }
                guard revisions[0] == revisions[1] else { continue }
                return try StoreSnapshot(
                    path: path, connections: connections, revision: revisions[0], edition: edition, asOf: asOf)
            }
        }
    }
}
