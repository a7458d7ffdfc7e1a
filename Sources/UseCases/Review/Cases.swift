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
    /// What has changed since a suspended decision, a sentence each.
    package let changes: [String]
}

extension Workspace {
    /// The cases of a year, in the order of their consortia and clauses.
    package func cases(year: String?, _ filter: CaseFilter) async throws -> [Case] {
        let assessing = try await assessment(of: year)
        let assessor = assessing.assessor
        try check(filter.consortium, in: assessing.input, assessor)
        try checkClause(filter, assessor)
        let (calendar, today) = (try calendar(), ChinaTime.day(of: now))
        var cases: [Case] = []
        try assessor.assess(assessing.input, reading: assessing.panels, only: filter.consortium) {
            Case.cases(of: $0, by: calendar, on: today).filter(filter.holds)
        } take: {
            cases += $0
        }
        return cases
    }

    /// One case, with what raised it and what was said of it.
    /// - Throws: ``Failure`` where nothing of that name was raised or decided.
    package func caseFile(_ text: String) async throws -> CaseFile {
        let name = try caseName(text)
        let assessing = try await assessment(of: name.year.description)
        let (assessor, input) = (assessing.assessor, assessing.input)
        try check(name.consortium, in: input, assessor)
        guard let assessment = try assessor.assessment(of: name.consortium, input, reading: assessing.panels),
            let found = Case.cases(of: assessment, by: try calendar(), on: ChinaTime.day(of: now)).first(where: {
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
            explanation: try assessor.explanation(
                of: name.clause, for: name.consortium, input, reading: assessing.panels),
            changes: try await changes(since: found.reopened.last, name, assessing))
    }

    /// What a clause rests on that was something else when it was decided, as far as the days of receipt tell.
    private func changes(
        since decision: Determination?, _ name: CaseName, _ now: Assessing
    ) async throws -> [String] {
        guard let on = decision?.on else { return [] }
        let then = try await assessment(of: name.year.description, asOf: ChinaTime.end(of: on))
        func facts(_ assessing: Assessing) throws -> [Evidence] {
            try assessing.assessor.caseFacts(
                of: name.clause, for: name.consortium, assessing.input, reading: assessing.panels)?.facts ?? []
        }
        let before = Dictionary(try facts(then).map { ($0.title, $0.valueText) }) { first, _ in first }
        return try facts(now).compactMap { fact in
            let old = before[fact.title] ?? "没有"
            return old == fact.valueText ? nil : "\(fact.title)：由\(old)改为\(fact.valueText)"
        }
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
