/// The lists that clauses stand on.
package enum ClauseList: String, Sendable, CaseIterable {
    case negative, revocation
    /// What takes away from ratings.
    case deduction
    /// Annual work plans (年度工作计划).
    case workPlan
}

/// A clause with the conditions of its outcomes.
package struct Clause: Sendable, Hashable, Identifiable {
    /// Who brings a clause into force: the data alone, or a person who determines it.
    package enum Trigger: String, Sendable, CaseIterable {
        case automatic, determination
    }

    /// What would have cleared the assessed year: by how much measures of it would have to be greater. Shown where judging
    /// again bears it out.
    package struct Remedy: Sendable, Hashable {
        /// A measure of the assessed year, and by how much it would have to be greater.
        package struct Raise: Sendable, Hashable {
            package let measure: String
            package let amount: Formula

            package init(measure: String, amount: Formula) {
                self.measure = measure
                self.amount = amount
            }
        }

        package let raises: [Raise]
        /// Whether any one of them suffices; else it takes all of them, and what is told is their sum.
        package let isAnyOne: Bool
        /// Of the sum; empty where each is in the unit of its measure.
        package let unit: String
        /// The sentence around it; beside the names of a rule it may use `差额`, the amount, `方面`, the measure, and `单位`.
        package let text: Template

        package init(raises: [Raise], isAnyOne: Bool, unit: String, text: Template) {
            self.raises = raises
            self.isAnyOne = isAnyOne
            self.unit = unit
            self.text = text
        }
    }

    /// What keeps the next year from triggering.
    package struct Protection: Sendable, Hashable {
        /// Where it is to be told.
        package let when: Formula
        /// The last day, of FEEL's type date.
        package let by: Formula
        package let text: Template
        /// The sentence once that day is over.
        package let late: Template

        package init(when: Formula, by: Formula, text: Template, late: Template) {
            self.when = when
            self.by = by
            self.text = text
            self.late = late
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
    /// Where the clause applies; nil where it always does.
    package let applies: Formula?
    /// Nil for a clause that only a person brings into force.
    package let triggered: Formula?
    package let suspected: Formula?
    package let warning: Formula?
    package let remedy: Remedy?
    package let protection: Protection?
    /// The sentence for each outcome that the clause can have.
    package let texts: [ClauseOutcome: Template]

    package var id: String { code }

    package init(
        code: String, list: ClauseList, title: String, document: String, basis: RuleBasis, numbers: RuleBasis,
        rationale: String, trigger: Trigger, applies: Formula? = nil, triggered: Formula?, suspected: Formula?,
        warning: Formula?, remedy: Remedy?, protection: Protection? = nil, texts: [ClauseOutcome: Template]
    ) {
        self.code = code
        self.list = list
        self.title = title
        self.document = document
        self.basis = basis
        self.numbers = numbers
        self.rationale = rationale
        self.trigger = trigger
        self.applies = applies
        self.triggered = triggered
        self.suspected = suspected
        self.warning = warning
        self.remedy = remedy
        self.protection = protection
        self.texts = texts
    }
}
