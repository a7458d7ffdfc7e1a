internal import Assessment
internal import FEEL
internal import Reports
internal import Review
internal import Safekeeping
internal import Spreadsheet
internal import Standards
internal import Workbooks

/// The rows of a reviewer's workbook: what of the open cases he or she may decide.
struct ReviewRowDrafts {
    let edition: Edition
    /// Nil for whoever decides.
    let reviewer: Reviewer?
    private let consortia: [String: Consortium]
    private let incidents: Set<String>
    private let today: CalendarDate
    private let signers: DecisionSigners
    /// The clause that a determination on a doubt about figures names.
    private let signalClause: Clause?
    private(set) var drafts: [Draft] = []
    /// Cases from which the reviewer has to keep away.
    private(set) var recused = 0
    /// Signals between several consortia that have a row: they are one case.
    private var listed: Set<String> = []

    init(
        edition: Edition, reviewer: Reviewer?, consortia: [Consortium], incidents: [Incident], today: CalendarDate,
        signalClause: Clause?, signers: DecisionSigners
    ) {
        self.edition = edition
        self.reviewer = reviewer
        self.consortia = Dictionary(consortia.map { ($0.id, $0) }) { _, later in later }
        self.incidents = Set(incidents.map(\.id))
        self.today = today
        self.signalClause = signalClause
        self.signers = signers
    }

    /// A row but for the digest.
    struct Draft {
        let consortium: Consortium
        let clause: Clause
        let year: ReportingYear
        let subject: String?
        /// `municipal-consortium-trial/C001/16.3/2025`
        let name: String
        let outcome: String
        let state: String
        let due: CalendarDate?
        let facts: [String]
        let said: [String]
        let reasons: [String]
        let decisions: [DeterminationDecision]

        init(
            _ found: Case, subject: String?, facts: [String], said: [String], reasons: [String],
            decisions: [DeterminationDecision]
        ) {
            consortium = found.consortium
            clause = found.clause
            year = found.year
            self.subject = subject
            name = found.id
            outcome = found.outcome.title + (found.isProvisional ? "（暂定）" : "")
            state = found.stateText
            due = found.due
            (self.facts, self.said, self.reasons, self.decisions) = (facts, said, reasons, decisions)
        }

        /// A weak signal, which is no case.
        init(_ signal: CredibilitySignal, _ consortium: Consortium, _ clause: Clause, of edition: Edition) {
            self.consortium = consortium
            self.clause = clause
            year = signal.year
            subject = signal.id
            name = "\(edition.id)/\(consortium.id)/\(clause.code)/\(signal.year)"
            outcome = "不影响结论"
            state = Case.State.toVerify.title
            due = nil
            facts = ["\(signal.title)：\(signal.text)"] + ReviewRowDrafts.brief(signal.because)
            (said, reasons) = ([], [])
            decisions = [.dismiss]
        }

        /// - Parameter reviewer: whose decision it will be, which has an id of its own.
        func row(digest: String?, by reviewer: String) -> ReviewRow {
            let parts = [name, subject ?? "", digest ?? "", reviewer]
            let id = "S" + SHA256.digest(of: parts.joined(separator: "\u{1F}").utf8).prefix(12)
            return ReviewRow(
                consortium: consortium, clause: clause, year: year, subject: subject, id: id, caseDigest: digest,
                outcome: outcome, state: state, due: due,
                facts: facts, said: said, reasons: reasons, decisions: decisions.map(\.title))
        }
    }

    /// Adds a row for each case that may be decided, and one for each incident and signal that it rests on.
    mutating func add(
        _ file: OpenCaseFile, said everything: (String) -> [Determination], members: (String) -> [RegisterEntry]
    ) {
        let subject = Subject(file.consortium, members: reviewer == nil ? [] : members(file.consortium.id))
        for (found, check) in file.cases {
            let own = everything(file.consortium.id).filter {
                $0.clause == found.clause.code && $0.year == found.year && $0.subject == nil
            }
            let decisions = decisions(on: found, nil, about: subject)
            if decisions.isEmpty {
                if isRecused(from: found, subject) { recused += 1 }
                continue
            }
            let hasOwnYear = found.year == file.year
            drafts.append(
                Draft(
                    found, subject: nil,
                    facts: hasOwnYear ? Self.facts(check) : ["\(found.year)年度已触发，尚未处理。"],
                    said: own.map(sentence).uniqued(), reasons: hasOwnYear ? Self.reasons(check) : [],
                    decisions: decisions))
            for matter in found.subjects {
                let signal = file.signals.first { $0.id == matter.id }
                let parties = signal?.parties ?? []
                if parties.count > 1 {
                    guard listed.insert("\(found.clause.code)/\(matter.id)").inserted else { continue }
                    guard !isRecused(fromAnyOf: parties, but: file.consortium.id, members) else { continue }
                }
                let decisions = self.decisions(on: found, matter, about: subject)
                guard !decisions.isEmpty else { continue }
                let said = (parties.isEmpty ? [file.consortium.id] : parties).flatMap(everything)
                drafts.append(
                    Draft(
                        found, subject: matter.id, facts: [matter.text] + Self.brief(signal?.because ?? []),
                        said: said.filter { $0.subject == matter.id && $0.clause == found.clause.code }.map(sentence)
                            .uniqued(), reasons: [],
                        decisions: decisions))
            }
        }
        addWeak(file, subject, everything, members)
    }

