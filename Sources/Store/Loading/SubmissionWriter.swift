internal import FEEL
internal import Foundation
internal import GRDB
internal import Standards

/// Writes one submission's rows, inside the transaction of its load.
struct SubmissionWriter {
    private let db: Database
    private let plans: Set<IndicatorCode>
    let submission: Int64
    private var consortia: Dimension
    private var indicators: Dimension
    private var parts: SourceParts
    private let observation: RawStatement
    private let documentUse: RawStatement
    /// By consortium: its observations, and the latest year with an actual figure. Plans are not counted for the year,
    /// for they run ahead of it.
    private var reports: [Int64: Report] = [:]
    private(set) var observationCount = 0
    /// The consortia whose panels may have changed.
    private(set) var touched: Set<Int64> = []

    private struct Report {
        var observationCount = 0
        var latestYear: Int?
    }

    init(_ db: Database, file: SubmissionFile, revision: Int, edition: Edition, loadedAt: Date) throws {
        self.db = db
        plans = Set(edition.indicators.filter { $0.revisionPolicy == .first }.map(\.code))
        submission = try Self.insert(db, file: file, status: .accepted, revision: revision, reason: nil, loadedAt)
        consortia = try Dimension(db, table: "consortium")
        indicators = try Dimension(db, table: "indicator")
        parts = SourceParts(db, submission: submission)
        observation = try RawStatement(
            db,
            """
            INSERT INTO observation (consortium, indicator, year, basis, submission, part, row, column,
              evidence, reason, content, coefficient, exponent, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        observation.bind(submission, at: 5)
        documentUse = try RawStatement(
            db,
            """
            INSERT INTO document_use (consortium, indicator, year, basis, submission, part, row, column, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        documentUse.bind(submission, at: 5)
    }

    /// Adds a line to the ledger and returns its id.
    static func insert(
        _ db: Database, file: SubmissionFile, status: SubmissionRecord.Status, revision: Int?, reason: String?,
        _ loadedAt: Date
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO submission
                  (status, file, path, sha256, size, sender, received_at, loaded_at, revision, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                status.rawValue, file.name, file.path, file.sha256, file.size, file.sender, file.receivedAt.storeText,
                loadedAt.storeText, revision, reason,
            ])
        return db.lastInsertedRowID
    }

    mutating func write(observations: some Sequence<Observation>) throws {
        // Rows of one consortium come together: its report is put away when the next one begins.
        var current: Int64?
        var report = Report()
        for row in observations {
            let consortium = try consortia.id(of: row.consortium)
            if current != consortium {
                if let current { reports[current] = report }
                current = consortium
                report = reports[consortium] ?? Report()
            }
            report.observationCount += 1
            if row.basis == .actual, !plans.contains(row.indicator) {
                report.latestYear = max(report.latestYear ?? 0, row.year.value)
            }
            let indicator = try indicators.id(of: row.indicator.text)
            let part = try parts.id(ofSheet: row.source.sheet)
            observation.bind(row, consortium: consortium, indicator: indicator, part: part)
            observation.bind(row.evidence, at: 9)
            observation.bind(row.reason, at: 10)
            observation.bind(row.value, from: 11)
            try observation.insert()
            observationCount += 1
            for hash in row.evidence.map(DocumentHash.all(in:)) ?? [] {
                documentUse.bind(row, consortium: consortium, indicator: indicator, part: part)
                documentUse.bind(hash, at: 9)
                try documentUse.insert()
            }
        }
        if let current { reports[current] = report }
        touched.formUnion(reports.keys)
    }

    /// Writes what tells of the rows: whose workbook they come from, how many there are of each form and each
    /// consortium.
    mutating func writeLedger(_ load: SubmissionLoad) throws {
        if let owner = load.workbookOf {
            try db.execute(
                sql: "INSERT INTO workbook (submission, consortium) VALUES (?, ?)",
                arguments: [submission, try consortia.id(of: owner)])
        }
        for form in load.forms.sorted(by: { $0.rawValue < $1.rawValue }) {
            let count =
                switch form {
                case .consortia: load.consortia.count
                case .observations: observationCount
                case .policies: load.policies.count
                case .incidents: load.incidents.count
                case .determinations: load.determinations.count
                }
            try db.execute(
                sql: "INSERT INTO submission_form (submission, form, row_count) VALUES (?, ?, ?)",
                arguments: [submission, form.rawValue, count])
        }
        let statement = try RawStatement(
            db,
            """
            INSERT INTO submission_consortium (consortium, submission, reporting_year, observation_count)
            VALUES (?, ?, ?, ?)
            """)
        for (consortium, report) in reports.sorted(by: { $0.key < $1.key }) {
            statement.bind(consortium, at: 1)
            statement.bind(submission, at: 2)
            statement.bind(report.latestYear.map(Int64.init), at: 3)
            statement.bind(Int64(report.observationCount), at: 4)
            try statement.insert()
        }
        try Self.insert(db, findings: load.findings, of: submission)
    }

    static func insert(_ db: Database, findings: [FindingRecord], of submission: Int64) throws {
        for finding in findings {
            try db.execute(
                sql: """
                    INSERT INTO finding
                      (submission, kind, severity, sheet, row, column, consortium, indicator, year, message)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, finding.kind, finding.severity, finding.sheet, finding.row, finding.column,
                    finding.consortium, finding.indicator, finding.year, finding.message,
                ])
        }
    }
}

extension RawStatement {
    /// Binds what says which cell of the cube a row is about and where it was read: the parameters 1 to 4 and 6 to 8.
    fileprivate func bind(_ row: Observation, consortium: Int64, indicator: Int64, part: Int64) {
        bind(consortium, at: 1)
        bind(indicator, at: 2)
        bind(Int64(row.year.value), at: 3)
        bind(row.basis.column, at: 4)
        bind(part, at: 6)
        bind(Int64(row.source.row), at: 7)
        bind(Int64(row.source.column), at: 8)
    }
}

// MARK: - Registers

extension SubmissionWriter {
    mutating func write(consortia entries: [Consortium]) throws {
        for entry in entries {
            try db.execute(
                sql: """
                    INSERT INTO consortium_entry
                      (submission, consortium, name, kind, province, prefecture, park, park_level, lead_school,
                       lead_enterprise, cohort, stage, designated_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try consortia.id(of: entry.id), entry.name, entry.kind.rawValue, entry.province,
                    entry.prefecture, entry.park, entry.parkLevel, entry.leadSchool, entry.leadEnterprise,
                    entry.cohort, entry.stage, entry.designatedOn?.description,
                ])
        }
    }

    mutating func write(policies entries: [Policy]) throws {
        for entry in entries {
            try db.execute(
                sql: """
                    INSERT INTO policy_entry
                      (submission, part, row, column, policy, level, region, title, number, issuer, issued_on,
                       is_effective, evidence)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try parts.id(ofSheet: entry.source.sheet), entry.source.row, entry.source.column,
                    entry.id, entry.level?.rawValue, entry.region, entry.title, entry.number, entry.issuer,
                    entry.issuedOn?.description, entry.isEffective, entry.evidence,
                ])
        }
    }

    mutating func write(incidents entries: [Incident]) throws {
        for entry in entries {
            try db.execute(
                sql: """
                    INSERT INTO incident_entry
                      (submission, part, row, column, incident, consortium, occurred_on, domain, severity,
                       has_adverse_impact, status, evidence)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try parts.id(ofSheet: entry.source.sheet), entry.source.row, entry.source.column,
                    entry.id, try consortia.id(of: entry.consortium), entry.occurredOn?.description,
                    entry.domain?.rawValue, entry.severity?.rawValue, entry.hasAdverseImpact, entry.status?.rawValue,
                    entry.evidence,
                ])
        }
    }

    mutating func write(formFields fields: [FormFieldRecord]) throws {
        try FormFieldWriter(db: db, submission: submission).write(fields, parts: &parts)
    }

    mutating func write(determinations entries: [Determination]) throws {
        for entry in entries {
            let consortium = try consortia.id(of: entry.consortium)
            try db.execute(
                sql: """
                    INSERT INTO determination_entry
                      (submission, part, row, column, consortium, clause, year, decision, decided_by, decided_on,
                       ground, evidence)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, try parts.id(ofSheet: entry.source.sheet), entry.source.row, entry.source.column,
                    consortium, entry.clause, entry.year.value, entry.decision.rawValue, entry.by,
                    entry.on?.description, entry.ground, entry.evidence,
                ])
            // A plan change that was accepted changes which plan counts.
            if entry.decision == .acceptPlanChange { touched.insert(consortium) }
        }
    }
}
