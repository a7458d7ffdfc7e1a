package import Collection

/// What mending a doubtful figure would change.
package struct FindingConsequence: Sendable, Hashable {
    package enum Weight: String, Sendable, CaseIterable {
        /// Changes the conclusion by itself.
        case conclusion
        /// Changes it together with others.
        case joint
        /// Changes it once others were mended.
        case afterwards
        /// Changes what a 三级指标 comes to, and no more.
        case criterion
        case none
    }

    package let weight: Weight
    /// `16.3：数据不足→已触发／未触发`; of a group what it takes; empty where nothing changes.
    package let text: String
    /// The number of the group, from 1, of those that count only together.
    package let group: Int?

    package init(_ weight: Weight, _ text: String = "", group: Int? = nil) {
        self.weight = weight
        self.text = text
        self.group = group
    }
}

/// The consequences of all doubtful figures of a submission.
package struct Consequences: Sendable {
    package let byFigure: [ObservationKey: FindingConsequence]
    /// Whether figures were left untried because there were too many.
    package let isBounded: Bool

    package init(byFigure: [ObservationKey: FindingConsequence], isBounded: Bool) {
        self.byFigure = byFigure
        self.isBounded = isBounded
    }

    package static let untried = Consequences(byFigure: [:], isBounded: false)

    private func count(_ weight: FindingConsequence.Weight) -> Int {
        byFigure.values.count { $0.weight == weight }
    }

    /// `3格会改变结论，其余41格不会`; nil where nothing was tried.
    var sentence: String? {
        guard !byFigure.isEmpty else { return nil }
        let (single, joint, later) = (count(.conclusion), count(.joint), count(.afterwards))
        let rest = byFigure.count - single - joint - later
        var parts: [String] = []
        if single > 0 { parts.append("\(single)格会改变结论，请先改") }
        if joint > 0 { parts.append("\(joint)格须几格一并改正才会改变结论") }
        if later > 0 { parts.append("\(later)格在前面的改正以后才可能改变结论") }
        if rest > 0 {
            let criterion = count(.criterion)
            let note =
                criterion == 0
                ? ""
                : criterion == rest ? "，只影响所在三级指标是否达标" : "（其中\(criterion)格只影响所在三级指标是否达标）"
            parts.append((parts.isEmpty ? "这\(rest)格都不会改变结论" : "其余\(rest)格不会") + note)
        }
        return parts.joined(separator: "；") + (isBounded ? "。需要核对的格很多，只试算了一部分" : "") + "。"
    }
}
