package import FEEL

/// The field that an incident belongs to.
package enum IncidentDomain: String, Sendable, CaseIterable {
    case enrolment, employment, safety, falsification, dissolution, revocation, majorChange, majorViolation
}

package enum IncidentSeverity: String, Sendable, CaseIterable {
    case minor, serious, major
}

/// How far an incident has been looked into.
package enum IncidentStatus: String, Sendable, CaseIterable {
    /// 线索
    case reported
    /// 查实
    case confirmed
    /// 不成立
    case dismissed
}

/// An entry of the incident register (事件).
package struct Incident: Sendable, Hashable, Identifiable {
    package let id: String
    package let consortium: String
    package let occurredOn: CalendarDate?
    package let domain: IncidentDomain
    package let severity: IncidentSeverity?
    /// Whether the incident had an adverse social impact (不良社会影响); nil where nobody has said.
    package let hasAdverseImpact: Bool?
    package let status: IncidentStatus
    package let evidence: String?
    package let source: CellSource

    package init(
        id: String, consortium: String, occurredOn: CalendarDate?, domain: IncidentDomain,
        severity: IncidentSeverity?, hasAdverseImpact: Bool?, status: IncidentStatus, evidence: String?,
        source: CellSource
    ) {
        self.id = id
        self.consortium = consortium
        self.occurredOn = occurredOn
        self.domain = domain
        self.severity = severity
        self.hasAdverseImpact = hasAdverseImpact
        self.status = status
        self.evidence = evidence
        self.source = source
    }
}
