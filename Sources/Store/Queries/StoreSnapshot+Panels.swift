internal import Dispatch
internal import Foundation
internal import GRDB
package import History
package import Standards
internal import Synchronization

extension StoreSnapshot {
    /// Calls `transform` with each consortium's place in ``consortia`` and its panel, on two threads, and returns a
    /// result for every one of ``consortia``, in their order. A consortium that reported nothing has an empty panel.
    ///
    /// `withSources` reads also where each cell came from; without it panels have no locators and reading is faster.
    ///
    /// - Throws: ``StoreError``, and whatever `transform` throws.
    package func mapPanels<Result: Sendable>(
        withSources: Bool, _ transform: @Sendable (_ place: Int, _ panel: Panel) throws -> Result
    ) throws -> [Result] {
        let ids = places.keys.sorted()
        let halves = [ids.prefix(ids.count / 2), ids.suffix(from: ids.count / 2)]
        let outcomes = Mutex<[Swift.Result<[(place: Int, result: Result)], any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: halves.count) { half in
            let outcome = Swift.Result {
                try connections[half].read { db in
                    try map(halves[half], db, withSources: withSources, transform)
                }
            }
            outcomes.withLock { $0.append(outcome) }
        }
        let parts = try StoreError.translating(path) { try outcomes.withLock { $0 }.map { try $0.get() } }
        var results = [Result?](repeating: nil, count: consortia.count)
        for part in parts {
            for (place, result) in part { results[place] = result }
        }
        return try zip(consortia, results).map { consortium, result in
            guard let result else { throw StoreError.damaged(path: path, detail: "panel: \(consortium.id)") }
            return result
        }
    }

    /// The panels of all consortia, by their ids.
    package func panels(withSources: Bool) throws -> [String: Panel] {
        let panels = try mapPanels(withSources: withSources) { place, panel in (consortia[place].id, panel) }
        // Ids that differ in bytes alone are one to Swift: the first stands for both.
        return Dictionary(panels, uniquingKeysWith: { first, _ in first })
    }

    /// The panel of one consortium with its sources; nil where the store knows none of that id.
    package func panel(of consortium: String) throws -> Panel? {
        guard let place = consortia.firstIndex(where: { $0.id == consortium }),
            let id = places.first(where: { $0.value == place })?.key
        else { return nil }
        return try read { db in
            try map([id], db, withSources: true) { _, panel in panel }.first?.result
        }
    }

    /// The panels of some consortia, by their ids, with their sources; of those that the store knows.
    package func panels(of wanted: Set<String>) throws -> [String: Panel] {
        let ids = places.filter { wanted.contains(consortia[$0.value].id) }.keys.sorted()
        let panels = try read { db in try map(ids, db, withSources: true) { (consortia[$0].id, $1) } }
        return Dictionary(panels.map(\.result), uniquingKeysWith: { first, _ in first })
    }

    /// `ids` ascending.
    func map<Result>(
        _ ids: some BidirectionalCollection<Int64>, _ db: Database, withSources: Bool,
        _ transform: (_ place: Int, _ panel: Panel) throws -> Result
    ) throws -> [(place: Int, result: Result)] {
        guard let first = ids.first, let last = ids.last else { return [] }
        var results: [(place: Int, result: Result)] = []
        results.reserveCapacity(ids.count)
        var unread = Set(ids)
        func take(_ id: Int64, _ panel: Panel) throws {
            guard let place = places[id] else { return }
            results.append((place, try transform(place, panel)))
        }
        if let storedLayout {
            let statement = try RawStatement(
                db,
                """
                SELECT consortium, cells\(withSources ? ", sources" : "") FROM panel
                WHERE edition = ? AND consortium BETWEEN ? AND ? AND layout = ? ORDER BY consortium
                """)
            statement.bind(edition.id, at: 1)
            statement.bind(first, at: 2)
            statement.bind(last, at: 3)
            statement.bind(storedLayout, at: 4)
            while try statement.step() {
                let id = statement.integer(0)
                // Bytes that are no panel are made anew below.
                guard unread.contains(id),
                    let panel = Panel(cells: statement.blob(1), sources: withSources ? statement.blob(2) : nil)
                else { continue }
                unread.remove(id)
                try take(id, panel)
            }
        }
        guard !unread.isEmpty else { return results }
        let reader = try ConsortiumHistory.Reader(db, edition: edition.id, within: horizon)
        for id in unread.sorted() {
            try take(id, scheme.panel(of: try reader.history(of: id)))
        }
        return results
    }
}

extension Store {
    /// The panel of one consortium as it stands, without its sources: one reading, whatever else the store holds. Nil
    /// where the store knows none of that id.
    package func panel(of consortium: String, edition: Edition) throws -> Panel? {
        try read { db in
            guard
                let id = try Int64.fetchOne(
                    db, sql: "SELECT id FROM consortium WHERE code = ?", arguments: [consortium])
            else { return nil }
            let scheme = try PanelScheme(db, edition: edition)
            if let layout = try scheme.id(db),
                let cells = try Data.fetchOne(
                    db, sql: "SELECT cells FROM panel WHERE edition = ? AND consortium = ? AND layout = ?",
                    arguments: [edition.id, id, layout]),
                let panel = cells.withUnsafeBytes({ Panel(cells: $0, sources: nil) })
            {
                return panel
            }
            return scheme.panel(of: try ConsortiumHistory.Reader(db, edition: edition.id).history(of: id))
        }
    }
}
