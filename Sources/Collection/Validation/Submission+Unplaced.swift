internal import Standards

// Entries of registers of which it cannot be read whom they are about.

extension Submission {
    /// Gives the incidents that do not say whose they are to the consortium whose secretariat reports them.
    mutating func assignOwnIncidents() {
        guard origin.authority == .secretariat, let own = origin.consortium else { return }
        incidents = incidents.map { $0.consortium.isEmpty ? $0.assigned(to: own) : $0 }
    }

    /// Tells of an authority's incidents that are no registered consortium's, and policies that are of no known region.
    /// What one of a region says of a consortium that is not registered is not said of whoever is registered later, and
    /// elsewhere, under the same id.
    mutating func noteUnplaced(_ authorities: Authorities) -> [Finding] {
        guard origin.authority == .authority else { return [] }
        let place = origin.region.isEmpty ? "" : authorities.name(of: origin.region)
        var findings: [Finding] = []
        let registered = Set(consortia.map(\.id))
        incidents = incidents.map { incident in
            guard !registered.contains(incident.consortium), !authorities.consortia.contains(incident.consortium) else {
                return incident
            }
            let found = incident.consortium.isEmpty ? "没有写明" : "“\(incident.consortium)”没有登记"
            findings.append(
                Finding(
                    .incidentUnassigned, at: incident.source, ["id": incident.id, "found": found, "place": place]))
            return origin.region.isEmpty ? incident : incident.assigned(to: "")
        }
        for policy in policies where !policy.isPlaced && policy.mightCount {
            findings.append(
                Finding(
                    .policyUnplaced, at: policy.source,
                    [
                        "title": policy.title, "found": policy.region.isEmpty ? "没有写明" : "“\(policy.region)”无法识别",
                        "place": place,
                    ]))
        }
        return Array(findings.prefix(Draft.findingLimit))
    }
}

extension Incident {
    fileprivate func assigned(to consortium: String) -> Incident {
        Incident(
            id: id, consortium: consortium, occurredOn: occurredOn, domain: domain, severity: severity,
            hasAdverseImpact: hasAdverseImpact, status: status, evidence: evidence, description: description,
            reportedBy: reportedBy, source: source)
    }
}
