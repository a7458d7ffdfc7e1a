internal import FEEL
internal import Foundation
internal import GRDB
internal import History
internal import Standards

/// Writes one submission's rows, inside the transaction of its load.
struct SubmissionWriter {
    let db: Database
    let submission: Int64
    var sealing: Sealing
    var consortia: Dimension
    var parts: SourceParts
    private let edition: Edition
    private var indicators: Dimension
    private let documentUse: RawStatement
    private let findings: FindingRows
    /// What adds the figures to the stored panels; nil where no panels are kept.
    private(set) var merging: PanelMerging?
    /// The consortia whose panels it could not add to.
    private var unmerged: Set<Int64> = []
    /// By consortium: its observations, and the latest year with an actual figure that is there: an untouched form is
    /// no report. Plans are not counted for the year, for they run ahead of it.
    private var reports: [Int64: Report] = [:]
    private(set) var observationCount = 0
    /// The consortia whose panels may have changed, under whatever edition: by what was decided or taken back.
    var shaken: Set<Int64> = []

    private struct Report {
        let code: String
        var observationCount = 0
        var latestYear: Int?
        var earliestYear: Int?

        mutating func note(_ row: FigureRow, isPlan: Bool) {
            observationCount += 1
            if row.basis == .actual, row.value.status == .reported, !isPlan {
                latestYear = max(latestYear ?? 0, Int(row.year))
            }
            if row.value != .missing { earliestYear = min(earliestYear ?? .max, Int(row.year)) }
        }
    }

    init(
        _ db: Database, file: SubmissionFile, edition: Edition, recordedAt: Date, sealing: Sealing,
        findings: [FindingRecord] = [], laterFindings: (@Sendable () throws -> [FindingRecord])? = nil,
        keepsPanels: Bool = true
    ) throws {
        self.db = db
        self.edition = edition
        self.sealing = sealing
        submission = try Self.insert(db, file: file, status: .accepted, reason: nil, recordedAt)
        self.findings = try FindingRows(
            db, findings, later: laterFindings, of: submission, into: sealing.tables("finding"))
        consortia = try .consortia(db)
        indicators = try .indicators(db, edition: edition.id)
        parts = SourceParts(db, submission: submission)
        if keepsPanels {
            merging = try PanelMerging(
                db, edition: edition, submission: submission,
                voice: file.origin.authority == .authority ? .authority : .own)
        }
        documentUse = try RawStatement(
            db,
            """
            INSERT INTO document_use (consortium, indicator, year, period, basis, submission, part, row, column, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
            """)
        documentUse.bind(submission, at: 6)
    }

    /// The consortia that it gives figures of.
    var reported: Set<Int64> { Set(reports.keys) }
    /// The consortia whose panels under the edition have to be rebuilt.
    var stale: Set<Int64> { shaken.union(unmerged) }

    mutating func write(_ figures: FigureRows) throws {
        guard !figures.rows.isEmpty, let table = sealing.tables("observation") else { return }
        let digests = FigureDigests(figures, into: table, of: submission, edition: edition.id).begin()
        var places = FigurePlaces(figures, edition)
        var insertion = try ObservationInsertion(db, figures, of: submission)
        // Rows of one consortium come together: its report is put away when the next one begins.
        var current: Int64?
        var report = Report(code: "")
        var ofCurrent: [PanelMerging.Figure] = []
        for (position, row) in figures.rows.enumerated() {
            let consortium = try places.consortium(row) { try consortia.id(of: $0) }
            if current != consortium {
                try insertion.flush()
                if let current { try close(report, of: current, &ofCurrent) }
                current = consortium
                let code = figures.consortia[Int(row.consortium)]
                report = reports[consortium] ?? Report(code: code)
            }
            report.note(row, isPlan: places.isPlan(row))
            let indicator = try places.indicator(row) { try indicators.id(of: $0) }
            let part = try places.part(row) { try parts.id(ofSheet: $0) }
            try insertion.insert(.init(position: position, consortium: consortium, indicator: indicator, part: part))
            if merging != nil, row.period == .year {
                ofCurrent.append(
                    PanelMerging.Figure(
                        indicator: indicator, ordinal: places.ordinal(row), year: Int(row.year), basis: row.basis,
                        value: row.value,
                        locator: SourceLocator(part: Int(part), row: Int(row.line), column: Int(row.column))))
            }
            for hash in places.documents(row) {
                documentUse.bind(row, consortium: consortium, indicator: indicator, part: part)
                documentUse.bind(hash, at: 10)
                try sealing.add(documentUse, of: "document_use")
            }
        }
        observationCount += figures.rows.count
        try insertion.flush()
        if let current { try close(report, of: current, &ofCurrent) }
        sealing.add(digests.finish())
    }

