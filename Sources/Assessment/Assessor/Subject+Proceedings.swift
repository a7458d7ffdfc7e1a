import FEEL
import Standards

extension Subject {
    /// What the cases of the assessed year and those left open have gone through, by clause and year; empty of a
    /// consortium on which nobody ever decided anything.
    func proceedings(of clauses: [ClauseCheck]) -> [Proceedings] {
        clauses.flatMap { check -> [Proceedings] in
            let earlier = check.openCases.filter { $0.consortium == consortium.id }.map(\.year)
            return Set(earlier + [year]).sorted().compactMap { proceedings(check.clause, $0) }
        }
    }

    private func proceedings(_ clause: Clause, _ year: ReportingYear) -> Proceedings? {
        let revocation = tenure.revocation(since: year)
        let said = determinations.proceedings(clause.code, year)
        guard said != nil || revocation != nil else { return nil }
        var proceedings = said ?? Proceedings(clause: clause.code, year: year)
        proceedings.revocation = revocation
        return proceedings
    }
}
