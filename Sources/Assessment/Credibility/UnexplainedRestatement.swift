import FEEL
import History
import Standards

/// A figure of a past year given differently later, by more than the tolerance and with no reason. A plan given
/// differently is a finding of its own (`plan-lowered`).
enum UnexplainedRestatement {
    /// - Parameter effective: those among some restatements of one consortium that change the outcome of a clause or a
    ///   verdict of some year: what changes nothing is weak.
    static func signals(
        in restatements: [Restatement], edition: Edition, year: ReportingYear,
        effective: ([Restatement]) -> Set<Restatement>
    ) -> [CredibilitySignal] {
        guard let tolerance = edition.credibility?.restatementTolerance else { return [] }
        let unexplained = restatements.filter { restatement in
            restatement.year <= year && restatement.reason == nil && exceeds(restatement, tolerance: tolerance)
                && edition.indicators[restatement.indicator].revisionPolicy == .last
        }
        guard !unexplained.isEmpty else { return [] }
        let strong = effective(unexplained)
        return unexplained.map { restatement in
            let indicator = edition.indicators[restatement.indicator]
            let subject = Evidence.Subject.cell(indicator: indicator, year: restatement.year, basis: .actual)
            let party = restatement.consortium
            return CredibilitySignal(
                id: CredibilitySignal.id(
                    .unexplainedRestatement, parties: [party],
                    cells: ["\(indicator.code) \(restatement.year) \(restatement.before) \(restatement.after)"]),
                kind: .unexplainedRestatement, grade: strong.contains(restatement) ? .strong : .weak, consortium: party,
                parties: [party], year: restatement.year,
                text: "观测点 \(indicator.code) \(restatement.year)年的数由\(restatement.before)\(indicator.unit)"
                    + "改为\(restatement.after)\(indicator.unit)，没有说明理由",
                because: [
                    Evidence(
                        subject: subject, value: restatement.before.description, status: .reported,
                        source: restatement.beforeSource),
                    Evidence(
                        subject: subject, value: restatement.after.description, status: .reported,
                        source: restatement.afterSource),
                ])
        }
    }

    private static func exceeds(_ restatement: Restatement, tolerance: Decimal128) -> Bool {
        let change = restatement.after - restatement.before
        return magnitude(change) > tolerance * magnitude(restatement.before)
    }

    private static func magnitude(_ number: Decimal128) -> Decimal128 {
        number < .zero ? .zero - number : number
    }
}
