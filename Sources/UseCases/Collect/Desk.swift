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
    mutating func examine(_ read: Submission) throws -> (Submission, [Finding]) {
        var (submission, refusals) = read.permitted(by: authorities)
        guard submission.isAccepted else { return (submission, submission.findings) }
        refusals += authorities.disputes(with: submission)
        refusals += submission.contradictions(known: authorities)
        authorities.add(submission)
        refusals += entitlement?.examine(&submission) { authorities.isIncident($0) } ?? []
        refusals += proceedings.examine(&submission)
        refusals += ratings?.examine(&submission) ?? []
        refusals += consortia.predecessorFindings(in: submission)
        let isKnown = submission.observations.consortia.contains(where: reported.contains)
        let found = try store.withStandingFigures(edition: edition) { figures in
            try check(&submission, isKnown ? figures : nil, &refusals)
        }
        reported.formUnion(submission.observations.consortia)
        return (submission, try answered(submission.findings + refusals + found, in: submission))
    }

    /// The findings with what was answered to them, here or in an earlier file.
    private func answered(_ findings: [Finding], in submission: Submission) throws -> [Finding] {
        let consortia = Set(findings.filter { $0.kind.severity == .warning }.compactMap(\.consortium))
        // Few were ever answered; of many consortia it is asked first of which any was.
        let answered = try consortia.count > Self.few ? store.consortiaOfAnsweredFindings() : reported
        let known = try consortia.filter { reported.contains($0) && answered.contains($0) }
            .flatMap { try store.answeredFindings(of: $0) }
        let answers = Dictionary(known.map { (FindingIdentity($0), $0.answer) }) { _, later in later }
        guard !answers.isEmpty else { return validation.answered(findings, in: submission) }
        return validation.answered(findings, in: submission) { answers[FindingIdentity(FindingRecord($0))] ?? nil }
    }

    /// What shows when the submission is held against what stands, of which it repeats nothing then.
    private func check(
        _ submission: inout Submission, _ figures: StandingFigures?, _ refusals: inout [Finding]
    ) throws -> [Finding] {
        let isOfficial = submission.origin.authority == .authority
        let (own, other): (Voice, Voice) = isOfficial ? (.authority, .own) : (.own, .authority)
        func indicator(_ key: ObservationKey) -> Indicator? { edition.indicator(key.indicator) }
        var prior: ((ObservationKey) -> ObservedValue?)?
        if let figures {
            submission.keepCorrections { key, value in
                indicator(key).map { figures.isReplaced(value, of: key.consortium, $0, key.year, saidBy: own) } ?? false
            }
            refusals += validation.voices(in: submission, speaksOf: { figures.mayHold(other, of: $0) }) { key in
                indicator(key).flatMap {
                    figures.value(of: key.consortium, $0, key.year, key.basis, saidBy: other)
                }
            }
            prior = { key in
                indicator(key).flatMap { figures.value(of: key.consortium, $0, key.year, key.basis) }
            }
        }
        if let prior { submission.removeRepetitions(of: prior) }
        let receivedAt = submission.receivedOn.map(ChinaTime.start) ?? now
        func effect(_ key: ObservationKey) -> RevisionEffect {
            let word = indicator(key).flatMap { figures?.word(on: key.consortium, $0, key.year, key.basis) }
            guard let word else { return .replaces }
            if !isOfficial, word.voice == .authority { return .outranked }
            return word.voice == own && word.receivedAt > receivedAt ? .overtaken : .replaces
        }
        var failure: (any Error)?
        var aside: Validation.Aside?
        if let prior, submission.observations.consortia.count > Self.few { aside = askingAside(prior) { failure = $0 } }
        let found = validation.findings(
            of: submission, isRegistered: { consortia.contains($0) }, registered: { consortia[$0] }, prior: prior,
            effect: effect, aside: aside)
        if let failure { throw failure }
        return found
    }

    /// Makes findings on another thread with its own reading of what stands or, where that cannot see all, here.
    private func askingAside(
        _ prior: @escaping Validation.Prior, _ fail: @escaping (any Error) -> Void
    ) -> Validation.Aside {
        { [store, edition] make in
            let asked = try? store.askAside(edition: edition) { (figures: StandingFigures) in
                make { (key: ObservationKey) in
                    edition.indicator(key.indicator).flatMap {
                        figures.value(of: key.consortium, $0, key.year, key.basis)
                    }
                }
            }
            guard let asked else { return { make(prior) } }
            return {
                do {
                    return try asked.wait()
                } catch {
                    fail(error)
                    return []
                }
            }
        }
    }

    /// As many consortia as are no work for another core.
    private static let few = 64
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
