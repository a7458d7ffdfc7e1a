import FEEL
import Standards

/// What an evaluation of a clause came to, with everything that it went through on the way: outcome, text and
/// explanation are made from this, and nothing is evaluated again.
struct Ruling: Sendable {
    /// What a condition came to; ``unasked`` where the outcome was known before it.
    enum Answer: Sendable {
        case holds, fails, unknown, unasked

        init(_ truth: Bool?) {
            self =
                switch truth {
                case true?: .holds
                case false?: .fails
                case nil: .unknown
                }
        }
    }

    let year: ReportingYear
    let outcome: ClauseOutcome
    /// A graver outcome than a suspicion that may yet hold, or the warning that may yet hold beside `clear`.
    let pending: ClauseOutcome?
    let applies: Answer
    let triggered: Answer
    /// Before anybody's determination.
    let suspected: Answer
    let warning: Answer
    let decidedBy: Determination?
    let waivedBy: Determination?
    let contradictory: [Determination]
    /// Whether the clause triggered in a year before the edition's 施行年.
    let isBeforeForce: Bool
    /// The values that the conditions were evaluated over.
    let values: [Value]

    func answer(to outcome: ClauseOutcome) -> Answer {
        switch outcome {
        case .triggered: triggered
        case .suspected: suspected
        case .warning: warning
        case .undetermined, .clear, .notApplicable: .unasked
        }
    }
}

extension Subject {
    /// Judges a clause for `inputs.year`, by its conditions and then by what people determined (DESIGN §3, §5).
    func ruling(_ program: ClauseProgram, _ year: ReportingYear, _ inputs: RuleInputs) -> Ruling {
        var inputs = inputs
        let clause = program.clause
        if !determinations.isEmpty {
            inputs.set(determinations: determinations.all(clause.code, year))
            let waived = determinations.waivedYears(of: clause.code, before: year)
            if !waived.isEmpty {
                for window in [YearWindow.lastTwo, .lastThree] {
                    inputs.set(window, contexts(of: years(of: window, year, waived: waived)))
                }
            }
        }
        // Of what may be somebody else's incident is shown that it is not known.
        let isOpen = incidents.contains(where: \.isUnassigned)
        let values = isOpen ? inputs.values(withIncidents: .list(incidents.map(Self.shown))) : inputs.values
        let applies = program.applies.map { Ruling.Answer($0.program.truth(values)) } ?? .unasked
        guard applies != .fails else {
            return Ruling(
                year: year, outcome: .notApplicable, pending: nil, applies: applies, triggered: .unasked,
                suspected: .unasked, warning: .unasked, decidedBy: nil, waivedBy: nil, contradictory: [],
                isBeforeForce: false, values: values)
        }
        var judge = Judge(
            program: program, inputs: inputs, year: year, book: determinations,
            groups: program.references.usesSignals ? SignalGroups(signals, of: consortium.id) : SignalGroups())
        judge.run()
        let triggers = judge.outcome == .triggered
        let isBeforeForce = triggers && (rules.edition.inForceFrom.map { year < $0 } ?? false)
        return Ruling(
            year: year, outcome: isBeforeForce ? .warning : judge.outcome, pending: judge.pending, applies: applies,
            triggered: judge.triggered, suspected: judge.suspected, warning: judge.warning, decidedBy: judge.decidedBy,
            waivedBy: triggers ? determinations.waiver(of: clause.code, year) : nil,
            contradictory: judge.contradictory, isBeforeForce: isBeforeForce, values: values)
    }
}

extension Subject {
    /// An incident as explanations show it.
    private static func shown(_ incident: Incident) -> Value {
        guard incident.isUnassigned else { return RuleVocabulary.value(of: incident) }
        return RuleVocabulary.value(
            of: Incident(
                id: incident.id, consortium: "", occurredOn: incident.occurredOn, domain: incident.domain,
                severity: incident.severity, hasAdverseImpact: incident.hasAdverseImpact, status: nil, evidence: nil,
                source: incident.source))
    }
}

extension Determination {
    /// Whether it was made before something happened, which it so does not settle.
    fileprivate func isBefore(_ day: CalendarDate?) -> Bool {
        guard let day, let on else { return false }
        return on < day
    }
}

