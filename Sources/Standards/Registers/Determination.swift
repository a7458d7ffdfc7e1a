package import FEEL

/// What a named person decided on a clause.
package enum DeterminationDecision: String, Sendable, CaseIterable {
    case confirm, dismiss, waive, acceptPlanChange

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .confirm: "成立"
        case .dismiss: "不成立"
        case .waive: "豁免"
        case .acceptPlanChange: "同意调整"
        }
    }
}

/// An entry of the register of determinations (认定).
package struct Determination: Sendable, Hashable {
    package let consortium: String
    package let clause: String
    package let year: ReportingYear
    package let decision: DeterminationDecision
    /// Who decided.
    package let by: String
    package let on: CalendarDate?
    package let ground: String
    package let evidence: String?
    package let source: CellSource

    package init(
        consortium: String, clause: String, year: ReportingYear, decision: DeterminationDecision, by: String,
        on: CalendarDate?, ground: String, evidence: String?, source: CellSource
    ) {
        self.consortium = consortium
        self.clause = clause
        self.year = year
        self.decision = decision
        self.by = by
        self.on = on
        self.ground = ground
        self.evidence = evidence
        self.source = source
    }
}

/// The registers that rules consult beside the observations. A register that was never collected is nil: that is not
/// evidence of nothing having happened (DESIGN §5).
package struct Registers: Sendable {
    /// The consortia that a register was collected for.
    package enum Coverage: Sendable, Hashable {
        case all
        /// Those whose own yearly workbooks list entries, where nobody collected the register as such.
        case only(Set<String>)

        package func contains(_ consortium: String) -> Bool {
            switch self {
            case .all: true
            case .only(let consortia): consortia.contains(consortium)
            }
        }

        /// Takes in that the register was collected for one consortium; for all where nil.
        package mutating func add(_ consortium: String?) {
            guard case .only(var consortia) = self, let consortium else { return self = .all }
            consortia.insert(consortium)
            self = .only(consortia)
        }
    }

    package var policies: [Policy]?
    package var incidents: [Incident]?
    package var determinations: [Determination]?
    package var policyCoverage: Coverage
    package var incidentCoverage: Coverage

    package init(
        policies: [Policy]? = nil, incidents: [Incident]? = nil, determinations: [Determination]? = nil,
        policyCoverage: Coverage = .all, incidentCoverage: Coverage = .all
    ) {
        self.policies = policies
        self.incidents = incidents
        self.determinations = determinations
        self.policyCoverage = policyCoverage
        self.incidentCoverage = incidentCoverage
    }
}
