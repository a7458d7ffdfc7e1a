internal import Assessment
internal import Collection
internal import FEEL
internal import Foundation
internal import Review
internal import Safekeeping
internal import Spreadsheet
package import Standards
internal import Store

/// What a person puts on record about a case.
package struct DecisionDraft: Sendable {
    package let decision: DeterminationDecision
    /// One name, or two people as 甲、乙.
    package let by: String
    package let ground: String
    package var evidence: String?
    /// The incident or signal that is decided on; nil where the clause and year as such are.
    package var subject: String?
    /// Of a plan change: the fund and the plan as it is accepted, in 万元.
    package var fund: String?
    package var amount: String?
    /// Files of the keys that those who decide sign with.
    package var identities: [String] = []

    package init(_ decision: DeterminationDecision, by: String, ground: String) {
        self.decision = decision
        self.by = by
        self.ground = ground
    }
}

/// What came of it.
package struct RecordedDecision: Sendable {
    /// 认定编号
    package let id: String
    /// The outcome of the clause before and after, by its title.
    package let before: String
    package let after: String
    package let verdict: String
}

extension Workspace {
    /// Puts a decision on a case on record: as a register of one row that is received like any other, kept, sealed and
    /// read again by a verification.
    ///
    /// - Parameter actors: the list of people; nil for `pipelines/actors.yml`.
    /// - Throws: ``Failure`` where the people may not decide this, or what they say is not complete.
    package func decide(
        _ text: String, _ draft: DecisionDraft, actors: String?, progress: Progress
    ) async throws -> RecordedDecision {
        try await record(draft, on: try caseName(text), withdrawing: nil, actors: actors, progress)
    }

    /// Withdraws a decision by its id; what was said stays on record beside it.
    package func withdraw(
        _ id: String, by: String, ground: String, identities: [String] = [], actors: String?, progress: Progress
    ) async throws -> RecordedDecision {
        let made = try existingStore().snapshot(edition: installation.edition(edition)).determinations
        guard let withdrawn = made.last(where: { $0.id == id }) else {
            throw Failure(.configuration, "没有编号为“\(id)”的认定。请用 review show 查看。")
        }
        let name = CaseName(consortium: withdrawn.consortium, clause: withdrawn.clause, year: withdrawn.year)
        var draft = DecisionDraft(.withdraw, by: by, ground: ground)
        draft.identities = identities
        return try await record(draft, on: name, withdrawing: withdrawn, actors: actors, progress)
    }

