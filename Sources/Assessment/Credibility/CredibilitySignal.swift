package import Standards

/// A sign that figures may not be true. A strong one raises the suspicion of 16.2; a weak one is shown and no more.
package struct CredibilitySignal: Sendable, Hashable {
    package enum Grade: String, Sendable {
        case strong, weak

        package var title: String {
            switch self {
            case .strong: "强"
            case .weak: "弱"
            }
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case evidenceReuse, unexplainedRestatement, copiedFigures
        case frozenFigures, fallingCumulative, partExceedsWhole, tenfoldJump

        package var grade: Grade {
            switch self {
            case .evidenceReuse, .unexplainedRestatement, .copiedFigures: .strong
            case .frozenFigures, .fallingCumulative, .partExceedsWhole, .tenfoldJump: .weak
            }
        }

        package var title: String {
            switch self {
            case .evidenceReuse: "佐证材料重复使用"
            case .unexplainedRestatement: "往年数据无理由更改"
            case .copiedFigures: "两家数据雷同"
            case .frozenFigures: "数据多年不变"
            case .fallingCumulative: "累计数下降"
            case .partExceedsWhole: "部分大于整体"
            case .tenfoldJump: "数据突增十倍以上"
            }
        }
    }

    package let kind: Kind
    package let consortium: String
    package let year: ReportingYear
    /// One sentence for people.
    package let text: String
    package let because: [Evidence]

    package var grade: Grade { kind.grade }

    package init(kind: Kind, consortium: String, year: ReportingYear, text: String, because: [Evidence]) {
        self.kind = kind
        self.consortium = consortium
        self.year = year
        self.text = text
        self.because = because
    }
}
