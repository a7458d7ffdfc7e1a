internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// The consortia in the order of their ids, and their numbers in the store: of each the entry that holds on `day`,
    /// the one that holds from the latest day on, and of those the one received last.
    ///
    /// There may be thousands, so no row is looked into by name or sorted by SQLite, and the large values are moved once.
    func consortia(on day: String) throws -> (consortia: [Consortium], ids: [Int64]) {
        // The submissions in the order of receipt; of their rows, those with the greater id came later.
        let received = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM submission WHERE authority = 'authority' AND \(Horizon.condition)
                ORDER BY \(Horizon.order)
                """, arguments: horizon.arguments)
        let ranks = Dictionary(uniqueKeysWithValues: zip(received, received.indices))
        let statement = try RawStatement(
            db,
            """
            SELECT consortium, kind, code, name, province, prefecture, park, park_level, lead_school, lead_enterprise,
              cohort, stage, designated_on, valid_from, predecessor, submission
            FROM consortium_entry JOIN consortium ON consortium.id = consortium
            WHERE valid_from IS NULL OR valid_from <= ? ORDER BY consortium_entry.id
            """)
        statement.bind(day, at: 1)
        var consortia: [Consortium] = []
        var ids: [Int64] = []
        var places: [Int64: (index: Int, validFrom: String, rank: Int)] = [:]
        while try statement.step() {
            let id = statement.integer(0)
            let validFrom = statement.optionalText(13) ?? ""
            let submission = statement.integer(15)
            guard let rank = ranks[submission] else { continue }
            let known = places[id]
            if let known, (validFrom, rank) < (known.validFrom, known.rank) { continue }
            guard try !isTakenBack(consortium: statement.text(2), of: submission) else { continue }
            let consortium = try Consortium(statement)
            places[id] = (known?.index ?? ids.count, validFrom, rank)
            if let known {
                consortia[known.index] = consortium
            } else {
                ids.append(id)
                consortia.append(consortium)
            }
        }
        let order = ids.indices.sorted { consortia[$0].id < consortia[$1].id }
        return (order.map { consortia[$0] }, order.map { ids[$0] })
    }
}

extension Consortium {
    /// Of the columns kind to predecessor, from the second on.
    fileprivate init(_ row: RawStatement) throws {
        let word = row.text(1)
        guard let kind = ConsortiumKind(rawValue: word) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "kind: \(word)")
        }
        self.init(
            id: row.text(2), name: row.text(3), kind: kind, province: row.text(4), prefecture: row.text(5),
            park: row.text(6), parkLevel: row.text(7), leadSchool: row.text(8), leadEnterprise: row.text(9),
            cohort: row.text(10), stage: row.text(11),
            designatedOn: row.optionalText(12).flatMap { CalendarDate($0) },
            validFrom: row.optionalText(13).flatMap { CalendarDate($0) }, predecessor: row.optionalText(14))
    }
}
