package import FEEL
package import Standards

/// Holds the figures of a submission against one another and against what was reported before. A pure function; it
/// changes no value.
package struct Validation: Sendable {
    let edition: Edition
    /// The day on which it is done; nil where the years that figures are of are not looked at.
    let today: CalendarDate?
    /// Whether a year is collected before it ends, so that its figures are no surprise in it.
    let collectsWithinYear: Bool
    /// What is asked of places, and what is to be published again and again.
    let targets: [LocalTarget]
    let publications: [Publication]
    /// What counted in a cell before.
    package typealias Prior = (ObservationKey) -> ObservedValue?

    /// Plans and receipts, by fund.
    let funds: [FundPoints]
    /// By ordinal of the condition, the ordinals of the indicators that are due when it is true.
    private let dependents: [[Int]]
    private let conditions: [Int?]
    /// By ordinal, the whole that an indicator is part of, and the parts that a whole has.
    private let wholes: [[Int]]
    private let parts: [[Int]]
    /// By ordinal, whether a figure can be odd beside the one of the year before, and the most that it can be.
    let mayBeOdd: [Bool]
    let most: [Decimal128?]

    package init(
        edition: Edition, today: CalendarDate? = nil, collectsWithinYear: Bool = false, targets: [LocalTarget] = [],
        publications: [Publication] = []
    ) {
        self.edition = edition
        self.targets = targets
        self.publications = publications
        self.today = today
        self.collectsWithinYear = collectsWithinYear
        funds = (edition.credibility?.funds ?? []).compactMap { FundPoints($0, edition) }
        let ordinals = Dictionary(uniqueKeysWithValues: edition.indicators.map { ($0.code, $0.ordinal) })
        let due = edition.indicators.compactMap { indicator in
            indicator.dueWhen.flatMap { ordinals[$0] }.map { (condition: $0, dependent: indicator.ordinal) }
        }
        dependents = edition.indicators.map { one in due.filter { $0.condition == one.ordinal }.map(\.dependent) }
        conditions = edition.indicators.map { one in due.first { $0.dependent == one.ordinal }?.condition }
        let pairs = (edition.credibility?.parts ?? []).compactMap { pair in
            ordinals[pair.part].flatMap { part in ordinals[pair.whole].map { (part: part, whole: $0) } }
        }
        wholes = edition.indicators.map { one in pairs.filter { $0.part == one.ordinal }.map(\.whole) }
        parts = edition.indicators.map { one in pairs.filter { $0.whole == one.ordinal }.map(\.part) }
        mayBeOdd = edition.indicators.map { edition.credibility?.mayDoubt($0) ?? false }
        most = edition.indicators.map { edition.credibility?.most(of: $0) }
    }

    /// What shows when `submission` is held against others, in the order of its rows.
    /// - Parameters:
    ///   - isRegistered: whether a consortium is in the register, or in one of the same batch.
    ///   - registered: what the register of consortia says of one now.
    ///   - prior: what counted in a cell before this submission: the last figure, or the first where the indicator
    ///     keeps its first; nil where nothing was known at all.
    ///   - effect: what the submission does to what counted before.
    package func findings(
        of submission: Submission, isRegistered: (String) -> Bool, registered: (String) -> Consortium? = { _ in nil },
        prior: Prior?, effect: @escaping (ObservationKey) -> RevisionEffect = { _ in .replaces }
    ) -> [Finding] {
        var findings =
            unregistered(in: submission, isRegistered) + filings(in: submission, registered) + ledgers(in: submission)
        guard submission.saysSomething else { return findings + untouched(submission) }
        let table = submission.observations
        if let prior { findings += revisions(in: submission, prior, effect) }
        guard var figure = Figure(in: table, prior: prior, effect: effect) else { return findings }
        for position in table.indices {
            figure.entry = table.entries[position]
            guard figure.entry.basis == .actual else { continue }
            check(figure, registered, &findings)
            if findings.count > Draft.findingLimit { break }
        }
        findings += plans(in: submission, prior) + unfinishedYears(in: submission) + missingEvidence(in: submission)
        return findings.sorted { ($0.source.row, $0.source.column) < ($1.source.row, $1.source.column) }
    }

    private func check(
        _ figure: borrowing Figure, _ registered: (String) -> Consortium?, _ findings: inout [Finding]
    ) {
        let ordinal = Int(figure.entry.indicator)
        checkRevision(figure, &findings)
        switch figure.entry.value {
        case .number(let number):
            checkSeries(figure, number, &findings)
            checkMost(figure, number, &findings)
            for whole in wholes[ordinal] { checkPart(ordinal, of: whole, at: figure, &findings) }
            // Where both are given, the part's own row has been checked.
            for part in parts[ordinal] where figure.sibling(part) == nil {
                checkPart(part, of: ordinal, at: figure, &findings)
            }
        case .truth(let truth):
            for dependent in dependents[ordinal] {
                checkDue(dependent, when: truth, ordinal, at: figure, &findings)
            }
        case .text(let text):
            checkRegister(figure, text, registered(figure.consortium), &findings)
        default:
            break
        }
        if let condition = conditions[ordinal], figure.sibling(condition) == nil,
            case .truth(let truth)? = figure.value(of: condition)
        {
            checkDue(ordinal, when: truth, condition, at: figure, &findings)
        }
    }

    private func unregistered(in submission: Submission, _ isRegistered: (String) -> Bool) -> [Finding] {
        let entries =
            submission.incidents.filter { !$0.consortium.isEmpty }.map { ($0.consortium, $0.source) }
            + submission.transitions.map { ($0.consortium, $0.source) }
            + submission.entries.filter { !$0.consortium.isEmpty }.map { ($0.consortium, $0.source) }
            + submission.determinations.map { ($0.consortium, $0.source) }
            + submission.formFields.map { ($0.consortium, $0.source) }
        var unknown = Set((submission.observations.consortia + entries.map(\.0)).filter { !isRegistered($0) })
        guard !unknown.isEmpty else { return [] }
        unknown.subtract(submission.consortia.map(\.id))
        var findings: [Finding] = []
        func name(_ consortium: String, _ source: CellSource) {
            guard findings.count < Draft.findingLimit, unknown.remove(consortium) != nil else { return }
            let row = CellSource(
                file: source.file, sha256: source.sha256, sheet: source.sheet, row: source.row, column: 0)
            findings.append(Finding(.unknownConsortium, at: row, consortium: consortium, ["found": consortium]))
        }
        let table = submission.observations
        for entry in table.entries where !unknown.isEmpty && findings.count < Draft.findingLimit {
            name(table.consortia[Int(entry.consortium)], table.source(of: entry))
        }
        for (consortium, source) in entries { name(consortium, source) }
        return findings
    }
}
