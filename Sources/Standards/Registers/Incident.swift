package import FEEL

/// The field that an incident belongs to.
package enum IncidentDomain: String, Sendable, CaseIterable {
    case enrolment, employment, safety, other, falsification, dissolution, revocation, majorChange, majorViolation

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .enrolment: "招生"
        case .employment: "就业"
        case .safety: "安全"
        case .other: "其他"
        case .falsification: "造假"
        case .dissolution: "解散"
        case .revocation: "撤销"
        case .majorChange: "重大变动"
        case .majorViolation: "重大违规"
        }
    }
}

package enum IncidentSeverity: String, Sendable, CaseIterable {
    case minor, serious, major, critical

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .minor: "一般"
        case .serious: "较大"
        case .major: "重大"
        case .critical: "特别重大"
        }
    }
}

/// How far an incident has been looked into.
package enum IncidentStatus: String, Sendable, CaseIterable {
    case reported, confirmed, dismissed

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .reported: "线索"
        case .confirmed: "查实"
        case .dismissed: "不成立"
        }
    }
}

/// An entry of the incident register (事件).
package struct Incident: Sendable, Hashable, Identifiable {
    package let id: String
    package let consortium: String
    package let occurredOn: CalendarDate?
    /// Nil where the register leaves it blank: then nobody knows.
    package let domain: IncidentDomain?
    package let severity: IncidentSeverity?
    /// Whether the incident had an adverse social impact (不良社会影响); nil where nobody has said.
    package let hasAdverseImpact: Bool?
    package let status: IncidentStatus?
    package let evidence: String?
    /// 情况说明
    package let description: String?
    /// The consortium whose secretariat reported the incident itself; nil for an authority's entry.
    package let reportedBy: String?
    /// GB/T 2260 code of the region of the authority that registered it, empty for the ministry; nil where nothing tells.
    package var region: String?
    /// What several authorities say, each its latest word, where they contradict each other; else empty.
    package let accounts: [Incident]
    package var source: CellSource

    package init(
        id: String, consortium: String, occurredOn: CalendarDate?, domain: IncidentDomain?,
        severity: IncidentSeverity?, hasAdverseImpact: Bool?, status: IncidentStatus?, evidence: String?,
        description: String? = nil, reportedBy: String? = nil, region: String? = nil,
        accounts: [Incident] = [], source: CellSource
    ) {
        self.id = id
        self.consortium = consortium
        self.occurredOn = occurredOn
        self.domain = domain
        self.severity = severity
        self.hasAdverseImpact = hasAdverseImpact
        self.status = status
        self.evidence = evidence
        self.description = description
        self.reportedBy = reportedBy
        self.region = region
        self.accounts = accounts
        self.source = source
    }
}
