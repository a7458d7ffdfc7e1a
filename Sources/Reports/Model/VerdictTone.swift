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
