import Standards

// Entries of registers that may be about a consortium, though it is not known that they are.

extension NationalContext {
    /// The policies that may count for a consortium: of each it is unknown whether it is in force there.
    func unplacedPolicies(for consortium: Consortium) -> [Policy] {
        unplacedPolicies.filter { $0.mayConcern(consortium) }.map { unplaced in
            let policy = unplaced.entry
            return Policy(
                id: policy.id, level: policy.level, region: "", title: policy.title, number: policy.number,
                issuer: policy.issuer, issuedOn: policy.issuedOn, isEffective: nil, evidence: policy.evidence,
                validUntil: policy.validUntil, repealedOn: policy.repealedOn, hasUnknownTerm: policy.hasUnknownTerm,
                hasUnknownRepeal: policy.hasUnknownRepeal, source: policy.source)
        }
    }

    /// The incidents that may be a consortium's, as nobody's (``Standards/Incident/isUnassigned``).
    func unassignedIncidents(for consortium: Consortium) -> [Incident] {
        unassignedIncidents.filter { $0.mayConcern(consortium) }.map { unassigned in
            let incident = unassigned.entry
            return Incident(
                id: incident.id, consortium: "", occurredOn: incident.occurredOn, domain: incident.domain,
                severity: incident.severity, hasAdverseImpact: incident.hasAdverseImpact, status: incident.status,
                evidence: incident.evidence, description: incident.description, source: incident.source)
        }
    }
}
