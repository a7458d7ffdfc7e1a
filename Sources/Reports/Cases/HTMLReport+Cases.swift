package import Assessment
import Review
package import Standards

// The pages of cases: the lists of those that are open, and a document a case.

extension HTMLReport {
    /// Where the pages of cases are.
    package static let caseFolder = "case"
    /// Where the list of open cases is, relative to the report's folder, and its table.
    package static let pendingPath = "pending.html"
    package static let pendingTablePath = "pending.csv"

    /// Where the list of a province's open cases is.
    package static func pendingPath(of province: String) -> String { "pending-\(province).html" }

    /// The cases of a consortium with their documents.
    ///
    /// - Parameter said: everything that people put on record about a consortium; asked for where there is a case, of
    ///   those with whom it shares a signal too. A page is made without it where it cannot be read.
    package func cases(
        of assessment: ConsortiumAssessment, said: (_ consortium: String) throws -> [Determination]
    ) -> (lines: [CaseLine], pages: [Page]) {
        let cases = model.cases(of: assessment)
        guard !cases.isEmpty else { return ([], []) }
        let sharing = assessment.signals.filter { $0.parties.count > 1 }
        let all = try? allSaid(of: assessment.consortium.id, sharing, said)
        let checks = Dictionary(assessment.clauses.map { ($0.clause.code, $0) }) { first, _ in first }
        let shared = Set(sharing.map(\.id))
        let pages = cases.compactMap { found -> Page? in
            guard let check = checks[found.clause.code] else { return nil }
            let subjects = Set(found.subjects.map(\.id))
            let own = all?.filter { made in
                made.clause == found.clause.code
                    && (made.year == found.year || made.subject.map(subjects.contains) ?? false)
            }
            let page = CasePage(model: model, assessment: assessment, found: found, check: check, said: own)
            let name = CasePageName(
                consortium: found.consortium.id, clause: found.clause.code, year: found.year)
            return Page(
                path: "\(Self.caseFolder)/\(name.file)",
                html: shell.page(page.head, body: page.body, colophon: colophon, style: Stylesheet.caseText))
        }
        return (cases.map { CaseLine($0, shared: shared, on: model.asOf) }, pages)
    }

    /// What was said of a consortium, and by whomever of the signals that it shares: what lies between several is one case.
    private func allSaid(
        of consortium: String, _ sharing: [CredibilitySignal], _ said: (String) throws -> [Determination]
    ) rethrows -> [Determination] {
        let others = try sharing.flatMap { signal in
            try signal.parties.filter { $0 != consortium }.flatMap { party in
                try said(party).filter { $0.subject == signal.id }
            }
        }
        return try said(consortium) + others
    }

    /// The list of open cases of the country and of each province, and the table of all; none where no cases are shown.
    package func pending(of summaries: [AssessmentSummary]) -> [Page] {
        guard model.calendar != nil else { return [] }
        let open = JointCase.open(of: summaries)
        let provinces = Set(summaries.map(\.consortium.province)).filter { !$0.isEmpty }.sorted()
        let pages = ([nil] + provinces.map(Optional.some)).map { province in
            let page = PendingPage(model: model, province: province, open: open)
            return Page(
                path: province.map(Self.pendingPath) ?? Self.pendingPath,
                html: shell.page(page.head, body: page.body, colophon: colophon))
        }
        return pages + [
            Page(path: Self.pendingTablePath, html: PendingPage.csv(summaries, regions: model.regions))
        ]
    }
}

extension ReportModel {
    /// The cases of a consortium as they stand on the day of the report; none where no cases are shown.
    func cases(of assessment: ConsortiumAssessment) -> [Case] {
        calendar.map { Case.cases(of: assessment, by: $0, on: asOf) } ?? []
    }
}
