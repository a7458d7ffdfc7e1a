internal import Collection
internal import Foundation
internal import History
internal import Review
internal import Standards
internal import Store

/// Holds what is read against what is known: who may say what, and what was reported before.
struct Desk {
    private let edition: Edition
    private let store: Store
    private let validation: Validation
    private let now: Date
    private var authorities: Authorities
    /// Nil where no list of people says who may decide what: the authority's word stands for them.
    private var entitlement: Entitlement?
    private var proceedings: ProceedingDesk
    /// Nil where nothing is rated.
    private var ratings: RatingDesk?
    /// The consortia of which any figure is known.
    private var reported: Set<String>

    /// - Parameters:
    ///   - ledger: the submissions that were taken in before.
    ///   - programmes: what the edition and its overlays ask beside figures.
    init(
        edition: Edition, store: Store, ledger: [SubmissionRecord], regions: RegionTable, calendar: ReportingCalendar,
        permission: Permission?, scheme: RatingScheme? = nil, programmes: [Programme] = [], now: Date
    ) throws {
        self.edition = edition
        self.store = store
        self.now = now
        validation = Validation(
            edition: edition, today: ChinaTime.day(of: now), collectsWithinYear: calendar.windowYear == .same,
            targets: programmes.flatMap(\.targets), publications: programmes.flatMap(\.publications))
        reported = try store.consortiaOfFigures()
        let snapshot = try store.snapshot(edition: edition, on: ChinaTime.day(of: now))
        let registers = try snapshot.registers
        entitlement = try permission.map {
            Entitlement(
                $0, consortia: snapshot.consortia, members: try snapshot.entries(.members),
                determinations: registers.determinations, today: ChinaTime.day(of: now))
        }
        proceedings = ProceedingDesk(
            Procedure(calendar, ranks: permission?.actors.ranks ?? [:]), determinations: registers.determinations,
            transitions: registers.transitions)
        ratings = scheme.map { RatingDesk($0, known: registers.ratings, today: ChinaTime.day(of: now)) }
        let forms = try store.forms()
        func isOpen(_ receivedAt: Date) -> Bool {
            calendar.isOpen(calendar.yearDue(at: receivedAt), at: now)
        }
        authorities = Authorities(
            consortia: snapshot.consortia, incidents: registers.incidents,
            statements: try snapshot.entries(.statements),
            submissions: ledger.compactMap { record in
                record.file.sha256.map { sha256 in
                    SentSubmission(
                        id: record.id, sha256: sha256, origin: record.file.origin,
                        forms: Set((forms[record.id] ?? []).compactMap { FormKind(rawValue: $0.rawValue) }),
                        isOpen: isOpen(record.file.receivedAt))
                }
            },
            isWindowOpen: isOpen(now), regions: regions, targets: programmes.flatMap(\.targets))
    }

    /// Those registered so far.
    var consortia: KnownConsortia { authorities.consortia }

    /// What of `submission` is taken in, and everything that is wrong with it.
    mutating func examine(_ read: Submission) throws -> (Submission, ExaminedFindings) {
        var (submission, refusals) = read.permitted(by: authorities)
        guard submission.isAccepted else { return (submission, .made(submission.findings)) }
        refusals += authorities.disputes(with: submission)
        refusals += submission.contradictions(known: authorities)
        authorities.add(submission)
        refusals += try entitlement?.examine(&submission) { authorities.isIncident($0) } ?? []
        refusals += proceedings.examine(&submission)
        refusals += ratings?.examine(&submission) ?? []
        refusals += consortia.predecessorFindings(in: submission)
        let isKnown = submission.observations.consortia.contains(where: reported.contains)
        reported.formUnion(submission.observations.consortia)
        let findings =
            submission.isBulk
            ? try beginFindings(of: &submission, refusals, isKnown: isKnown)
            : .made(try findings(of: &submission, refusals, isKnown: isKnown))
        return (submission, findings)
    }

    /// Leaves of a submission what it does not merely repeat, and says everything that is wrong with it.
    private func findings(
        of submission: inout Submission, _ refusals: [Finding], isKnown: Bool
    ) throws -> [Finding] {
        var refusals = refusals
        let check = check
        let found = try store.withStandingFigures(edition: edition) { figures in
            if isKnown { check.settle(&submission, figures, &refusals) }
            return check.findings(of: submission, isKnown ? figures : nil)
        }
        let findings = submission.findings + refusals + found
        let asked = Set(findings.filter { $0.kind.severity == .warning }.compactMap(\.consortium))
        return check.answered(findings, in: submission, try answers(of: asked))
    }

