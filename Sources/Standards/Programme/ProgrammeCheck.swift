package import FEEL

/// One thing that a document asks of a programme: of the whole, of each batch, prefecture, park or consortium.
package struct ProgrammeCheck: Sendable, Hashable, Identifiable {
    /// What it is asked of, each separately.
    package enum Scope: String, Sendable, CaseIterable {
        /// The country; of an overlay the province.
        case whole
        /// The consortia that one province recommended in one batch.
        case batch
        case prefecture
        case park
        case consortium
        /// A place that has set itself a target (``LocalTarget``).
        case place
    }

    package enum Limit: Sendable, Hashable {
        case atMost(Decimal128)
        case atLeast(Decimal128)

        /// Whether `value` keeps it.
        package func holds(_ value: Decimal128) -> Bool {
            switch self {
            case .atMost(let limit): value <= limit
            case .atLeast(let limit): value >= limit
            }
        }

        /// Whether whatever keeps this one keeps `other` too.
        package func isAsStrict(as other: Limit) -> Bool {
            switch (self, other) {
            case (.atMost(let own), .atMost(let limit)): own <= limit
            case (.atLeast(let own), .atLeast(let limit)): own >= limit
            default: false
            }
        }

        package var number: Decimal128 {
            switch self {
            case .atMost(let number), .atLeast(let number): number
            }
        }
    }

    package enum Demand: Sendable, Hashable {
        /// A number within a limit, counted in a unit.
        case number(Formula, Limit, unit: String)
        case condition(Formula)
    }

    package let id: String
    package let title: String
    package let scope: Scope
    package let demand: Demand
    /// Whether it is asked of a subject at all; nil for always.
    package let applies: Formula?
    /// What is shown of a subject beside the outcome; nil for nothing.
    package let shows: Formula?
    /// What to do where it is not kept.
    package let remedy: Template?
    /// The day by which it is to be reached; nil where it holds at any time.
    package let due: CalendarDate?
    /// The document says 左右: there is progress and no failure.
    package let isApproximate: Bool
    /// The document prefers it (一般、优先、为主) and does not demand it: there is advice and no failure.
    package let isAdvice: Bool
    /// Somebody owes it, and is reminded.
    package let isDuty: Bool
    /// Where it is not kept, that is a ground for leaving the programme.
    package let isGroundOfExit: Bool
    package let basis: RuleBasis
    package let reference: Duty.Reference
    /// The document's words.
    package let quote: String
    /// Why it is read so; blank where the words need no reading.
    package let rationale: String

    package init(
        id: String, title: String, scope: Scope, demand: Demand, applies: Formula? = nil, shows: Formula? = nil,
        remedy: Template? = nil, due: CalendarDate? = nil, isApproximate: Bool = false, isAdvice: Bool = false,
        isDuty: Bool = false, isGroundOfExit: Bool = false, basis: RuleBasis, reference: Duty.Reference, quote: String,
        rationale: String
    ) {
        self.id = id
        self.title = title
        self.scope = scope
        self.demand = demand
        self.applies = applies
        self.shows = shows
        self.remedy = remedy
        self.due = due
        self.isApproximate = isApproximate
        self.isAdvice = isAdvice
        self.isDuty = isDuty
        self.isGroundOfExit = isGroundOfExit
        self.basis = basis
        self.reference = reference
        self.quote = quote
        self.rationale = rationale
    }

    package var limit: Limit? {
        if case .number(_, let limit, _) = demand { limit } else { nil }
    }

    /// What is counted; nil where nothing is.
    package var unit: String? {
        if case .number(_, _, let unit) = demand { unit } else { nil }
    }

    /// Whether whatever keeps this check keeps `other` too: a number of the same scope within its limit.
    package func isAsStrict(as other: ProgrammeCheck) -> Bool {
        guard case .number(_, let own, _) = demand, case .number(_, let limit, _) = other.demand else { return false }
        return scope == other.scope && own.isAsStrict(as: limit)
    }

    /// `不超过3家`, `不少于10家`; nil for what is no number.
    package var limitText: String? {
        guard case .number(_, let limit, let unit) = demand else { return nil }
        switch limit {
        case .atMost(let number): return "不超过\(number)\(unit)"
        case .atLeast(let number): return (isApproximate ? "" : "不少于") + "\(number)\(unit)\(isApproximate ? "左右" : "")"
        }
    }
}