    private mutating func close(
        _ report: Report, of consortium: Int64, _ figures: inout [PanelMerging.Figure]
    ) throws {
        reports[consortium] = report
        // What was decided on or taken back is in no panel yet.
        let isMerged =
            try !shaken.contains(consortium)
            && merging?.merge(figures, of: consortium, reportingYear: report.latestYear) ?? true
        if !isMerged { unmerged.insert(consortium) }
        figures.removeAll(keepingCapacity: true)
    }

    /// Writes what tells of the rows: how many there are of each form and each consortium, the findings, and last which
    /// version of which document it is. Returns that.
    mutating func writeLedger(_ load: SubmissionLoad) throws -> Int {
        for form in load.forms.sorted(by: { $0.rawValue < $1.rawValue }) {
            try db.run(
                sql: "INSERT INTO submission_form (submission, form, row_count) VALUES (?, ?, ?)",
                arguments: [
                    submission, form.rawValue, form == .observations ? observationCount : load.entryCount(form),
                ])
        }
        let statement = try RawStatement(
            db,
            """
            INSERT INTO submission_consortium (consortium, edition, submission, reporting_year, earliest_year,
              observation_count)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        statement.bind(edition.id, at: 2)
        statement.bind(submission, at: 3)
        for (consortium, report) in reports.sorted(by: { $0.key < $1.key }) {
            statement.bind(consortium, at: 1)
            statement.bind(report.latestYear.map(Int64.init), at: 4)
            statement.bind(report.earliestYear.map(Int64.init), at: 5)
            statement.bind(Int64(report.observationCount), at: 6)
            try statement.insert()
        }
        sealing.add(try findings.write(db), ofAll: "finding")
        return try writeRevision(
            DocumentKey(
                origin: load.file.origin, forms: load.forms,
                consortia: load.consortiaOfEntries.union(reports.values.map(\.code)),
                reportingYear: reports.values.compactMap(\.latestYear).max()))
    }

    private func writeRevision(_ document: DocumentKey) throws -> Int {
        let revision =
            try db.one(
                Int.self, sql: "SELECT 1 + ifnull(max(revision), 0) FROM submission WHERE document = ?",
                arguments: [document.text]) ?? 1
        try db.run(
            sql: "UPDATE submission SET document = ?, revision = ? WHERE id = ?",
            arguments: [document.text, revision, submission])
        return revision
    }
}

// MARK: - Lines of the ledger

extension SubmissionWriter {
    /// Adds a line to the ledger and returns its id. Of what was accepted, document and revision are still to be
    /// written; with them the line is closed.
    static func insert(
        _ db: Database, file: SubmissionFile, status: SubmissionRecord.Status, reason: String?, _ recordedAt: Date
    ) throws -> Int64 {
        try db.run(
            sql: """
                INSERT INTO submission
                  (status, file, path, sha256, size, authority, region, sender, consortium, received_at, recorded_at,
                   sequence, migrated, document, reason)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, date(?11, '+8 hours') || ' ' || ?14, 0, ?12, ?13)
                """,
            arguments: [
                status.rawValue, file.name, file.path, file.sha256, file.size, file.origin.authority.rawValue,
                file.origin.region, file.origin.sender, file.origin.consortium ?? "", file.receivedAt.storeText,
                recordedAt.storeText, status == .accepted ? nil : "", reason, file.order,
            ])
        return db.lastInsertedRowID
    }
}

extension RawStatement {
    /// Binds what says which cell of the cube a row is about and where it was read: the parameters 1 to 5 and 7 to 9.
    fileprivate func bind(_ row: FigureRow, consortium: Int64, indicator: Int64, part: Int64) {
        bind(consortium, at: 1)
        bind(indicator, at: 2)
        bind(Int64(row.year), at: 3)
        bind(Int64(row.period.rawValue), at: 4)
        bind(row.basis.column, at: 5)
        bind(part, at: 7)
        bind(Int64(row.line), at: 8)
        bind(Int64(row.column), at: 9)
    }
}
