package import Assessment
internal import FEEL
internal import Foundation
package import Review
internal import Safekeeping
package import Standards
internal import Store

/// Which cases a list is to hold.
package struct CaseFilter: Sendable {
    package var consortium: String?
    package var province: String?
    package var clause: String?
    /// Those that nothing is to be done about any more, too.
    package var includesClosed = false

    package init() {}

    func holds(_ found: Case) -> Bool {
        (includesClosed || found.state != .closed) && (clause == nil || found.clause.code == clause)
            && (province == nil || found.consortium.province == province)
    }
}

/// A case with all that people have said of it.
package struct CaseFile: Sendable {
    package let found: Case
    /// Every determination on the clause and year and on what it rests on, in the order in which they came, those that were
    /// withdrawn included.
    package let determinations: [Determination]
    package let explanation: Explanation?
}

extension Workspace {
    /// The cases of a year, in the order of their consortia and clauses.
    package func cases(year: String?, _ filter: CaseFilter) async throws -> [Case] {
        let (assessor, input) = try await assessment(of: year)
        try check(filter.consortium, in: input, assessor)
        if let clause = filter.clause, assessor.rules.edition.clause(clause) == nil {
            throw Failure(
                .configuration,
                "标准里没有条款“\(clause)”。条款有：\(assessor.rules.edition.clauses.map(\.code).joined(separator: "、"))。")
        }
        var cases: [Case] = []
        assessor.assess(input, only: filter.consortium, explaining: false) {
            Case.cases(of: $0).filter(filter.holds)
        } take: {
            cases += $0
        }
        return cases
    }

    /// One case, with what raised it and what was said of it.
    /// - Throws: ``Failure`` where nothing of that name was raised or decided.
    package func caseFile(_ text: String) async throws -> CaseFile {
        let name = try caseName(text)
        let (assessor, input) = try await assessment(of: name.year.description)
        try check(name.consortium, in: input, assessor)
        guard let assessment = assessor.assessment(of: name.consortium, input),
            let found = Case.cases(of: assessment).first(where: {
                $0.clause.code == name.clause && $0.year == name.year
            })
        else {
            throw Failure(
                .configuration, "没有案件“\(text)”：\(name.consortium) 在 \(name.year) 年度的条款 \(name.clause) 没有触发，也没有疑点和认定。")
        }
        let subjects = Set(found.subjects.map(\.id))
        let all = try existingStore().snapshot(edition: assessor.rules.edition).everyDetermination(of: name.consortium)
        let determinations = all.filter { determination in
            determination.clause == name.clause
                && (determination.year == name.year || determination.subject.map(subjects.contains) ?? false)
        }
        return CaseFile(
            found: found, determinations: determinations,
            explanation: assessor.explanation(of: name.clause, for: name.consortium, input))
    }

    /// The case that somebody names, which must be of this edition.
    func caseName(_ text: String) throws(Failure) -> CaseName {
        guard let name = CaseName(text) else {
            throw Failure(
                .configuration, "“\(text)”不是案件编号，应写成 \(edition)/C001/16.3/2025 或 C001/16.3/2025。请用 review list 查看。")
        }
        if let other = name.edition, other != edition {
            throw Failure(.configuration, "案件“\(text)”属于标准“\(other)”。请写上 --edition \(other.shellWord)。")
        }
        return name
    }
}
