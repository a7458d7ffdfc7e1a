package import FEEL
package import Foundation
internal import GRDB
package import History
package import Standards
internal import Synchronization

/// The store as it is at one moment, or as it was on a past day, under one edition: what an assessment reads. It does not
/// change while it lives, whatever other processes write.
///
/// Its methods throw ``StoreError`` where the file cannot be read or is damaged.
package final class StoreSnapshot: Sendable {
    /// Only what was received by then is seen; nil for everything.
    package let asOf: Date?
    package let edition: Edition
    /// The shape of every panel.
    package let layout: PanelLayout
    /// Every consortium, of either kind, by id.
    package let consortia: [Consortium]
    /// Every entry of those that have several, each from another day on (``Consortium/validFrom``), in the order of ids
    /// and days; what one leaves blank is filled in.
    package let consortiumEntries: [Consortium]
    /// The last submission seen; 0 in an empty store.
    package let revision: Int

    /// What ``sourceParts()`` has read.
    let parts = Mutex<[Int: SourcePart]?>(nil)

    let path: String
    /// Two connections that see the same, one a core.
    let connections: [DatabaseSnapshot]
    let horizon: Horizon
    let scheme: PanelScheme
    /// The row of `panel_layout` whose panels can be read as they are; nil when all are to be rebuilt.
    let storedLayout: Int64?
    /// The places of consortia in ``consortia``, by their ids in the store.
    let places: [Int64: Int]

    init(
        path: String, connections: [DatabaseSnapshot], revision: Int, edition: Edition, horizon: Horizon,
        on day: CalendarDate?, through year: ReportingYear?
    ) throws {
        self.path = path
        self.connections = connections
        self.revision = revision
        self.edition = edition
        self.horizon = horizon
        asOf = horizon.receivedBy
        let (scheme, storedLayout, register) = try connections[0].read { db in
            let reported = try PanelScheme(db, edition: edition, within: horizon)
            let scheme = year.map(reported.through) ?? reported
            return (
                scheme, horizon.isOpen ? try scheme.id(db) : nil,
                try RegisterReader(db, within: horizon)
                    .consortia(on: try day?.description ?? Self.lastDay(db, within: horizon))
            )
        }
        self.scheme = scheme
        self.storedLayout = storedLayout
        layout = scheme.layout
        consortia = register.consortia
        consortiumEntries = register.entries
        places = Dictionary(uniqueKeysWithValues: zip(register.ids, register.ids.indices))
    }

    /// The day in China that is looked at: of what was known then, else the last on which anything was recorded that is
    /// seen.
    private static func lastDay(_ db: Database, within horizon: Horizon) throws -> String {
        try String.fetchOne(
            db,
            sql: """
                SELECT date(ifnull(?1, (
                  SELECT max(recorded_at) FROM submission WHERE ?2 IS NULL OR recorded_at <= ?2)), '+8 hours')
                """,
            arguments: [horizon.receivedBy?.storeText, horizon.recordedBy?.storeText]) ?? ""
    }

    /// The registers other than that of the consortia.
    package var registers: Registers {
        get throws { try read { try RegisterReader($0, within: horizon).registers() } }
    }

    /// The decisions of ``registers`` that stand, without reading the rest.
    package var determinations: [Determination] {
        get throws { try read { try RegisterReader($0, within: horizon).determinations() } }
    }

    /// The transitions of ``registers``, without reading the rest.
    package var transitions: [Transition] {
        get throws { try read { try RegisterReader($0, within: horizon).transitions() } }
    }

    /// What was said of the work plans of one consortium, in the order of receipt.
    package func workPlans(of consortium: String) throws -> [WorkPlanEntry] {
        try read { try RegisterReader($0, within: horizon).workPlans(of: consortium) }
    }

    /// Everything that was ever determined on a consortium, what was withdrawn and what withdrew it included, in the order
    /// of receipt.
    package func everyDetermination(of consortium: String) throws -> [Determination] {
        try read { try RegisterReader($0, within: horizon).everyDetermination(of: consortium) }
    }

    /// The same of every consortium, by its id: one reading for a whole report.
    package func everyDetermination() throws -> [String: [Determination]] {
        let all = try read { try RegisterReader($0, within: horizon).everyDetermination() }
        return Dictionary(grouping: all, by: \.consortium)
    }

    /// The entries of a register that no rule reads by itself, by consortium and in the order of receipt; of one
    /// consortium where it is given. Of two with one key the later stands, what an authority and a secretariat say apart.
    package func entries(_ form: RegisterEntry.Form, of consortium: String? = nil) throws -> [RegisterEntry] {
        try read { try RegisterReader($0, within: horizon).entries(form, of: consortium) }
    }

    /// The entries of members whose 统一社会信用代码 more than one consortium has ever listed, as of
    /// ``entries(_:of:)``.
    package func sharedMembers() throws -> [RegisterEntry] {
        try read { db in
            try RegisterReader(db, within: horizon).entries(
                .members, of: nil,
                where: """
                    AND json_extract(entry."values", '$.creditCode') IN (
                      SELECT json_extract("values", '$.creditCode') FROM register_entry WHERE form = 'members'
                      GROUP BY 1 HAVING min(consortium) <> max(consortium))
                    """)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StoreError.translating(path) { try connections[0].read(body) }
    }
}

extension Store {
    /// The store now, or as it was known on a past day; panels are of `edition`.
    ///
    /// - Parameters:
    ///   - asOf: only what was received by then, and not taken back by then, is seen.
    ///   - recordedBy: only what the store had taken in by then is seen: what a past run saw.
    ///   - day: the day on which entries of the register of consortia are to hold, where they hold from a day on; by
    ///     default that of `asOf`, else the last day on which anything was recorded.
    ///   - year: the last that panels have at least, whether or not anybody has reported on it.
    /// - Throws: ``StoreError``.
    package func snapshot(
        edition: Edition, asOf: Date? = nil, recordedBy: Date? = nil, on day: CalendarDate? = nil,
        through year: ReportingYear? = nil
    ) throws -> StoreSnapshot {
        try StoreError.translating(path) {
            // Another process may write between the two: then they are taken anew.
            while true {
                let connections = [try pool.makeSnapshot(), try pool.makeSnapshot()]
                let revisions = try connections.map { connection in
                    try connection.read { try Int.fetchOne($0, sql: "SELECT max(id) FROM submission") ?? 0 }
                }
                guard revisions[0] == revisions[1] else { continue }
                return try StoreSnapshot(
                    path: path, connections: connections, revision: revisions[0], edition: edition,
                    horizon: Horizon(receivedBy: asOf, recordedBy: recordedBy), on: day, through: year)
            }
        }
    }
}
