internal import FEEL
internal import Foundation
internal import GRDB
internal import Standards

/// Reads the registers as they stand, or stood: of each entry what was received last and not taken back.
///
/// What an authority says and what a consortium says itself are different entries, also under one id: neither supersedes
/// the other.
struct RegisterReader {
    let db: Database
    let horizon: Horizon
    let repeated = RepeatedWords()
    private let withdrawals: Withdrawals

    init(_ db: Database, within horizon: Horizon) throws {
        self.db = db
        self.horizon = horizon
        withdrawals = try Withdrawals(db, within: horizon)
    }

    /// Entries are in the order of their ids (determinations: consortium, clause, year; transitions: consortium, day).
    func registers() throws -> Registers {
        let coverage = try coverage()
        var registers = Registers(
            policies: try policies(), incidents: try incidents(), determinations: try determinations(),
            transitions: try transitions(), policyCoverage: coverage[.policies] ?? Registers.Coverage(),
            incidentCoverage: coverage[.incidents] ?? Registers.Coverage())
        registers.unplacedPolicies = try unplacedPolicies()
        registers.unassignedIncidents = try unassignedIncidents()
        registers.workPlans = try workPlans()
        registers.filings = try filings(and: registers.workPlans)
        registers.tasks = try entries(.tasks, of: nil).compactMap(MemberTask.init)
        registers.evaluations = try entries(.evaluations, of: nil).compactMap(Evaluation.init)
        registers.ratings = try ratings()
        registers.quarters = try quarterFigures()
        registers.targetFigures = try entries(.targets, of: nil, where: Self.ofAuthorities).compactMap(
            TargetFigure.init)
        return registers
    }

