internal import FEEL
internal import GRDB
internal import Standards

extension SubmissionLoad {
    /// How many entries there are of a form other than the observations.
    func entryCount(_ form: SubmissionForm) -> Int {
        switch form {
        case .observations, .manifest: 0
        case .consortia: consortia.count
        case .policies: policies.count
        case .incidents: incidents.count
        case .determinations: determinations.count
        case .transitions: transitions.count
        case .withdrawals: withdrawals.count
        case .members, .workplans, .documents, .tasks, .ratings, .evaluations, .statements, .targets, .quarters:
            entries.count { $0.form.rawValue == form.rawValue }
        }
    }

    /// The consortia that its registers say something of.
    var consortiaOfEntries: Set<String> {
        Set(consortia.map(\.id)).union(incidents.map(\.consortium)).union(determinations.map(\.consortium))
            .union(transitions.map(\.consortium)).union(entries.map(\.consortium)).subtracting([""])
    }
}

extension SubmissionWriter {
    /// Writes the entries of every register, what is withdrawn, and the fields of forms.
    mutating func write(entriesOf load: SubmissionLoad) throws {
        try write(consortia: load.consortia)
        try write(policies: load.policies)
        try write(incidents: load.incidents)
        try write(determinations: load.determinations)
        try write(transitions: load.transitions)
        try write(entries: load.entries)
        try write(withdrawals: load.withdrawals)
        try write(returnedHeads: load.returnedHeads)
        try FormFieldWriter(db: db, submission: submission).write(load.formFields, parts: &parts)
    }