    /// The same of a large file, on another core where that can see what stands: it begins.
    private func beginFindings(
        of submission: inout Submission, _ refusals: [Finding], isKnown: Bool
    ) throws -> ExaminedFindings {
        var refusals = refusals
        let check = check
        if isKnown {
            try store.withStandingFigures(edition: edition) { check.settle(&submission, $0, &refusals) }
        }
        let told = submission.findings + refusals
        let answers = try answers(of: submission.observations.consortia)
        var settled = submission
        // Its bytes are let go of when they are kept.
        settled.releaseContent()
        let make: @Sendable (StandingFigures?) -> [Finding] = { [settled] figures in
            check.answered(told + check.findings(of: settled, figures), in: settled, answers)
        }
        guard isKnown else { return .pending(Aside { make(nil) }) }
        if let aside = try store.askAside(edition: edition, make) { return .pending(aside) }
        return .made(try store.withStandingFigures(edition: edition, make))
    }

    /// What was answered to findings about consortia in earlier files.
    private func answers(of consortia: some Collection<String>) throws -> [FindingIdentity: String?] {
        // Few were ever answered; of many consortia it is asked first of which any was.
        let answered = try consortia.count > Self.few ? store.consortiaOfAnsweredFindings() : reported
        let known = try consortia.filter { reported.contains($0) && answered.contains($0) }
            .flatMap { try store.answeredFindings(of: $0) }
        return Dictionary(known.map { (FindingIdentity($0), $0.answer) }) { _, later in later }
    }

    private var check: Check {
        Check(edition: edition, validation: validation, consortia: consortia, now: now)
    }

    /// As many consortia as are asked about one by one.
    private static let few = 64
}

/// Holds figures against what stands, on whatever core.
private struct Check: Sendable {
    let edition: Edition
    let validation: Validation
    let consortia: KnownConsortia
    let now: Date

    /// Leaves of a submission what it does not merely repeat, and adds what others have said otherwise.
    func settle(_ submission: inout Submission, _ figures: StandingFigures, _ refusals: inout [Finding]) {
        let (own, other) = voices(of: submission)
        func indicator(_ key: ObservationKey) -> Indicator? { edition.indicator(key.indicator) }
        submission.keepCorrections { key, value in
            indicator(key).map { figures.isReplaced(value, of: key.consortium, $0, key.year, saidBy: own) } ?? false
        }
        refusals += validation.voices(in: submission, speaksOf: { figures.mayHold(other, of: $0) }) { key in
            indicator(key).flatMap { figures.value(of: key.consortium, $0, key.year, key.basis, saidBy: other) }
        }
        submission.removeRepetitions(of: prior(figures))
    }

    /// What shows when a submission is held against what stands.
    /// - Parameter figures: nil where nothing was known of any of its consortia.
    func findings(of submission: Submission, _ figures: StandingFigures?) -> [Finding] {
        let (own, _) = voices(of: submission)
        let receivedAt = submission.receivedOn.map(ChinaTime.start) ?? now
        func effect(_ key: ObservationKey) -> RevisionEffect {
            let word = edition.indicator(key.indicator).flatMap {
                figures?.word(on: key.consortium, $0, key.year, key.basis)
            }
            guard let word else { return .replaces }
            if own != .authority, word.voice == .authority { return .outranked }
            return word.voice == own && word.receivedAt > receivedAt ? .overtaken : .replaces
        }
        return validation.findings(
            of: submission, isRegistered: { consortia.contains($0) }, registered: { consortia[$0] },
            prior: figures.map(prior), effect: effect)
    }

    /// The findings with what was answered to them, in the submission or before.
    func answered(
        _ findings: [Finding], in submission: Submission, _ answers: [FindingIdentity: String?]
    ) -> [Finding] {
        guard !answers.isEmpty else { return validation.answered(findings, in: submission) }
        return validation.answered(findings, in: submission) { answers[FindingIdentity(FindingRecord($0))] ?? nil }
    }

    private func prior(_ figures: StandingFigures) -> Validation.Prior {
        { [edition] key in
            edition.indicator(key.indicator).flatMap { figures.value(of: key.consortium, $0, key.year, key.basis) }
        }
    }

    private func voices(of submission: Submission) -> (own: Voice, other: Voice) {
        submission.origin.authority == .authority ? (.authority, .own) : (.own, .authority)
    }
}

/// What makes two findings say the same, wherever their figures stand.
private struct FindingIdentity: Hashable {
    private let kind: String
    private let consortium: String?
    private let indicator: String?
    private let year: Int?
    private let values: [String: String]

    init(_ finding: FindingRecord) {
        kind = finding.kind
        consortium = finding.consortium
        indicator = finding.indicator
        year = finding.year
        values = finding.values
    }
}
