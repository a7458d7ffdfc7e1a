package import Standards

/// A sign that figures may not be true (数据疑点). A strong one raises the suspicion of falsification; a weak one is shown
/// and no more.
///
/// What lies between several consortia is one signal, with one id, on the list of each of them.
package struct CredibilitySignal: Sendable, Hashable, Identifiable {
    package enum Grade: String, Sendable {
        case strong, weak

        package var title: String {
            switch self {
            case .strong: "重大"
            case .weak: "一般"
            }
        }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case evidenceReuse, unexplainedRestatement, copiedFigures, falseStatement
        case frozenFigures, fallingCumulative, partExceedsWhole, tenfoldJump, fractionForPercent, sharedMember

        package var title: String {
            switch self {
            case .evidenceReuse: "佐证材料重复使用"
            case .unexplainedRestatement: "往年数据无理由更改"
            case .copiedFigures: "数据雷同"
            case .falseStatement: "声明与查实事件不符"
            case .frozenFigures: "数据多年不变"
            case .fallingCumulative: "累计数下降"
            case .partExceedsWhole: "部分大于整体"
            case .tenfoldJump: "数据相差十倍以上"
            case .fractionForPercent: "百分数疑似填成小数"
            case .sharedMember: "同一单位计入多个联合体"
            }
        }
    }

    /// A hash of kind, parties and cells: the same whatever the assessed year, and what a determination names as its
    /// subject.
    package let id: String
    package let kind: Kind
    package let grade: Grade
    /// On whose list it stands.
    package let consortium: String
    /// All whom it is between, that one among them, in the order of their ids.
    package let parties: [String]
    /// The first year in which it counts against the consortium.
    package let year: ReportingYear
    /// One sentence for people.
    package let text: String
    /// The consortium's own cells, then those of the others.
    package let because: [Evidence]
    /// The clauses that rest on the cells, and those that consult signals of this grade.
    package let affects: [String]

    package init(
        id: String, kind: Kind, grade: Grade, consortium: String, parties: [String], year: ReportingYear, text: String,
        because: [Evidence], affects: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.grade = grade
        self.consortium = consortium
        self.parties = parties
        self.year = year
        self.text = text
        self.because = because
        self.affects = affects
    }

    /// `重大数据疑点：佐证材料重复使用`
    package var title: String { "\(grade.title)数据疑点：\(kind.title)" }

    /// Sixteen hexadecimal digits: FNV-1a over the kind, the parties and the cells, each in their order.
    static func id(_ kind: Kind, parties: [String], cells: [String]) -> String {
        let text = ([kind.rawValue] + parties.sorted() + [""] + Set(cells).sorted()).joined(separator: "\n")
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