/// The conditions of a clause, one after the other, and what people said of what they found.
private struct Judge {
    let program: ClauseProgram
    let inputs: RuleInputs
    let year: ReportingYear
    let book: DeterminationBook
    private let groups: SignalGroups
    /// Whether nobody knows of some incident whose it is.
    private let isOpen: Bool
    private(set) var outcome = ClauseOutcome.clear
    private(set) var pending: ClauseOutcome?
    private(set) var triggered = Ruling.Answer.unasked
    private(set) var suspected = Ruling.Answer.unasked
    private(set) var warning = Ruling.Answer.unasked
    private(set) var decidedBy: Determination?
    private(set) var contradictory: [Determination] = []

    init(
        program: ClauseProgram, inputs: RuleInputs, year: ReportingYear, book: DeterminationBook, groups: SignalGroups
    ) {
        self.program = program
        self.inputs = inputs
        self.year = year
        self.book = book
        self.groups = groups
        isOpen = inputs.hasUnassignedIncidents
    }

    mutating func run() {
        let clause = program.clause
        let decision = book.isEmpty ? .none : book.decision(on: clause, year)
        contradictory = decision.contradictory
        triggered = answer(program.triggered)
        if triggered == .holds {
            outcome = .triggered
            return
        }
        suspected = answer(program.suspected)
        if clause.trigger == .determination, let holding = decision.holding {
            decidedBy = holding
            outcome = holding.decision == .confirm ? .triggered : .clear
            return
        }
        let suspicion = settled(suspected, decision)
        if outcome == .triggered { return }
        weigh(suspicion)
    }

    /// The suspicion that is left after what people determined of it, as a whole and of its subjects.
    private mutating func settled(_ found: Ruling.Answer, _ decision: DeterminationBook.Decision) -> Ruling.Answer {
        if found == .holds, let holding = decision.holding, holding.decision == .confirm,
            !book.isOutrun(holding)
                || answer(program.suspected, inputs.values { !holding.isBefore($1) }) == .holds
        {
            (outcome, decidedBy) = (.triggered, holding)
            return found
        }
        var left = found
        let subjects = book.isEmpty ? [:] : book.subjects(of: program.clause)
        if !subjects.isEmpty {
            contradictory += subjects.values.flatMap(\.contradictory)
            let confirmed = subjects.filter { $0.value.holding?.decision == .confirm }
            if !confirmed.isEmpty, answer(program.suspected, inputs.values { id, _ in confirmed[id] != nil }) == .holds
            {
                outcome = .triggered
                decidedBy = confirmed.sorted { $0.key < $1.key }.last?.value.holding
                return left
            }
            let dismissed = subjects.filter { $0.value.holding?.decision == .dismiss }
            if !dismissed.isEmpty, found != .fails {
                let settled = groups.settled(by: Set(dismissed.keys))
                left = answer(program.suspected, inputs.values { id, _ in !settled.contains(id) })
                if left != found { decidedBy = dismissed.sorted { $0.key < $1.key }.last?.value.holding }
            }
        }
        if left != .fails, let holding = decision.holding, holding.decision == .dismiss {
            decidedBy = holding
            left =
                book.isOutrun(holding) ? answer(program.suspected, inputs.values { holding.isBefore($1) }) : .fails
        }
        return left
    }

    /// The first outcome in the order of precedence that is known to hold.
    private mutating func weigh(_ suspicion: Ruling.Answer) {
        switch (triggered, suspicion) {
        case (let trigger, .holds):
            outcome = .suspected
            pending = trigger == .unknown ? .triggered : nil
        case (.unknown, _), (_, .unknown):
            outcome = .undetermined
        default:
            warning = answer(program.warning)
            outcome = warning == .holds ? .warning : .clear
            pending = warning == .unknown ? .warning : nil
        }
    }

    /// A condition that is not written does not hold. One that hangs on whether an incident is the consortium's, which
    /// nobody knows, is unknown.
    private func answer(_ condition: ClauseProgram.Condition?, _ values: [Value]? = nil) -> Ruling.Answer {
        guard let condition else { return .fails }
        let values = values ?? inputs.values
        let answer = Ruling.Answer(condition.program.truth(values))
        guard isOpen else { return answer }
        return Ruling.Answer(condition.program.truth(RuleInputs.assigned(values))) == answer ? answer : .unknown
    }
}
