package import FEEL

/// The government that issued a policy.
package enum PolicyLevel: String, Sendable, CaseIterable {
    case national, province, city, county

    /// As the register's Chinese form writes it.
    package var title: String {
        switch self {
        case .national: "国家"
        case .province: "省"
        case .city: "市"
        case .county: "县"
        }
    }
}

/// An entry of the policy register (政策文件).
package struct Policy: Sendable, Hashable, Identifiable {
    package let id: String
    package let level: PolicyLevel?
    /// GB/T 2260 code of the region that the policy is in force for.
    package let region: String
    package let title: String
    package let number: String
    package let issuer: String
    package let issuedOn: CalendarDate?
    /// Whether the policy takes effect; nil where nobody has said.
    package let isEffective: Bool?
    package let evidence: String?
    /// The last day on which it holds (有效期至); nil where the register leaves it blank.
    package let validUntil: CalendarDate?
    package let repealedOn: CalendarDate?
    /// Whether the register writes a last day, or a day of repeal, that cannot be read, so that nobody knows how long it
    /// holds.
    package let hasUnknownTerm: Bool
    package let hasUnknownRepeal: Bool
    /// The consortium that listed it itself (自报); nil for an authority's entry.
    package let reportedBy: String?
    package var source: CellSource

    package init(
        id: String, level: PolicyLevel?, region: String, title: String, number: String, issuer: String,
        issuedOn: CalendarDate?, isEffective: Bool?, evidence: String?, validUntil: CalendarDate? = nil,
        repealedOn: CalendarDate? = nil, hasUnknownTerm: Bool = false, hasUnknownRepeal: Bool = false,
        reportedBy: String? = nil, source: CellSource
    ) {
        self.id = id
        self.level = level
        self.region = region
        self.title = title
        self.number = number
        self.issuer = issuer
        self.issuedOn = issuedOn
        self.isEffective = isEffective
        self.evidence = evidence
        self.validUntil = validUntil
        self.repealedOn = repealedOn
        self.hasUnknownTerm = hasUnknownTerm
        self.hasUnknownRepeal = hasUnknownRepeal
        self.reportedBy = reportedBy
        self.source = source
    }
}
