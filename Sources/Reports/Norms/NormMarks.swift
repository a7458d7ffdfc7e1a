import Assessment
import Standards

/// What the assessment of one consortium made of the points and clauses that carry the sentences of the texts, and which
/// of them its verdict rests on.
///
/// The verdict rests on the clauses of the gravest kind that holds: triggered and not waived (or open from an earlier
/// year), else suspected, else undetermined, each with the points that it read; where no clause speaks against the
/// consortium, on the points that are not met; where there is none, on all that are met.
struct NormMarks {
    private let edition: String
    private let clauses: [String: ClauseCheck]
    private let points: [String: AcceptanceCheck]
    private let deciding: Set<NormCarrier.Target>

    init(_ assessment: ConsortiumAssessment) {
        edition = assessment.edition
        clauses = Dictionary(assessment.clauses.map { ($0.clause.code, $0) }) { first, _ in first }
        points = Dictionary(assessment.acceptance.map { ($0.point.code, $0) }) { first, _ in first }
        deciding = Self.deciding(assessment)
    }

    /// The outcome of what is named; nil where it is of another edition, or nothing that has an outcome.
    func chip(_ target: NormCarrier.Target) -> HTML? {
        guard target.edition == edition else { return nil }
        switch target.kind {
        case .rule: return clauses[target.code].map { Chip.html($0) }
        case .point: return points[target.code].map { Chip.html($0.outcome) }
        default: return nil
        }
    }

    func decides(_ sentence: NormCoverage.Sentence) -> Bool {
        sentence.carriers.contains { deciding.contains($0.target) }
    }

    private static func deciding(_ assessment: ConsortiumAssessment) -> Set<NormCarrier.Target> {
        let against: [(ClauseCheck) -> Bool] = [
            { ($0.outcome == .triggered && $0.waivedBy == nil) || !$0.openCases.isEmpty },
            { $0.outcome == .suspected },
            { $0.outcome == .undetermined },
        ]
        func target(_ kind: NormCarrier.Kind, _ code: String) -> NormCarrier.Target {
            NormCarrier.Target(kind: kind, edition: assessment.edition, code: code)
        }
        for holds in against {
            let checks = assessment.clauses.filter(holds)
            guard !checks.isEmpty else { continue }
            let read = checks.flatMap { $0.because + $0.wouldDecide }.compactMap { evidence -> String? in
                guard case .cell(let indicator, _, _) = evidence.subject else { return nil }
                return indicator.code.point
            }
            return Set(checks.map { target(.rule, $0.clause.code) } + read.map { target(.point, $0) })
        }
        let unmet = assessment.acceptance.filter { $0.outcome == .notMet || $0.outcome == .undetermined }
        let decisive = unmet.isEmpty ? assessment.acceptance.filter { $0.outcome == .met } : unmet
        return Set(decisive.map { target(.point, $0.point.code) })
    }
}
