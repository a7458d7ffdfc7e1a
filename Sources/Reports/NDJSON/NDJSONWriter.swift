package import Assessment
package import Standards

/// Writes assessments as one JSON object a line (DESIGN §8): the same bytes for the same assessments.
///
/// Lines are sorted by consortium, then type (`check`, `trend`, `verdict`), then clause or indicator in the order of
/// their numbers; the documents that an edition asks for stand after its other checks, in its order, after them what
/// people rated, under the edition of its points (with how far they agree, of type `agreement`, before all), and the
/// items of the year's work plan (`plan`), the tasks of members (`task`) and evaluations (`evaluation`). Consortia order
/// by the bytes of their ids, so that no locale or version changes it. Figures that
/// people reported, and amounts that rules computed, are strings; statistics are numbers of six significant digits,
/// half to even; what is missing is `null`.
package struct NDJSONWriter: Sendable {
    /// The clause or indicator as it stands in a line, and its place among its like.
    struct Code: Sendable {
        let json: [UInt8]
        let rank: Int
    }

    /// By the code of a clause or of an observation point.
    let checkCodes: [String: Code]
    /// By the ordinal of an indicator.
    let indicatorCodes: [Code]
    /// What every line begins with after its type: `"edition":"…"`.
    let head: [UInt8]

    package init(edition: Edition) {
        let rated = edition.ratings?.points.map(\.code) ?? []
        checkCodes = Dictionary(
            uniqueKeysWithValues: Self.ranked(
                Set(edition.points.map(\.code) + edition.clauses.map(\.code) + rated)))
        let indicators = Dictionary(uniqueKeysWithValues: Self.ranked(Set(edition.indicators.map(\.code.text))))
        indicatorCodes = edition.indicators.map { indicators[$0.code.text] ?? Code(json: [], rank: 0) }
        var head: [UInt8] = []
        head.append(#""edition":"#)
        head.append(json: edition.id)
        self.head = head
    }

    private static func ranked(_ codes: Set<String>) -> [(String, Code)] {
        codes.sorted(by: NaturalOrder.precedes).enumerated().map { rank, text in
            var json: [UInt8] = []
            json.append(json: text)
            return (text, Code(json: json, rank: rank))
        }
    }

    /// The lines of one consortium, in order.
    package func lines(of assessment: ConsortiumAssessment) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Self.expectedBytesPerConsortium)
        let head = head(of: assessment)
        appendAgreement(of: assessment, head: head, to: &output)
        appendChecks(of: assessment, head: head, to: &output)
        appendFilings(of: assessment, head: head, to: &output)
        appendRatings(of: assessment, head: head, to: &output)
        appendPlans(of: assessment, head: head, to: &output)
        appendLedgers(of: assessment, head: head, to: &output)
        appendTrends(of: assessment, head: head, to: &output)
        append(assessment.verdict, assessment.fragilities.map(\.verdict), head: head, to: &output)
        return output
    }

    /// The line of one clause, without its end.
    package func line(_ check: ClauseCheck, of assessment: ConsortiumAssessment) -> String {
        var output: [UInt8] = []
        append(check, head: head(of: assessment), to: &output)
        return String(decoding: output.dropLast(), as: UTF8.self)
    }

    /// The line of the verdict, without its end.
    package func verdictLine(_ assessment: ConsortiumAssessment) -> String {
        var output: [UInt8] = []
        append(assessment.verdict, head: head(of: assessment), to: &output)
        return String(decoding: output.dropLast(), as: UTF8.self)
    }

    private func head(of assessment: ConsortiumAssessment) -> [UInt8] {
        var head: [UInt8] = []
        head.append(#""consortium":"#)
        head.append(json: assessment.consortium.id)
        head.append(#","year":"#)
        head.append(integer: assessment.year.value)
        return head
    }

    private static let expectedBytesPerConsortium = 80 * 1024
}

// MARK: - Trends and verdict

extension NDJSONWriter {
    /// A series without a value has no line.
    private func appendTrends(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        let trends = assessment.trends.filter { $0.n > 0 && indicatorCodes.indices.contains(Int($0.indicator)) }
        let ranked = trends.sorted { indicatorCodes[Int($0.indicator)].rank < indicatorCodes[Int($1.indicator)].rank }
        for trend in ranked { append(trend, head: head, to: &output) }
    }

    private func append(_ trend: Trend, head: [UInt8], to output: inout [UInt8]) {
        output.append(#"{"type":"trend","#)
        output.append(contentsOf: self.head)
        output.append(",")
        output.append(contentsOf: head)
        output.append(#","indicator":"#)
        output.append(contentsOf: indicatorCodes[Int(trend.indicator)].json)
        output.append(#","n":"#)
        output.append(integer: Int(trend.n))
        output.append(#","yoy":"#)
        output.append(statistic: trend.yoy)
        output.append(#","cagr":"#)
        output.append(statistic: trend.cagr)
        output.append(#","olsSlope":"#)
        output.append(statistic: trend.olsSlope)
        output.append(#","senSlope":"#)
        output.append(statistic: trend.senSlope)
        output.append(#","mannKendallS":"#)
        if trend.n > 1 { output.append(integer: Int(trend.mannKendallS)) } else { output.append("null") }
        output.append(#","mannKendallP":"#)
        output.append(statistic: trend.mannKendallP)
        output.append(#","direction":"#)
        output.append(json: trend.direction.title)
        output.append(#","percentile":"#)
        output.append(statistic: trend.percentile)
        output.append("}\n")
    }

    private func append(
        _ verdict: Verdict, _ fragility: Fragility?? = nil, head: [UInt8], to output: inout [UInt8]
    ) {
        output.append(#"{"type":"verdict","#)
        if let edition = verdict.edition {
            output.append(#""edition":"#)
            output.append(json: edition)
        } else {
            output.append(contentsOf: self.head)
        }
        output.append(",")
        output.append(contentsOf: head)
        output.append(#","standing":"#)
        output.append(json: verdict.standing.title)
        output.append(#","verdict":"#)
        output.append(json: verdict.id)
        output.append(#","row":"#)
        output.append(integer: verdict.row)
        output.append(#","text":"#)
        output.append(json: verdict.text)
        output.append(#","completeness":"#)
        output.append(statistic: verdict.summary.completeness)
        output.append(#","openCases":["#)
        for (index, open) in verdict.openCases.enumerated() {
            if index > 0 { output.append(",") }
            output.append(json: open.id)
        }
        output.append("]")
        append(fragility, to: &output)
        output.append("}\n")
    }
}
