internal import FEEL
internal import GRDB
internal import Standards

extension RegisterReader {
    /// Every decision that stands, those on one clause and year in the order they were received: which of them counts is
    /// a matter of the assessment. What was withdrawn is not there, nor what withdrew it.
    func determinations() throws -> [Determination] {
        let rows = try determinationRows()
        var receipts: [Int64: Int] = [:]
        let lines = rows.map { row in
            let submission: Int64 = row["submission"]
            let receipt = receipts[submission] ?? receipts.count
            receipts[submission] = receipt
            let isWithdrawal = row["decision"] == DeterminationDecision.withdraw.rawValue
            return DeterminationLine(
                consortium: row["consortium"], id: row.ownDetermination,
                withdraws: isWithdrawal ? row["withdraws"] : nil, receipt: receipt)
        }
        let determinations = try DeterminationLine.standing(lines).map { try Determination(rows[$0]) }
        return determinations.enumerated().sorted { left, right in
            (left.element.consortium, left.element.clause, left.element.year, left.offset)
                < (right.element.consortium, right.element.clause, right.element.year, right.offset)
        }.map(\.element)
    }

    /// Everything that was ever determined, on one consortium where it is given, what was withdrawn and what withdrew it included, in the order of
    /// receipt.
    func everyDetermination(of consortium: String? = nil) throws -> [Determination] {
        try determinationRows(of: consortium).map { try Determination($0) }
    }

    private func determinationRows(of consortium: String? = nil) throws -> [Row] {
        try entries(
            "determination_entry", .determinations, id: "determination", with: "code, sheet",
            Self.part + " " + Self.consortium,
            where: "AND (authority = 'authority' OR decision = 'appeal') \(Self.ofConsortium)",
            ["code": consortium])
    }

    /// A transition told again supersedes the earlier entry of it.
    func transitions() throws -> [Transition] {
        struct Key: Hashable {
            let consortium: String
            let to: Standing
            let on: CalendarDate
        }
        let rows = try entries(
            "transition_entry", .transitions, id: nil, with: "code, sheet", Self.part + " " + Self.consortium,
            where: Self.ofAuthorities)
        var transitions: [Key: (transition: Transition, place: Int)] = [:]
        for (place, row) in rows.enumerated() {
            guard let on = row.date("effective_on") else { continue }
            let transition = Transition(
                consortium: row["code"], from: try row.optionalChoice("from_standing"),
                to: try row.choice("to_standing"), on: on, document: row["document"], by: row["decided_by"],
                ground: row["ground"], signature: row["signature"], source: row.source)
            transitions[Key(consortium: transition.consortium, to: transition.to, on: on)] = (transition, place)
        }
        return transitions.values.sorted { left, right in
            (left.transition.consortium, left.transition.on, left.place)
                < (right.transition.consortium, right.transition.on, right.place)
        }.map(\.transition)
    }

    /// The entries of a register that is kept as it was read, by consortium and in the order of receipt; of one
    /// consortium where it is given. A later entry of the same key takes the place of the earlier.
    ///
    /// - Parameter condition: which rows are looked at, beside that.
    func entries(
        _ form: RegisterEntry.Form, of consortium: String?, where condition: String = ""
    ) throws -> [RegisterEntry] {
        struct Key: Hashable {
            let consortium: String
            let entry: String
            let reportedBy: String?
        }
        var entries: [Key: (entry: RegisterEntry, place: Int)] = [:]
        var place = 0
        try visitEntries(form, where: "\(Self.ofConsortium) \(condition)", ["code": consortium]) {
            entry, row in
            let key = Key(consortium: entry.consortium, entry: entry.key, reportedBy: row.reportedBy(repeated))
            entries[key] = (entry, entries[key]?.place ?? place)
            place += 1
        }
        return entries.values.sorted { ($0.entry.consortium, $0.place) < ($1.entry.consortium, $1.place) }
            .map(\.entry)
    }

    /// The entries of a register that is kept as it was read, in the order of receipt, those that a later one of the same
    /// key replaces included; with the row of each, which has the day in China on which it was received (`received_on`).
    func visitEntries(
        _ form: RegisterEntry.Form, where condition: String = "",
        _ arguments: StatementArguments = StatementArguments(),
        _ visit: (RegisterEntry, Row) throws -> Void
    ) throws {
        guard let submissionForm = SubmissionForm(rawValue: form.rawValue) else { return }
        try visitEntries(
            "register_entry", submissionForm, id: "entry",
            with: "code, sheet, date(submission.received_at, '+8 hours') AS received_on",
            Self.part + " " + Self.consortium, where: "AND form = :form \(condition)",
            ["form": form.rawValue] + arguments
        ) { row in
            let entry = RegisterEntry(
                form: form, consortium: repeated.word(row["code"]), key: repeated.word(row["entry"]),
                values: try [String: String](storeJSON: row["values"]).mapValues(repeated.word),
                source: repeated.source(of: row))
            try visit(entry, row)
        }
    }

    /// What is made of each of them; nil for what nothing is made of.
    func entries<Thing>(
        _ form: RegisterEntry.Form, where condition: String = "",
        _ arguments: StatementArguments = StatementArguments(), _ make: (RegisterEntry, Row) throws -> Thing?
    ) throws -> [Thing] {
        var things: [Thing] = []
        try visitEntries(form, where: condition, arguments) { entry, row in
            if let thing = try make(entry, row) { things.append(thing) }
        }
        return things
    }
}

extension Determination {
    fileprivate init(_ row: Row) throws {
        self.init(
            consortium: row["code"], clause: row["clause"], year: ReportingYear(row["year"]),
            decision: try row.choice("decision"), by: row["decided_by"], on: row.date("decided_on"),
            ground: row["ground"], evidence: row["evidence"], subject: row["subject"], id: row.ownDetermination,
            withdraws: row["withdraws"], fund: row["fund"],
            amount: (row["amount"] as String?).flatMap { Decimal128($0) }, caseDigest: row["case_digest"],
            signature: row["signature"],
            source: row.source)
    }
}

extension Row {
    /// What a determination is known by. A secretariat may not call its appeal by the name of something that an authority
    /// decided, so that is known by its file and row.
    fileprivate var ownDetermination: String? {
        guard (self["authority"] as String) == Authority.secretariat.rawValue else { return self["determination"] }
        return "S\((self["sha256"] as String? ?? "").prefix(8))-\(self["row"] as Int)"
    }
}
