internal import FEEL
internal import Standards

extension Authorities {
    /// The incidents of a submission of which another authority says otherwise: the latest word of each counts, and
    /// neither supersedes the other's.
    package func disputes(with submission: Submission) -> [Finding] {
        guard submission.origin.authority == .authority else { return [] }
        let region = submission.origin.region
        return submission.incidents.flatMap { incident in
            accounts(of: incident).filter { $0.region != region && $0.contradicts(incident) }.map { other in
                Finding(
                    .incidentDisputed, at: incident.source, consortium: incident.consortium,
                    [
                        "id": incident.id, "other": speaker(other.region ?? ""), "theirs": other.words,
                        "own": speaker(region), "found": incident.words,
                    ])
            }
        }
    }

    /// The latest word of each authority on an incident.
    private func accounts(of incident: Incident) -> [Incident] {
        let known = incidents(incident.id).filter { $0.reportedBy == nil && $0.consortium == incident.consortium }
        var latest: [String: Incident] = [:]
        for account in known.flatMap({ $0.accounts.isEmpty ? [$0] : $0.accounts }) {
            latest[account.region ?? ""] = account
        }
        return latest.sorted { $0.key < $1.key }.map(\.value)
    }

    private func speaker(_ region: String) -> String {
        region.isEmpty ? "部级主管部门" : "\(name(of: region))主管部门"
    }
}

extension Incident {
    /// `2025-03-01、安全、重大、有不良影响、查实`
    fileprivate var words: String {
        [
            occurredOn?.description ?? "日期未填", domain?.title ?? "领域未填", severity?.title ?? "程度未填",
            hasAdverseImpact.map { $0 ? "有不良影响" : "无不良影响" } ?? "影响未认定", status?.title ?? "核查状态未填",
        ].joined(separator: "、")
    }
}
