internal import FEEL
internal import Spreadsheet
internal import Standards

// The readers of the registers. What cannot be read of an entry is left unknown, which is not the same as no; an entry
// is dropped only where it would not be known what it is about.

struct ConsortiaReader: FormReader {
    let header: FormHeader
    let regions: RegionTable

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard row.require("id", &draft) else { return }
        guard let written = row.identifier("id", &draft) else { return }
        let id = draft.known.spelling(of: written)
        let province = row.region("province", of: regions, &draft)
        if row.takesBack(.consortia, id, consortium: id, region: province, &draft) { return }
        guard row.require("kind", &draft), let kind: ConsortiumKind = row.word("kind", &draft) else { return }
        let consortium = Consortium(
            id: id, name: row.text("name"), kind: kind, province: province,
            prefecture: row.region("prefecture", of: regions, in: province, &draft), park: row.text("park"),
            parkLevel: row.text("parkLevel"), leadSchool: row.text("leadSchool"),
            leadEnterprise: row.text("leadEnterprise"), cohort: row.text("cohort"), stage: row.text("stage"),
            designatedOn: row.notedDate("designatedOn", &draft), validFrom: row.date("validFrom", &draft),
            predecessor: row.optionalText("predecessor")?.nameKey,
            otherRegions: row.regions("otherRegions", of: regions, in: province, &draft),
            level: row.word("level", &draft), levelOn: row.date("levelOn", &draft))
        // Entries that hold from different days stand beside each other.
        let key = "\(consortium.id)\u{1F}\(consortium.validFrom?.description ?? "")"
        let earlier = draft.consortia.add(consortium, key: key, row: row.number, text: row.text)
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
        let id = row.id(at: source, &draft)
        let region = row.region("region", of: regions, &draft)
        if row.takesBack(.policies, id, consortium: draft.ownConsortium, region: region, &draft) { return }
        let validUntil = row.lastDay("validUntil", &draft)
        let repealedOn = row.date("repealedOn", &draft)
        let policy = Policy(
            id: id, level: row.word("level", &draft), region: region, title: row.text("title"),
            number: row.text("number"),
            issuer: row.text("issuer"), issuedOn: row.pastDate("issuedOn", &draft),
            isEffective: row.truth("effective", &draft), evidence: row.optionalText("evidence"),
            validUntil: validUntil, repealedOn: repealedOn,
            hasUnknownTerm: validUntil == nil && !row.text("validUntil").isEmpty,
            hasUnknownRepeal: repealedOn == nil && !row.text("repealedOn").isEmpty, source: source)
        // Two provinces may both number from 1.
        let key = "\(policy.id)\u{1F}\(policy.region)"
        draft.reportRepetition(of: draft.policies.add(policy, key: key, row: row.number, text: row.text), in: row)
    }
}

struct IncidentsReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        let isEntry = header.positions.keys.contains {
            !["consortium", "edition"].contains($0) && !row.text($0).isEmpty
        }
        guard isEntry else { return }
        // Whose incident nobody knows may be anyone's, so it is kept; whoever reports it says whose it is, or an authority
        // does later.
        let consortium = row.consortium(draft) ?? ""
        if consortium.isEmpty { _ = row.identifier("consortium", &draft) }
        draft.add(.incidents)
        let source = draft.source(row: row.number, column: row.column(of: "domain"))
        let id = row.id(at: source, &draft)
        if row.takesBack(.incidents, id, consortium: consortium.isEmpty ? nil : consortium, &draft) { return }
        let incident = Incident(
            id: id, consortium: consortium, occurredOn: occurredOn(row, &draft),
            domain: row.word("domain", &draft), severity: row.word("severity", &draft),
            hasAdverseImpact: row.truth("adverseImpact", &draft), status: row.word("status", &draft),
            evidence: row.optionalText("evidence"), description: row.optionalText("description"), source: source)
        let key = "\(incident.id)\u{1F}\(incident.consortium)"
        draft.reportRepetition(of: draft.incidents.add(incident, key: key, row: row.number, text: row.text), in: row)
    }
}

extension IncidentsReader {
    private func occurredOn(_ row: FormRow, _ draft: inout Draft) -> CalendarDate? {
        let day = row.pastDate("occurredOn", &draft)
        if let day { row.note(day, "occurredOn", &draft) }
        return day
    }
}

struct TransitionsReader: FormReader {
    let header: FormHeader

    func read(_ row: borrowing Spreadsheet.Row, into draft: inout Draft) {
        let row = FormRow(row, header)
        guard let consortium = row.consortium(draft) else { return _ = row.require("consortium", &draft) }
        guard row.require("to", &draft), row.require("on", &draft), let to: Standing = row.word("to", &draft),
            let day = row.notedDate("on", &draft)
        else { return }
        draft.transitions.append(
            Transition(
                consortium: consortium, from: row.word("from", &draft), to: to, on: day,
                document: row.text("document"), by: row.text("by"), ground: row.text("ground"),
                signature: row.optionalText("signature"),
                source: draft.source(row: row.number, column: row.column(of: "to"))))
    }
}

extension FormRow {
    /// The last day of a term. One without an end (长期有效) ends with the years that are told apart here.
    fileprivate func lastDay(_ column: String, _ draft: inout Draft) -> CalendarDate? {
        if ["长期", "长期有效", "永久", "永久有效", "无固定期限"].contains(code(column)) {
            return CalendarDate(year: CalendarDate.plausibleYears.upperBound, month: 12, day: 31)
        }
        return date(column, &draft)
    }

    /// The entry's own id or, where the register gives it none, one by where it stands.
    fileprivate func id(at source: CellSource, _ draft: inout Draft) -> String {
        let id = identifier("id", &draft) ?? ""
        return id.isEmpty ? "\(source.sha256.prefix(8)):\(source.row)" : id
    }
}

extension Draft {
    mutating func reportRepetition(of twins: Repetition?, in row: FormRow) {
        guard let twins else { return }
        reportTwins(kept: twins.kept, dropped: twins.dropped, isSame: twins.isSame)
    }

    /// Tells the registers where the row being read stands.
    mutating func start(_ row: borrowing Spreadsheet.Row) {
        let place = RowPlace(sheet: sheet, row: row.number, isHidden: isSheetHidden || row.isHidden)
        consortia.place = place
        policies.place = place
        incidents.place = place
        entries.place = place
    }
}
