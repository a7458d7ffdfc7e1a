import History
import Standards

/// Of which outcomes it is asked how little would make them others.
package enum FragilityScope: Sendable {
    case nothing
    /// Clauses that are triggered or suspected: what is on a panel's agenda.
    case cases
    /// The verdict, where a clause is triggered or suspected: what its page says.
    case verdict
    /// The verdict, every clause and every observation point.
    case everything

    /// What pages of so many consortia tell: of a nation's nothing, for it takes longer than the pages themselves.
    package static func pages(of count: Int) -> FragilityScope { count <= 1_000 ? .verdict : .nothing }
}

extension Subject {
    /// How fragile the outcomes are; nil where nobody asks, or where the edition judges nothing.
    func fragilities(
        _ scope: FragilityScope, clauses: [ClauseCheck], acceptance: [AcceptanceCheck]
    ) -> Fragilities? {
        guard scope != .nothing, rules.edition.judges else { return nil }
        let raised = clauses.map { $0.outcome == .triggered || $0.outcome == .suspected }
        guard scope == .everything || raised.contains(true) else { return nil }
        let search = FragilitySearch(Counterfactual(self))
        var found: [String: Fragility] = [:]
        for (place, check) in clauses.enumerated() where scope == .everything || scope == .cases && raised[place] {
            found[check.clause.code] = search.clause(place)
        }
        var points: [String: Fragility] = [:]
        if scope == .everything {
            for check in acceptance { points[check.point.code] = search.point(check.point, outcome: check.outcome) }
        }
        return Fragilities(verdict: scope == .cases ? nil : search.verdict(), clauses: found, points: points)
    }

    /// Of one clause, by its place in the rule book.
    func fragility(ofClause place: Int) -> Fragility? { FragilitySearch(Counterfactual(self)).clause(place) }

    /// Of one observation point.
    func fragility(of check: AcceptanceCheck) -> Fragility? {
        FragilitySearch(Counterfactual(self)).point(check.point, outcome: check.outcome)
    }
}
