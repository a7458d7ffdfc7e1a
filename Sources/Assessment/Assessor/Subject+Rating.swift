import FEEL
import Standards

extension Subject {
    /// How the consortium is rated where its standing has it rated under another edition; nil where it has not.
    func rating() -> (subject: Subject, rating: RatingAssessment)? {
        guard !assessor.rated.isEmpty else { return nil }
        let standing = tenure.standing(in: year)
        guard let other = assessor.rated.first(where: { $0.rules.edition.ratings?.standing == standing }),
            other.rules.edition.baseYear <= year
        else { return nil }
        let subject = Subject(
            consortium: consortium, entries: entries, panel: other.emptyPanel, national: national, assessor: other)
        return subject.rated().map { (subject, $0) }
    }

    /// How it is rated under the edition of the rules at hand; nil where that rates nothing.
    func rated() -> RatingAssessment? {
        guard let scheme = rules.edition.ratings else { return nil }
        let inputs = inputs(for: year)
        return RatingAssessment(
            edition: rules.edition,
            book: RatingBook(
                scheme, national.ratings[consortium.id], for: year, today: assessor.dates.today),
            deductions: rules.clauses.filter { $0.clause.list == .deduction }.map {
                check($0, inputs, explaining: false)
            }, missingLeads: scheme.leads.filter { !$0.isNamed(by: consortium) })
    }

    /// The verdict that the tables of the edition that rates give. What is known of the consortium under its own
    /// edition stays: how much it reported, and cases that are open.
    func verdict(of rating: RatingAssessment, beside own: Verdict) -> Verdict {
        let hit = rules.verdicts.row(for: rating.summary, standing: own.standing, parameters: parameters)
        let deadline = hit?.row.deadline.flatMap { assessor.dates.deadlines[$0] }
        let title = hit?.row.title ?? own.title
        return Verdict(
            id: hit?.row.verdict ?? own.id, title: title, tone: hit?.row.tone ?? .other, standing: own.standing,
            row: hit.map { $0.index + 1 } ?? 0, deadline: deadline, edition: rules.edition.id,
            text: ([title] + rating.reasons).joined(separator: "；"), summary: own.summary, openCases: own.openCases)
    }

    /// Why the point, or the indicator that takes away, came out as it did; nil where there is none of the code.
    func ratingExplanation(of code: String) -> Explanation? {
        guard let (subject, rating) = rating() else { return nil }
        if let program = subject.rules.clauses.first(where: { $0.clause.code == code }) {
            return subject.check(program, subject.inputs(for: year), explaining: true).explanation
        }
        return rating.explanation(of: code)
    }
}

extension RatingAssessment {
    /// Who rated a point and why, as far as it is disclosed; nil where the edition has no such point.
    func explanation(of code: String) -> Explanation? {
        guard let found = book.points.first(where: { $0.point.code == code }), let scheme = edition.ratings else {
            return nil
        }
        let made = found.ratings + (found.adjudication.map { [$0] } ?? [])
        return Explanation(
            .outcome, "\(code) \(found.point.text)：\(found.grade?.title ?? found.state.title)", detail: found.text,
            children: [
                Explanation(
                    .clause, "《\(edition.title)》\(edition.version)",
                    detail: "依据：\(scheme.basis.title)。\(scheme.reference)"),
                Explanation(.note, progressText),
            ]
                + made.map { rating in
                    Explanation(
                        .determination,
                        "\(rating.by)\(rating.on.inChinese)\(rating.round.title)：\(rating.grade.title)",
                        detail: "理由：\(rating.ground)" + (rating.evidence.isEmpty ? "" : "；佐证：\(rating.evidence)"),
                        source: rating.source)
                })
    }
}
