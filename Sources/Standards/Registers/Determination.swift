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
    package var policies: [Policy]?
    package var incidents: [Incident]?
    package var determinations: [Determination]?

    package init(policies: [Policy]? = nil, incidents: [Incident]? = nil, determinations: [Determination]? = nil) {
        self.policies = policies
        self.incidents = incidents
        self.determinations = determinations
    }
}