    private func record(
        _ draft: DecisionDraft, on name: CaseName, withdrawing withdrawn: Determination?, actors: String?,
        _ progress: Progress
    ) async throws -> RecordedDecision {
        let permission = try installation.permission(to: "认定", by: actors)
        let assessing = try await assessment(of: name.year.description)
        let (assessor, input) = (assessing.assessor, assessing.input)
        try check(name.consortium, in: input, assessor)
        guard let clause = assessor.rules.edition.clause(name.clause) else {
            throw Failure(.configuration, "标准里没有条款“\(name.clause)”。")
        }
        guard let consortium = input.consortia.first(where: { $0.id == name.consortium }),
            let before = try assessor.assessment(of: name.consortium, input, reading: assessing.panels)
        else { throw Failure.unknownConsortium(name.consortium) }
        if let subject = draft.subject,
            !before.signals.contains(where: { $0.id == subject }),
            !input.registers.incidents.contains(where: { $0.id == subject && $0.consortium == name.consortium })
        {
            throw Failure(
                .configuration, "\(name.consortium) 没有编号为“\(subject)”的事件或数据疑点。请用 review show 查看。")
        }
        var determination = Determination(
            consortium: name.consortium, clause: clause.code, year: name.year, decision: draft.decision, by: draft.by,
            on: ChinaTime.day(of: now), ground: draft.ground, evidence: draft.evidence, subject: draft.subject,
            withdraws: withdrawn?.id, fund: draft.fund, amount: draft.amount.flatMap { Decimal128($0) },
            caseDigest: try assessor.caseFacts(
                of: clause.code, for: name.consortium, input, reading: assessing.panels)?.digest,
            source: CellSource(file: "", sha256: "", sheet: nil, row: 0, column: 0))
        determination.signature = try Signatures.sign(SignedDecision(determination), with: draft.identities)
        let entitlement = Entitlement(
            permission, consortia: [consortium],
            // The input has those members alone that several consortia list.
            members: try existingStore().snapshot(edition: assessor.rules.edition)
                .entries(.members, of: consortium.id),
            determinations: input.registers.determinations, today: ChinaTime.day(of: now))
        if let refusal = try entitlement.refusal(
            of: determination,
            isIncident: { id in
                input.registers.incidents.contains { $0.id == id }
            })
        {
            throw Failure(.configuration, "\(refusal.reason)，没有记录。\(refusal.remedy)")
        }
        try check(determination, comesInTurnFor: before, input, permission)
        let register = DecisionRegister(determination, amount: draft.amount, at: now)
        try take(in: register, region: permission.actors.region(of: draft.by), permission, progress)
        let later = try await assessment(of: name.year.description)
        guard
            let after = try later.assessor.assessment(of: name.consortium, later.input, reading: later.panels)
        else {
            throw Failure.unknownConsortium(name.consortium)
        }
        func outcome(_ assessment: ConsortiumAssessment) -> String {
            assessment.clauses.first { $0.clause.code == clause.code }?.outcome.title ?? ""
        }
        return RecordedDecision(
            id: register.id, before: outcome(before), after: outcome(after), verdict: after.verdict.text)
    }

    /// That an appeal or an execution follows on what it follows on.
    private func check(
        _ determination: Determination, comesInTurnFor assessment: ConsortiumAssessment, _ input: AssessmentInput,
        _ permission: Permission
    ) throws(Failure) {
        guard determination.decision.isProceeding else { return }
        let calendar = try calendar()
        let made = input.registers.determinations.filter { $0.consortium == determination.consortium }
        let transitions = input.registers.transitions.filter { $0.consortium == determination.consortium }
        if let refusal = Procedure(calendar, ranks: permission.actors.ranks)
            .refusal(of: determination, after: made, transitions)
        {
            throw Failure(.configuration, "\(refusal.reason)，没有记录。\(refusal.remedy)")
        }
        let found = Case.cases(of: assessment, by: calendar, on: ChinaTime.day(of: now)).first {
            $0.clause.code == determination.clause && $0.year == determination.year
        }
        guard found?.decisions.contains(determination.decision) ?? false else {
            let state = found.map { "案件现为“\($0.stateText)”" } ?? "没有触发，也没有认定"
            throw Failure(
                .configuration,
                "\(determination.consortium) 条款 \(determination.clause)（\(determination.year)年度）\(state)，"
                    + "不能作“\(determination.decision.title)”，没有记录。请用 review show 查看。")
        }
    }

    /// Receives the register, in the name of the region whose people decided.
    func take(
        in register: DecisionRegister, region: String, _ permission: Permission, _ progress: Progress
    ) throws {
        let collecting = try Collecting(
            installation, edition: installation.edition(edition), calendar: calendar(), permission: permission)
        let lock = try RunLock.making(folderOf: database)
        defer { withExtendedLifetime(lock) {} }
        let places = Collecting.Places(
            quarantine: Quarantine(folder: Quarantine.beside(database)), archive: .beside(database), receipts: nil)
        removeLeftovers(in: places)
        let store = try Store(path: database)
        let summary = try register.withFile(numbered: store.lastSubmission() + 1) { path in
            try collecting.collect(
                [InboxRoot(path: path, authority: .authority, region: region)], into: store,
                places: places, now: now,
                // The file is ours, and whole.
                stillness: Stillness(now: { .distantFuture }, sleep: { _ in }), progress: progress)
        }
        if let finding = summary.findings.first(where: { $0.kind.severity == .error }) {
            throw Failure(.configuration, "没有记录：\(finding.problem)\(finding.remedy)")
        }
    }
}
