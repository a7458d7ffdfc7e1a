internal import Spreadsheet
internal import Standards

// The readers of the registers. What cannot be read of an entry is left unknown, which is not the same as no; an entry
// is dropped only where it would not be known what it is about.

struct ConsortiaReader: FormReader {
    let header: FormHeader
    let regions: RegionTable

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard row.require("id", &draft), row.require("kind", &draft),
            let kind: ConsortiumKind = row.word("kind", &draft)
        else { return }
        let province = row.region("province", of: regions, &draft)
        let consortium = Consortium(
            id: row.code("id"), name: row.text("name"), kind: kind, province: province,
            prefecture: row.region("prefecture", of: regions, in: province, &draft), park: row.text("park"),
            parkLevel: row.text("parkLevel"), leadSchool: row.text("leadSchool"),
            leadEnterprise: row.text("leadEnterprise"), cohort: row.text("cohort"), stage: row.text("stage"),
            designatedOn: row.date("designatedOn", &draft))
        let earlier = draft.consortia.add(consortium, key: consortium.id, row: row.number, text: row.text)
        draft.reportRepetition(of: earlier, in: row)
    }
}

struct PoliciesReader: FormReader {
    let header: FormHeader
    let regions: RegionTable

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        // The yearly workbook has filled in the region of rows that are left blank.
        let isEntry = header.positions.keys.contains { !["level", "region"].contains($0) && !row.text($0).isEmpty }
        guard isEntry else { return }
        draft.add(.policies)
        let source = draft.source(row: row.number, column: row.column(of: "region"))
        let policy = Policy(
            id: row.id(at: source), level: row.word("level", &draft),
            region: row.region("region", of: regions, &draft), title: row.text("title"), number: row.text("number"),
            issuer: row.text("issuer"), issuedOn: row.date("issuedOn", &draft),
            isEffective: row.truth("effective", &draft), evidence: row.optionalText("evidence"), source: source)
        // Two provinces may both number from 1.
        let key = "\(policy.id)\u{1F}\(policy.region)"
        draft.reportRepetition(of: draft.policies.add(policy, key: key, row: row.number, text: row.text), in: row)
    }
}

struct IncidentsReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard let consortium = row.consortium(draft) else { return _ = row.require("consortium", &draft) }
        draft.add(.incidents)
        let source = draft.source(row: row.number, column: row.column(of: "domain"))
        let incident = Incident(
            id: row.id(at: source), consortium: consortium, occurredOn: row.date("occurredOn", &draft),
            domain: row.word("domain", &draft), severity: row.word("severity", &draft),
            hasAdverseImpact: row.truth("adverseImpact", &draft), status: row.word("status", &draft),
            evidence: row.optionalText("evidence"), source: source)
        let key = "\(incident.id)\u{1F}\(incident.consortium)"
        draft.reportRepetition(of: draft.incidents.add(incident, key: key, row: row.number, text: row.text), in: row)
    }
}

struct DeterminationsReader: FormReader {
    let header: FormHeader
    let clauses: Set<String>

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard row.require("consortium", &draft), row.require("clause", &draft), row.require("decision", &draft),
            let decision: DeterminationDecision = row.word("decision", &draft)
        else { return }
        guard let year = ReportingYear(text: row.text("year")) else {
            draft.report(.badYear, row: row.number, column: row.column(of: "year"), ["found": row.text("year")])
            return
        }
        let clause = row.code("clause")
        if !clauses.contains(clause) {
            draft.report(.unknownClause, row: row.number, column: row.column(of: "clause"), ["found": clause])
        }
        draft.determinations.append(
            Determination(
                consortium: row.code("consortium"), clause: clause, year: year, decision: decision,
                by: row.text("by"), on: row.date("on", &draft), ground: row.text("ground"),
                evidence: row.optionalText("evidence"),
                source: draft.source(row: row.number, column: row.column(of: "decision"))))
    }
}

struct ReceiptsReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard row.require("file", &draft) else { return }
        draft.receipts.append(
            Receipt(
                file: row.text("file"), receivedOn: row.date("receivedOn", &draft),
                sender: row.optionalText("sender"),
                source: draft.source(row: row.number, column: row.column(of: "file"))))
    }
}

extension FormRow {
    /// The entry's own id or, where the register gives it none, one by where it stands.
    fileprivate func id(at source: CellSource) -> String {
        let id = code("id")
        return id.isEmpty ? "\(source.sha256.prefix(8)):\(source.row)" : id
    }
}

extension Draft {
    mutating func reportRepetition(of earlier: (row: Int, isSame: Bool)?, in row: FormRow) {
        guard let earlier else { return }
        report(
            earlier.isSame ? .duplicateRow : .conflictingRow, row: row.number,
            ["other": String(earlier.row), "kept": String(row.number)])
    }
}