    private mutating func write(consortia entries: [Consortium]) throws {
        guard !entries.isEmpty else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO consortium_entry
                  (submission, consortium, name, kind, province, prefecture, park, park_level, lead_school,
                   lead_enterprise, cohort, stage, designated_on, valid_from, predecessor, other_regions, level,
                   level_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for entry in entries {
            try statement.execute(arguments: [
                submission, try consortia.id(of: entry.id), entry.name, entry.kind.rawValue, entry.province,
                entry.prefecture, entry.park, entry.parkLevel, entry.leadSchool, entry.leadEnterprise,
                entry.cohort, entry.stage, entry.designatedOn?.description, entry.validFrom?.description,
                entry.predecessor,
                entry.otherRegions.isEmpty ? nil : entry.otherRegions.joined(separator: ","), entry.level?.rawValue,
                entry.levelOn?.description,
            ])
        }
    }

    private mutating func write(policies entries: [Policy]) throws {
        for entry in entries {
            try db.run(
                sql: """
                    INSERT INTO policy_entry
                      (submission, part, row, column, policy, level, region, title, number, issuer, issued_on,
                       is_effective, evidence, valid_until, repealed_on)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: try place(entry.source) + [
                    entry.id, entry.level?.rawValue, entry.region, entry.title, entry.number, entry.issuer,
                    entry.issuedOn?.description, entry.isEffective, entry.evidence,
                    // What is no day is read back as one that nobody knows.
                    entry.validUntil?.description ?? (entry.hasUnknownTerm ? "不明" : nil),
                    entry.repealedOn?.description ?? (entry.hasUnknownRepeal ? "不明" : nil),
                ])
        }
    }

    private mutating func write(incidents entries: [Incident]) throws {
        for entry in entries {
            try db.run(
                sql: """
                    INSERT INTO incident_entry
                      (submission, part, row, column, incident, consortium, occurred_on, domain, severity,
                       has_adverse_impact, status, evidence, description)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: try place(entry.source) + [
                    entry.id, try consortia.id(of: entry.consortium), entry.occurredOn?.description,
                    entry.domain?.rawValue, entry.severity?.rawValue, entry.hasAdverseImpact, entry.status?.rawValue,
                    entry.evidence, entry.description,
                ])
        }
    }

    private mutating func write(determinations entries: [Determination]) throws {
        for entry in entries {
            let consortium = try consortia.id(of: entry.consortium)
            try db.run(
                sql: """
                    INSERT INTO determination_entry
                      (submission, part, row, column, consortium, clause, year, decision, decided_by, decided_on,
                       ground, evidence, subject, determination, withdraws, fund, amount, case_digest, signature)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: try place(entry.source) + [
                    consortium, entry.clause, entry.year.value, entry.decision.rawValue, entry.by,
                    entry.on?.description, entry.ground, entry.evidence, entry.subject, entry.id, entry.withdraws,
                    entry.fund, entry.amount?.description, entry.caseDigest,
                    entry.signature,
                ])
            // Which plan counts hangs on whether its change was accepted.
            if entry.decision == .acceptPlanChange || entry.decision == .withdraw { shaken.insert(consortium) }
        }
    }

    private mutating func write(transitions entries: [Transition]) throws {
        for entry in entries {
            try db.run(
                sql: """
                    INSERT INTO transition_entry
                      (submission, part, row, column, consortium, from_standing, to_standing, effective_on, document,
                       decided_by, ground, signature)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: try place(entry.source) + [
                    try consortia.id(of: entry.consortium), entry.from?.rawValue, entry.to.rawValue,
                    entry.on.description, entry.document, entry.by, entry.ground, entry.signature,
                ])
        }
    }

    private mutating func write(entries: [RegisterEntry]) throws {
        guard !entries.isEmpty else { return }
        let statement = try RawStatement(
            db,
            """
            INSERT INTO register_entry (submission, part, row, column, form, consortium, entry, "values")
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        statement.bind(submission, at: 1)
        for entry in entries {
            statement.bind(try parts.id(ofSheet: entry.source.sheet), at: 2)
            statement.bind(Int64(entry.source.row), at: 3)
            statement.bind(Int64(entry.source.column), at: 4)
            statement.bind(entry.form.rawValue, at: 5)
            statement.bind(try consortia.id(of: entry.consortium), at: 6)
            statement.bind(entry.key, at: 7)
            statement.bind(try entry.values.wordsJSON, at: 8)
            try statement.insert()
        }
    }

    private mutating func write(withdrawals: [Withdrawal]) throws {
        for withdrawal in withdrawals {
            var target: Int?
            var entry: (form: SubmissionForm, id: String, consortium: String?)?
            switch withdrawal.target {
            case .submission(let id): target = id
            case .entry(let form, let id, let consortium): entry = (form, id, consortium)
            }
            try db.run(
                sql: """
                    INSERT INTO withdrawal (submission, target, form, entry, consortium, ground) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission, target, entry?.form.rawValue, entry?.id,
                    try entry?.consortium.map { try consortia.id(of: $0) }, withdrawal.ground,
                ])
        }
        if !withdrawals.isEmpty { shaken.formUnion(try consortiaOfWithdrawals()) }
    }

    /// The consortia whose panels change by what this submission takes back: those that a submission taken back speaks
    /// of, also through what that one had taken back, and those of determinations.
    private func consortiaOfWithdrawals() throws -> Set<Int64> {
        try Int64.fetchSet(
            db,
            sql: """
                WITH RECURSIVE taken_back (id) AS (
                  SELECT target FROM withdrawal WHERE submission = ?1 AND target IS NOT NULL
                  UNION
                  SELECT target FROM withdrawal JOIN taken_back ON submission = taken_back.id WHERE target IS NOT NULL)
                SELECT consortium FROM submission_consortium WHERE submission IN (SELECT id FROM taken_back)
                UNION
                SELECT consortium FROM determination_entry WHERE decision IN ('acceptPlanChange', 'withdraw')
                """, arguments: [submission])
    }

    /// The first four columns of an entry: its submission, and where it was read.
    private mutating func place(_ source: CellSource) throws -> StatementArguments {
        [submission, try parts.id(ofSheet: source.sheet), source.row, source.column]
    }
}
