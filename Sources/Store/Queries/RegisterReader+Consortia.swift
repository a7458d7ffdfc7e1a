internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// The register of consortia on a day.
    struct ConsortiumRegister {
        /// In the order of their ids: of each the entry that holds on the day.
        var consortia: [Consortium] = []
        /// Their numbers in the store.
        var ids: [Int64] = []
        /// Of those that have several, every entry, also one that holds from a later day on, in the order of the days.
        var entries: [Consortium] = []
    }

    /// The register as it holds on `day`. Of entries that hold from the same day on, the one received last stands; what
    /// one leaves blank is as the one before it says.
    ///
    /// There may be thousands, so no row is looked into by name or sorted by SQLite.
    func consortia(on day: String) throws -> ConsortiumRegister {
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
              cohort, stage, designated_on, valid_from, predecessor, submission, other_regions, level, level_on
            FROM consortium_entry JOIN consortium ON consortium.id = consortium ORDER BY consortium_entry.id
            """)
        var found: [Int64: [(validFrom: String, rank: Int, consortium: Consortium)]] = [:]
        while try statement.step() {
            let submission = statement.integer(15)
            guard let rank = ranks[submission] else { continue }
            let id = statement.integer(0)
            let validFrom = statement.optionalText(13) ?? ""
            let known = found[id]?.firstIndex { $0.validFrom == validFrom }
            if let known, let earlier = found[id]?[known].rank, rank < earlier { continue }
            guard try !isTakenBack(consortium: statement.text(2), of: submission) else { continue }
            let entry = (validFrom, rank, try Consortium(statement))
            if let known { found[id]?[known] = entry } else { found[id, default: []].append(entry) }
        }
        var register = ConsortiumRegister()
        var holding: [(id: Int64, consortium: Consortium)] = []
        for (id, entries) in found {
            let entries = entries.map(\.consortium).inOrderOfValidity
            if entries.count > 1 { register.entries += entries }
            if let entry = entries.last(where: { ($0.validFrom?.description ?? "") <= day }) {
                holding.append((id, entry))
            }
        }
        holding.sort { $0.consortium.id < $1.consortium.id }
        register.consortia = holding.map(\.consortium)
        register.ids = holding.map(\.id)
        register.entries = register.entries.enumerated().sorted { left, right in
            (left.element.id, left.offset) < (right.element.id, right.offset)
        }.map(\.element)
        return register
    }
}

extension Consortium {
    /// Of the columns from the second on.
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
            validFrom: row.optionalText(13).flatMap { CalendarDate($0) }, predecessor: row.optionalText(14),
            otherRegions: row.optionalText(16)?.split(separator: ",").map(String.init) ?? [],
            level: row.optionalText(17).flatMap(DesignationLevel.init),
            levelOn: row.optionalText(18).flatMap { CalendarDate($0) })
    }
}