    /// Doubts that raise no clause, as long as nobody has looked into them.
    private mutating func addWeak(
        _ file: OpenCaseFile, _ subject: Subject, _ everything: (String) -> [Determination],
        _ members: (String) -> [RegisterEntry]
    ) {
        guard let reviewer, let clause = signalClause else { return }
        for signal in file.weakSignals {
            guard !signal.parties.flatMap(everything).contains(where: { $0.subject == signal.id }),
                listed.insert(signal.id).inserted,
                !isRecused(fromAnyOf: signal.parties, but: file.consortium.id, members),
                reviewer.permission.refusal(
                    of: .dismiss(.weakSignal), by: reviewer.actor.name, on: today, about: subject) == nil
            else { continue }
            drafts.append(Draft(signal, file.consortium, clause, of: edition))
        }
    }

    // MARK: - What may be decided

    /// What a sheet can carry of what is to be said: no withdrawal, which needs the id of what it withdraws.
    private static let carried: Set<DeterminationDecision> = [.confirm, .dismiss, .waive]

    private func decisions(on found: Case, _ matter: Case.Matter?, about subject: Subject)
        -> [DeterminationDecision]
    {
        let possible = found.decisions.filter { decision in
            Self.carried.contains(decision) && (matter == nil || decision != .waive)
        }
        guard let reviewer else { return possible }
        return possible.filter { decision in
            guard let refusal = refusal(of: decision, reviewer, subject) else { return true }
            // The second of two people is named in the sheet.
            return refusal.rule == .people
        }
    }

    private func refusal(of decision: DeterminationDecision, _ reviewer: Reviewer, _ subject: Subject) -> Refusal? {
        reviewer.permission.refusal(
            of: Act(decision: decision), by: reviewer.actor.name, on: today, about: subject)
    }

    private func isRecused(from found: Case, _ subject: Subject) -> Bool {
        guard let reviewer else { return false }
        return found.decisions.contains { refusal(of: $0, reviewer, subject)?.rule == .recusal }
    }

    /// Whether a signal lies between the consortium and one from which the reviewer keeps away.
    private func isRecused(
        fromAnyOf parties: [String], but own: String, _ members: (String) -> [RegisterEntry]
    ) -> Bool {
        guard let reviewer else { return false }
        return parties.contains { id in
            guard id != own, let consortium = consortia[id] else { return false }
            let subject = Subject(consortium, members: members(id))
            return refusal(of: .dismiss, reviewer, subject)?.rule == .recusal
        }
    }

    // MARK: - What is shown

    /// Of the figures that a case rests on so many are listed.
    private static let figuresListed = 12

    private static func facts(_ check: ClauseCheck) -> [String] { [check.text + "。"] + brief(check.because) }

    fileprivate static func brief(_ evidence: [Evidence]) -> [String] {
        let items = evidence.map { item in
            let whose = item.party.map { "\($0) " } ?? ""
            let cell = item.source.map { "［\($0.address)］" } ?? ""
            return (file: item.source?.file ?? "", text: "\(whose)\(item.subject.shortTitle)\(item.valueText)\(cell)")
        }
        // Those of one file stand together, and the file is named once.
        var lines: [(file: String, texts: [String])] = []
        for item in items.prefix(figuresListed) {
            if let place = lines.firstIndex(where: { $0.file == item.file }) {
                lines[place].texts.append(item.text)
            } else {
                lines.append((item.file, [item.text]))
            }
        }
        let rest = items.count - figuresListed
        return lines.map { line in
            (line.file.isEmpty ? "" : "\(line.file)：") + line.texts.uniqued().joined(separator: "；")
        } + (rest > 0 ? ["另有\(rest)项，见认定书。"] : [])
    }

    private static func reasons(_ check: ClauseCheck) -> [String] {
        let lack = check.wouldDecide.map(\.subject.shortTitle).uniqued()
        return (lack.isEmpty ? [] : ["\(check.lackTitle)：\(lack.joined(separator: "、"))。"])
            + (check.remedy.map { [$0.text + "。"] } ?? [])
    }

    private func sentence(_ determination: Determination) -> String {
        "\(determination.sentence)（\(signers.mark(of: determination))）"
    }
}
