package import Assessment
package import Review
internal import Standards

extension Workspace {
    /// The cases of a year with how little would have made their outcomes others, the most fragile first: what a panel
    /// looks at most closely. Those that no change of one figure touches come last, in the order of ``cases(year:_:)``.
    package func agenda(
        year: String?, _ filter: CaseFilter
    ) async throws -> [(found: Case, fragility: Fragility?)] {
        let assessing = try await assessment(of: year)
        let assessor = assessing.assessor
        try check(filter.consortium, in: assessing.input, assessor)
        try checkClause(filter, assessor)
        let (calendar, today) = (try calendar(), ChinaTime.day(of: now))
        var cases: [(found: Case, fragility: Fragility?)] = []
        try assessor.assess(
            assessing.input, reading: assessing.panels, only: filter.consortium, weighing: .cases
        ) { assessment in
            Case.cases(of: assessment, by: calendar, on: today).filter(filter.holds).map { found in
                let isOfYear = found.year == assessment.year
                return (
                    found: found,
                    fragility: isOfYear ? assessment.fragilities?.clauses[found.clause.code] : nil
                )
            }
        } take: {
            cases += $0
        }
        let told = cases.filter { $0.fragility != nil }.enumerated().sorted { left, right in
            guard let one = left.element.fragility, let other = right.element.fragility else { return false }
            return one.change == other.change ? left.offset < right.offset : one.change < other.change
        }
        return told.map(\.element) + cases.filter { $0.fragility == nil }
    }

    /// - Throws: ``Failure`` where a clause is asked for that the standard does not have.
    func checkClause(_ filter: CaseFilter, _ assessor: Assessor) throws(Failure) {
        guard let clause = filter.clause, assessor.rules.edition.clause(clause) == nil else { return }
        throw Failure(
            .configuration,
            "标准里没有条款“\(clause)”。条款有：\(assessor.rules.edition.clauses.map(\.code).joined(separator: "、"))。")
    }
}
