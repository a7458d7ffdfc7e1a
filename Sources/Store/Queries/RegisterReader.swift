internal import FEEL
internal import Foundation
internal import GRDB
internal import Standards

/// Reads the registers as they stand, or stood: of each entry what was received last.
struct RegisterReader {
    let db: Database
    let asOf: Date?

    /// The consortia in the order of their codes, and their ids in the store. There may be thousands, so no row is looked
    /// into by name or sorted by SQLite, and the large values are moved once.
    func consortia() throws -> (consortia: [Consortium], ids: [Int64]) {
        // The submissions in the order of receipt; of their rows, those with the greater id came later.
        let received = try Int64.fetchAll(
            db, sql: "SELECT id FROM submission WHERE ?1 IS NULL OR received_at <= ?1 ORDER BY received_at, id",
            arguments: [asOf?.storeText])
        let ranks = Dictionary(uniqueKeysWithValues: zip(received, received.indices))
        let statement = try RawStatement(
            db,
            """
            SELECT consortium, kind, code, name, province, prefecture, park, park_level, lead_school, lead_enterprise,
              cohort, stage, designated_on, submission
            FROM consortium_entry JOIN consortium ON consortium.id = consortium ORDER BY consortium_entry.id
            """)
        var consortia: [Consortium] = []
        var ids: [Int64] = []
        var places: [Int64: (index: Int, rank: Int)] = [:]
        while try statement.step() {
            let id = statement.integer(0)
            let known = places[id]
            guard let rank = ranks[statement.integer(13)], rank >= known?.rank ?? 0 else { continue }
            let word = statement.text(1)
            guard let kind = ConsortiumKind(rawValue: word) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "kind: \(word)")
            }
            let consortium = Consortium(statement, kind: kind)
            places[id] = (known?.index ?? ids.count, rank)
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

    /// Entries are in the order of their ids (determinations: consortium, clause, year).
    func registers() throws -> Registers {
        let coverage = try coverage()
        return Registers(
            policies: coverage[.policies] == nil ? nil : try policies(),
            incidents: coverage[.incidents] == nil ? nil : try incidents(),
            determinations: coverage[.determinations] == nil ? nil : try determinations(),
            policyCoverage: coverage[.policies] ?? .all, incidentCoverage: coverage[.incidents] ?? .all)
    }

    /// Whom the forms that were collected speak for.
    private func coverage() throws -> [SubmissionForm: Registers.Coverage] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT form, code FROM submission_form AS found
                JOIN submission ON submission.id = found.submission
                LEFT JOIN workbook ON workbook.submission = found.submission
                LEFT JOIN consortium ON consortium.id = workbook.consortium
                WHERE ?1 IS NULL OR received_at <= ?1
                """, arguments: [asOf?.storeText])
        return rows.reduce(into: [:]) { coverage, row in
            guard let form = SubmissionForm(rawValue: row[0]) else { return }
            coverage[form, default: .only([])].add(row[1])
        }
    }

    /// What an entry is known by: a policy's number means something within its region, an incident's within its
    /// consortium. An entry without a number stands by itself.
    private struct EntryKey: Hashable, Comparable {
        let id: String
        let owner: String
        /// The row itself, where there is no number.
        let row: Int64

        init(id: String, owner: String, row: Int64) {
            self.id = id
            self.owner = owner
            self.row = id.isEmpty ? row : 0
        }

        static func < (left: EntryKey, right: EntryKey) -> Bool {
            (left.id, left.owner, left.row) < (right.id, right.owner, right.row)
        }
    }

    private func policies() throws -> [Policy] {
        var policies: [EntryKey: Policy] = [:]
        for row in try entries("policy_entry", with: "sheet", Self.part) {
            let key = EntryKey(id: row["policy"], owner: row["region"], row: row["id"])
            policies[key] = Policy(
                id: key.id, level: try row.optionalChoice("level"), region: key.owner, title: row["title"],
                number: row["number"], issuer: row["issuer"], issuedOn: row.date("issued_on"),
                isEffective: row["is_effective"], evidence: row["evidence"], source: row.source)
        }
        return policies.sorted { $0.key < $1.key }.map(\.value)
    }

    private func incidents() throws -> [Incident] {
        var incidents: [EntryKey: Incident] = [:]
        for row in try entries("incident_entry", with: "code, sheet", Self.part + " " + Self.consortium) {
            let key = EntryKey(id: row["incident"], owner: row["code"], row: row["id"])
            incidents[key] = Incident(
                id: key.id, consortium: key.owner, occurredOn: row.date("occurred_on"),
                domain: try row.optionalChoice("domain"), severity: try row.optionalChoice("severity"),
                hasAdverseImpact: row["has_adverse_impact"], status: try row.optionalChoice("status"),
                evidence: row["evidence"], source: row.source)
        }
        return incidents.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Every decision, those on one clause and year in the order they were received: which of them counts is a matter
    /// of the assessment.
    private func determinations() throws -> [Determination] {
        let determinations = try entries("determination_entry", with: "code, sheet", Self.part + " " + Self.consortium)
            .map { row in
                Determination(
                    consortium: row["code"], clause: row["clause"], year: ReportingYear(row["year"]),
                    decision: try row.choice("decision"), by: row["decided_by"], on: row.date("decided_on"),
                    ground: row["ground"], evidence: row["evidence"], source: row.source)
            }
        return determinations.enumerated().sorted { left, right in
            (left.element.consortium, left.element.clause, left.element.year, left.offset)
                < (right.element.consortium, right.element.clause, right.element.year, right.offset)
        }.map(\.element)
    }

    /// The rows of a register in the order they were received, with the columns of the tables joined to `entry`.
    private func entries(_ table: String, with columns: String, _ joins: String) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT entry.*, file, sha256, \(columns) FROM \(table) AS entry
                JOIN submission ON submission.id = entry.submission \(joins)
                WHERE ?1 IS NULL OR received_at <= ?1 ORDER BY received_at, entry.submission, entry.id
                """, arguments: [asOf?.storeText])
    }

    private static let part = "JOIN source_part ON source_part.id = entry.part"
    private static let consortium = "JOIN consortium ON consortium.id = entry.consortium"
}

extension Consortium {
    /// Of the columns code to designated_on, from the third on.
    fileprivate init(_ row: RawStatement, kind: ConsortiumKind) {
        self.init(
            id: row.text(2), name: row.text(3), kind: kind, province: row.text(4), prefecture: row.text(5),
            park: row.text(6), parkLevel: row.text(7), leadSchool: row.text(8), leadEnterprise: row.text(9),
            cohort: row.text(10), stage: row.text(11),
            designatedOn: row.optionalText(12).flatMap { CalendarDate($0) })
    }
}

extension Row {
    /// Where a register entry was read, of the columns file, sha256, sheet, row and column.
    fileprivate var source: CellSource {
        CellSource(
            file: self["file"], sha256: self["sha256"], sheet: self["sheet"], row: self["row"],
            column: self["column"])
    }

    fileprivate func date(_ column: String) -> CalendarDate? {
        (self[column] as String?).flatMap { CalendarDate($0) }
    }

    fileprivate func optionalChoice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice? {
        guard let text: String = self[column] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column): \(text)")
        }
        return choice
    }

    fileprivate func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        guard let choice: Choice = try optionalChoice(column) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(column): NULL")
        }
        return choice
    }
}
