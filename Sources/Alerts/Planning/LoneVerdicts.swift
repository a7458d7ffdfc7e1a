internal import Standards

/// The verdicts that one clause alone has caused: clause and verdict are then one matter, and told as one.
struct LoneVerdicts {
    private let clauses: [Fingerprint: AlertState]
    private let verdicts: [Fingerprint: AlertState]

    init(_ states: [AlertState]) {
        let firing = Dictionary(
            states.filter { $0.status == .firing }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var clauses: [Fingerprint: AlertState] = [:]
        var verdicts: [Fingerprint: AlertState] = [:]
        for verdict in firing.values where verdict.alert.labels[.clause] == Situation.verdict {
            guard verdict.alert.restsOn.count == 1, let code = verdict.alert.restsOn.first, code != Situation.verdict,
                let clause = firing[verdict.alert.fingerprint.of(clause: code)]
                    // The memory of its own year's case, where the figures that made it are gone, is the clause as well.
                    ?? firing[Fingerprint(text: code)].flatMap({ $0.isOfSameYear(as: verdict) ? $0 : nil })
            else { continue }
            clauses[verdict.id] = clause
            verdicts[clause.id] = verdict
        }
        self.clauses = clauses
        self.verdicts = verdicts
    }

    /// The clause that caused a verdict; nil where several did, and for what is no verdict.
    func clause(of verdict: AlertState) -> AlertState? { clauses[verdict.id] }

    /// The verdict that a clause alone caused.
    func verdict(of clause: AlertState) -> AlertState? { verdicts[clause.id] }
}

extension AlertState {
    fileprivate func isOfSameYear(as other: AlertState) -> Bool {
        [LabelName.edition, .consortium, .year].allSatisfy { alert.labels[$0] == other.alert.labels[$0] }
    }
}
