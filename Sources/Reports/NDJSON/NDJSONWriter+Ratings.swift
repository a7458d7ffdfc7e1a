import Assessment
internal import FEEL
import Standards

extension NDJSONWriter {
    /// The lines of one that is rated: how far the two agree, each point in the order of the source, then what is taken
    /// away. They are of the edition whose points those are. What single people found is there once both are through.
    func appendRatings(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        guard let rating = assessment.rating else { return }
        let writer = NDJSONWriter(edition: rating.edition)
        for point in rating.book.points { writer.append(point, head: head, to: &output) }
        for check in rating.deductions { writer.append(check, head: head, to: &output) }
    }

    /// How far two people agree, before the checks.
    func appendAgreement(of assessment: ConsortiumAssessment, head: [UInt8], to output: inout [UInt8]) {
        guard let rating = assessment.rating, let agreement = rating.book.agreement else { return }
        output.append(#"{"type":"agreement","#)
        output.append(contentsOf: NDJSONWriter(edition: rating.edition).head)
        output.append(",")
        output.append(contentsOf: head)
        output.append(#","reviewers":["#)
        for (index, name) in rating.book.reviewers.enumerated() {
            if index > 0 { output.append(",") }
            output.append(json: name)
        }
        output.append(#"],"points":"#)
        output.append(integer: agreement.points)
        output.append(#","agreed":"#)
        output.append(integer: agreement.agreed)
        output.append(#","percent":"#)
        output.append(statistic: 100 * (agreement.share ?? .nan))
        output.append(#","weightedKappa":"#)
        output.append(statistic: agreement.kappa ?? .nan)
        output.append("}\n")
    }

    private func append(_ rated: PointRating, head: [UInt8], to output: inout [UInt8]) {
        append("rating", rated.point.code, rated.grade?.rawValue ?? "undetermined", head: head, to: &output)
        output.append(#","state":""#)
        output.append(raw: rated.state.rawValue)
        output.append(#"","received":"#)
        output.append(integer: rated.received)
        output.append(#","text":"#)
        output.append(json: rated.text)
        output.append(#","ratings":["#)
        for (index, rating) in (rated.ratings + (rated.adjudication.map { [$0] } ?? [])).enumerated() {
            if index > 0 { output.append(",") }
            output.append(#"{"round":""#)
            output.append(raw: rating.round.rawValue)
            output.append(#"","by":"#)
            output.append(json: rating.by)
            output.append(#","rating":""#)
            output.append(raw: rating.grade.rawValue)
            output.append(#"","on":"#)
            output.append(json: rating.on.description)
            output.append(#","ground":"#)
            output.append(json: rating.ground)
            output.append(#","source":"#)
            output.append(json: rating.source.description)
            output.append("}")
        }
        output.append("]}\n")
    }
}