    /// What the registers that authorities sent cover, also where they are empty, up to the day in China on which they
    /// were received last. What a consortium lists itself covers nothing, nor did its workbook in the first edition.
    private func coverage() throws -> [SubmissionForm: Registers.Coverage] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT form, region, date(submission.received_at, '+8 hours'), sent.id FROM submission_form
                JOIN submission AS sent ON sent.id = submission_form.submission
                JOIN (
                  SELECT id, received_at, recorded_at FROM submission
                  UNION ALL SELECT submission, received_at, recorded_at FROM register_receipt
                ) AS submission ON submission.id = sent.id
                WHERE form IN ('policies', 'incidents') AND authority = 'authority' AND consortium = ''
                  AND \(Horizon.condition)
                """, arguments: horizon.arguments)
        return rows.reduce(into: [:]) { coverage, row in
            guard let form = SubmissionForm(rawValue: row[0]), let day = CalendarDate(row[2] as String),
                !withdrawals.submissions.contains(row[3])
            else { return }
            coverage[form, default: Registers.Coverage()].add(row[1], until: day)
        }
    }

    /// What an entry is known by: whose word it is, and its id within an owner (a policy's region, an incident's
    /// consortium). An entry without a number stands by itself.
    private struct EntryKey: Hashable, Comparable {
        let id: String
        let owner: String
        /// The consortium that says it itself; nil for an authority.
        let reportedBy: String?
        /// The row itself, where there is no number.
        let row: Int64

        init(id: String, owner: String, of row: Row) {
            self.id = id
            self.owner = owner
            reportedBy = row.reportedBy
            self.row = id.isEmpty ? row["id"] : 0
        }

        static func < (left: EntryKey, right: EntryKey) -> Bool {
            (left.id, left.owner, left.reportedBy ?? "", left.row)
                < (right.id, right.owner, right.reportedBy ?? "", right.row)
        }

        /// The authority's entry of the same name; nil where this is one, or has no name.
        var ofAuthority: EntryKey? {
            reportedBy == nil || id.isEmpty ? nil : EntryKey(id: id, owner: owner)
        }

        private init(id: String, owner: String) {
            self.id = id
            self.owner = owner
            reportedBy = nil
            row = 0
        }
    }

    private func policies() throws -> [Policy] {
        var policies: [EntryKey: Policy] = [:]
        for row in try entries("policy_entry", .policies, id: "policy", with: "sheet", Self.part) {
            let key = EntryKey(id: row["policy"], owner: row["region"], of: row)
            policies[key] = Policy(
                id: key.id, level: try row.optionalChoice("level"), region: key.owner, title: row["title"],
                number: row["number"], issuer: row["issuer"], issuedOn: row.date("issued_on"),
                isEffective: row["is_effective"], evidence: row["evidence"], validUntil: row.date("valid_until"),
                repealedOn: row.date("repealed_on"), hasUnknownTerm: row.isNoDay("valid_until"),
                hasUnknownRepeal: row.isNoDay("repealed_on"), reportedBy: key.reportedBy, source: row.source)
        }
        return policies.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Where an authority has registered an incident, what the consortium says of it is not shown. Of what one authority
    /// says the latest stands; several, each of its region, do not supersede each other.
    private func incidents() throws -> [Incident] {
        var accounts: [EntryKey: [Incident]] = [:]
        let joins = Self.part + " " + Self.consortium
        for row in try entries("incident_entry", .incidents, id: "incident", with: "code, sheet", joins) {
            let key = EntryKey(id: row["incident"], owner: row["code"], of: row)
            let incident = Incident(
                id: key.id, consortium: key.owner, occurredOn: row.date("occurred_on"),
                domain: try row.optionalChoice("domain"), severity: try row.optionalChoice("severity"),
                hasAdverseImpact: row["has_adverse_impact"], status: try row.optionalChoice("status"),
                evidence: row["evidence"], description: row["description"], reportedBy: key.reportedBy,
                region: key.reportedBy == nil ? row["sender_region"] : nil, source: row.source)
            accounts[key, default: []].removeAll { $0.region == incident.region }
            accounts[key, default: []].append(incident)
        }
        let incidents = accounts.compactMapValues(Incident.reconciled)
        return incidents.filter { entry in entry.key.ofAuthority.map { incidents[$0] == nil } ?? true }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rows of a register in the order they were received and without those taken back, with the columns of the
    /// tables joined to `entry` and those that tell who sent them. `id` is the column that entries are known by.
    func entries(
        _ table: String, _ form: SubmissionForm, id: String?, with columns: String, _ joins: String,
        where condition: String = "", _ arguments: StatementArguments = StatementArguments()
    ) throws -> [Row] {
        var rows: [Row] = []
        try visitEntries(table, form, id: id, with: columns, joins, where: condition, arguments) {
            rows.append($0.copy())
        }
        return rows
    }

    /// The same rows, one at a time: a row is valid until the next one comes.
    func visitEntries(
        _ table: String, _ form: SubmissionForm, id: String?, with columns: String, _ joins: String,
        where condition: String = "", _ arguments: StatementArguments = StatementArguments(),
        _ visit: (Row) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT entry.*, file, sha256, authority, submission.consortium AS sender_consortium,
                  submission.region AS sender_region, \(columns)
                FROM \(table) AS entry JOIN submission ON submission.id = entry.submission \(joins)
                WHERE \(Horizon.condition) \(condition) ORDER BY \(Horizon.order), entry.id
                """, arguments: horizon.arguments + arguments)
        while let row = try rows.next() {
            let isTakenBack = try withdrawals.takesBack(
                form, id.flatMap { row[$0] }, about: row["consortium"], of: row["submission"])
            if !isTakenBack { try visit(row) }
        }
    }

    /// Whether a consortium's entry that came with `submission` counts no more.
    func isTakenBack(consortium: String, of submission: Int64) throws -> Bool {
        try withdrawals.takesBack(.consortia, consortium, about: nil, of: submission)
    }

    static let part = "JOIN source_part ON source_part.id = entry.part"
    static let consortium = "JOIN consortium ON consortium.id = entry.consortium"
    /// What a secretariat may not say is not heard.
    static let ofAuthorities = "AND authority = 'authority'"
    /// Of the consortium `:code`, or of all where that is NULL.
    static let ofConsortium = "AND (:code IS NULL OR code = :code)"
}
