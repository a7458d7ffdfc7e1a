internal import FEEL
internal import Standards

extension Submission {
    /// The statements that registered incidents contradict: those of this submission at their place, and those known
    /// before at the incidents that this one registers.
    ///
    /// - Parameter authorities: what was known before this submission.
    package func contradictions(known authorities: Authorities) -> [Finding] {
        var findings: [Finding] = []
        func check(_ entry: RegisterEntry, _ incidents: [Incident], at source: (Incident) -> CellSource) {
            guard let statement = SignedStatement(entry), let day = statement.on else { return }
            for incident in incidents where statement.isContradicted(by: incident) {
                findings.append(
                    Finding(
                        .contradictedStatement, at: source(incident), consortium: entry.consortium,
                        [
                            "day": "\(day)", "statement": statement.title, "incident": incident.id,
                            "occurred": incident.occurredOn.map { "\($0)" } ?? "",
                            "domain": incident.domain?.title ?? "", "severity": incident.severity?.title ?? "",
                        ]))
            }
        }
        for entry in entries where entry.form == .statements {
            let own = incidents.filter { $0.consortium == entry.consortium }
            check(entry, authorities.incidents(of: entry.consortium) + own) { _ in entry.source }
        }
        for (consortium, incidents) in Dictionary(grouping: incidents, by: \.consortium).sorted(by: { $0.key < $1.key })
        {
            for entry in authorities.statements(of: consortium) { check(entry, incidents, at: \.source) }
        }
        return findings
    }
}
