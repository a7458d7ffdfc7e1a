import Assessment
import Standards

/// How grave a verdict is, which the rows of a verdict table do not say: 建议通过 may stand above 限期整改 there.
enum VerdictTone: Int, CaseIterable, Comparable {
    case disqualify, fail, hold, rectify, incomplete, pass, other

    init(_ id: String) {
        self =
            switch id {
            case "disqualify": .disqualify
            case "fail": .fail
            case "hold": .hold
            case "rectify": .rectify
            case "incomplete": .incomplete
            case "pass": .pass
            default: .other
            }
    }

    static func < (left: VerdictTone, right: VerdictTone) -> Bool { left.rawValue < right.rawValue }
}

extension Verdict {
    var tone: VerdictTone { VerdictTone(id) }
}

extension ConsortiumAssessment {
    /// The gravest first; among equals the one with more and graver outcomes, then the lower id.
    static func isGraver(_ left: ConsortiumAssessment, _ right: ConsortiumAssessment) -> Bool {
        let leftKey = left.gravity
        let rightKey = right.gravity
        if leftKey != rightKey { return leftKey.lexicographicallyPrecedes(rightKey) }
        return NaturalOrder.precedes(left.consortium.id, right.consortium.id)
    }

    private var gravity: [Int] {
        let summary = verdict.summary
        return [verdict.tone.rawValue, -summary.triggered, -summary.suspected, -summary.undetermined, -summary.warning]
    }

    /// The clause that most speaks for withdrawing the title; there are few, and nearly always nothing.
    var gravestRevocation: ClauseCheck? {
        clauses.filter { $0.clause.list == .revocation }.min { $0.outcome < $1.outcome }
    }

    /// The outcome of a clause; nil where it was not checked.
    func outcome(of clause: String) -> ClauseOutcome? {
        clauses.first { $0.clause.code == clause }?.outcome
    }
}
