internal import Assessment
internal import FEEL
package import Standards

/// How far the rating of a consortium has come, for a list.
package struct RatingLine: Sendable, Identifiable {
    package let consortium: Consortium
    package let year: ReportingYear
    /// What follows as far as it has come.
    package let verdict: String
    package let progress: String

    package var id: String { consortium.id }
}

/// How a consortium was rated, as a text: see ``RatingText``.
package struct RatingFile: Sendable {
    let consortium: Consortium
    let year: ReportingYear
    let verdict: String
    let rating: RatingAssessment
}

extension Workspace {
    /// The consortia that are rated for a year, in the order of their ids.
    package func ratings(year: String?, of consortium: String? = nil, province: String? = nil) async throws
        -> [RatingLine]
    {
        let assessing = try await assessment(of: year)
        let (assessor, input) = (assessing.assessor, assessing.input)
        try check(consortium, in: input, assessor)
        var lines: [RatingLine] = []
        try assessor.assess(input, reading: assessing.panels, only: consortium) { assessment -> RatingLine? in
            guard province == nil || assessment.consortium.province == province else { return nil }
            return assessment.rating.map { rating in
                RatingLine(
                    consortium: assessment.consortium, year: assessment.year, verdict: assessment.verdict.title,
                    progress: rating.progressText)
            }
        } take: { line in
            if let line { lines.append(line) }
        }
        return lines
    }

    /// How one consortium was rated.
    /// - Throws: ``Failure`` where it is not rated in that year.
    package func ratingFile(of consortium: String, year: String?) async throws -> RatingFile {
        try ratingFile(of: consortium, try await assessment(of: year))
    }

    func ratingFile(of consortium: String, _ assessing: Assessing) throws -> RatingFile {
        let (assessor, input) = (assessing.assessor, assessing.input)
        try check(consortium, in: input, assessor)
        guard let assessment = try assessor.assessment(of: consortium, input, reading: assessing.panels) else {
            throw Failure.unknownConsortium(consortium)
        }
        guard let rating = assessment.rating else {
            throw Failure(
                .configuration,
                "\(consortium) 在 \(assessor.year) 年末的状态为“\(assessment.verdict.standing.title)”，不在评议之列。"
                    + "只评议申报阶段的联合体，见 review list --ratings。")
        }
        return RatingFile(
            consortium: assessment.consortium, year: assessor.year, verdict: assessment.verdict.text, rating: rating)
    }
}
