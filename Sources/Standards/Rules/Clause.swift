/// The lists that clauses stand on.
package enum ClauseList: String, Sendable, CaseIterable {
    case negative, revocation
}

/// A clause with the conditions of its outcomes.
package struct Clause: Sendable, Hashable, Identifiable {
    /// Who brings a clause into force: the data alone, or a person who determines it.
    package enum Trigger: String, Sendable, CaseIterable {
        case automatic, determination
    }

    /// What would have to change for the outcome to change, as an amount (`还差 80 万元`). Shown where the outcome is
    /// triggered or a warning and the amount is above 0.
    package struct Remedy: Sendable, Hashable {
        package let amount: Formula
        package let unit: String
        /// The sentence around it; beside the names of a rule it may use `差额`, the amount.
        package let text: Template

        package init(amount: Formula, unit: String, text: Template) {
            self.amount = amount
            self.unit = unit
            self.text = text
        }
    }

    /// `16.3`
    package let code: String
    package let list: ClauseList
    /// The clause as the source prints it.
    package let title: String
    /// Id of the ``SourceDocument``.
    package let document: String
    /// Basis of the words, always `clause` for the trial standard.
    package let basis: RuleBasis
    /// Basis of the numbers in the conditions, and why they were chosen.
    package let numbers: RuleBasis
    package let rationale: String
    package let trigger: Trigger
    package let triggered: Formula?
    package let suspected: Formula?
    package let warning: Formula?
    package let remedy: Remedy?
    /// The sentence for each outcome that the clause can have.
    package let texts: [ClauseOutcome: Template]

    package var id: String { code }

    package init(
        code: String, list: ClauseList, title: String, document: String, basis: RuleBasis, numbers: RuleBasis,
        rationale: String, trigger: Trigger, triggered: Formula?, suspected: Formula?, warning: Formula?,
        remedy: Remedy?, texts: [ClauseOutcome: Template]
    ) {
        self.code = code
        self.list = list
        self.title = title
        self.document = document
        self.basis = basis
        self.numbers = numbers
        self.rationale = rationale
        self.trigger = trigger
        self.triggered = triggered
        self.suspected = suspected
        self.warning = warning
        self.remedy = remedy
        self.texts = texts
    }
}
