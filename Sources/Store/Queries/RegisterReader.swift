internal import FEEL
internal import Foundation
internal import GRDB
internal import Standards

/// Reads the registers as they stand, or stood: of each entry what was received last.
struct RegisterReader {
    let db: Database
    let asOf: Date?

    /// The consortia of one kind by their ids in the store. There may be thousands, so no row is looked into by name.
    func consortia(of kind: ConsortiumKind) throws -> [Int64: Consortium] {
        let statement = try RawStatement(
            db,
            """
            SELECT consortium, kind, code, name, province, prefecture, park, park_level, lead_school, lead_enterprise,
              cohort, stage, designated_on
            FROM consortium_entry
            JOIN consortium ON consortium.id = consortium
            JOIN submission ON submission.id = submission
            WHERE ?1 IS NULL OR received_at <= ?1 ORDER BY received_at, submission, consortium_entry.id
            """)
        statement.bind(asOf?.storeText, at: 1)
        var consortia: [Int64: Consortium] = [:]
        while try statement.step() {
            // A consortium that changed its kind is no longer one of the other.
            let isOfKind = statement.text(1) == kind.rawValue
            consortia[statement.integer(0)] = isOfKind ? Consortium(statement, kind: kind) : nil
        }
        return consortia
    }

    /// Entries are in the order of their ids (determinations: consortium, clause, year).
    func registers() throws -> Registers {
        let collected = try Set(
            String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT form FROM submission_form JOIN submission ON submission.id = submission
                    WHERE ?1 IS NULL OR received_at <= ?1
                    """, arguments: [asOf?.storeText]))
        func isCollected(_ form: SubmissionForm) -> Bool { collected.contains(form.rawValue) }
        return Registers(
            policies: isCollected(.policies) ? try policies() : nil,
            incidents: isCollected(.incidents) ? try incidents() : nil,
            determinations: isCollected(.determinations) ? try determinations() : nil)
    }

    private func policies() throws -> [Policy] {
        var policies: [String: Policy] = [:]
        for row in try entries("policy_entry", with: "sheet", Self.part) {
            let id: String = row["policy"]
            policies[id] = Policy(
                id: id, level: try row.optionalChoice("level"), region: row["region"], title: row["title"],
                number: row["number"], issuer: row["issuer"], issuedOn: row.date("issued_on"),
                isEffective: row["is_effective"], evidence: row["evidence"], source: row.source)
        }
        return policies.values.sorted { $0.id < $1.id }
    }

    private func incidents() throws -> [Incident] {
        var incidents: [String: Incident] = [:]
        for row in try entries("incident_entry", with: "code, sheet", Self.part + " " + Self.consortium) {
            let id: String = row["incident"]
            incidents[id] = Incident(
                id: id, consortium: row["code"], occurredOn: row.date("occurred_on"),
                domain: try row.optionalChoice("domain"), severity: try row.optionalChoice("severity"),
                hasAdverseImpact: row["has_adverse_impact"], status: try row.optionalChoice("status"),
                evidence: row["evidence"], source: row.source)
        }
        return incidents.values.sorted { $0.id < $1.id }
    }

    /// A later decision on the same clause and year supersedes the earlier one; that a plan change is accepted is a
    /// matter of its own.
    private func determinations() throws -> [Determination] {
        struct Key: Hashable, Comparable {
            let consortium: String
            let clause: String
            let year: Int
            let isPlanChange: Bool

            static func < (left: Key, right: Key) -> Bool {
                (left.consortium, left.clause, left.year, left.isPlanChange ? 1 : 0)
                    < (right.consortium, right.clause, right.year, right.isPlanChange ? 1 : 0)
            }
        }
        var determinations: [Key: Determination] = [:]
        for row in try entries("determination_entry", with: "code, sheet", Self.part + " " + Self.consortium) {
            let decision: DeterminationDecision = try row.choice("decision")
            let key = Key(
                consortium: row["code"], clause: row["clause"], year: row["year"],
                isPlanChange: decision == .acceptPlanChange)
            determinations[key] = Determination(
                consortium: key.consortium, clause: key.clause, year: ReportingYear(key.year), decision: decision,
                by: row["decided_by"], on: row.date("decided_on"), ground: row["ground"], evidence: row["evidence"],
                source: row.source)
        }
        return determinations.sorted { $0.key < $1.key }.map(\.value)
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
