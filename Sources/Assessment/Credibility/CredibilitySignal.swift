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
    /// What of it stood before members joined, as far as somebody determined on that: each a signal of its own, with
    /// ``wholeID``.
    let parts: [SignalPart]
    /// Those of ``parties`` between whom and the consortium it is itself, as far as that matters beside ``parts``; nil
    /// for all.
    let peers: [String]?
    /// The signal that this one is a part of; nil where it stands for itself.
    let wholeID: String?

    package init(
        id: String, kind: Kind, grade: Grade, consortium: String, parties: [String], year: ReportingYear, text: String,
        because: [Evidence], affects: [String] = []
    ) {
        self.init(
            id: id, kind: kind, grade: grade, consortium: consortium, parties: parties, year: year, text: text,
            because: because, affects: affects, parts: [])
    }

    init(
        id: String, kind: Kind, grade: Grade, consortium: String, parties: [String], year: ReportingYear, text: String,
        because: [Evidence], affects: [String] = [], parts: [SignalPart], peers: [String]? = nil,
        wholeID: String? = nil
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
        self.parts = parts
        self.peers = peers
        self.wholeID = wholeID
    }

    /// The same with the clauses that it affects.
    func affecting(_ clauses: [String]) -> CredibilitySignal {
        CredibilitySignal(
            id: id, kind: kind, grade: grade, consortium: consortium, parties: parties, year: year, text: text,
            because: because, affects: clauses, parts: parts, peers: peers, wholeID: wholeID)
    }

    /// `重大数据疑点：佐证材料重复使用`
    package var title: String { "\(grade.title)数据疑点：\(kind.title)" }

    /// Sixteen hexadecimal digits: FNV-1a over the kind, the parties and the cells, each in their order.
    static func id(_ kind: Kind, parties: [String], cells: [String]) -> String {
        let text = ([kind.rawValue] + parties.sorted() + [""] + Set(cells).sorted()).joined(separator: "\n")
        return hexadecimal(fnv1a(text))
    }
}

// MARK: - Groups

extension CredibilitySignal {
    /// Of the others of a group, so many are named and shown with their cells; the rest are told by their number. The
    /// whole list is in the table of signals beside the overview.
    package static let othersNamed = 3

    /// `甲、乙 `, or of more the first few and how many they are together: `甲、乙、丙 等8家`. What follows an id stands apart
    /// from it.
    static func named(_ others: some Collection<String>) -> String {
        let named = others.prefix(othersNamed).joined(separator: "、")
        return others.count > othersNamed ? "\(named) 等\(others.count)家" : "\(named) "
    }

    /// What lay between some of the parties before others joined.
    ///
    /// - Parameter year: the first in which it counts against the consortium.
    func part(_ part: SignalPart, from year: ReportingYear) -> CredibilitySignal {
        CredibilitySignal(
            id: part.id, kind: kind, grade: grade, consortium: consortium, parties: part.parties, year: year,
            text: "与 \(Self.named(part.parties.filter { $0 != consortium }))之间的这一疑点已有认定；同组现有"
                + "\(parties.count)家，其余须另行认定（\(id)）",
            because: [], parts: [], wholeID: id)
    }

    /// The id of a signal between three or more, while parties and cells are added in whatever order: a sum of hashes.
    struct GroupID {
        private let kind: Kind
        private var parties: UInt64 = 0
        private var cells: UInt64 = 0

        init(_ kind: Kind) { self.kind = kind }

        mutating func add(party: String) { parties &+= mixed(fnv1a(party)) }
        mutating func add(cell: String) { cells &+= mixed(fnv1a(cell)) }

        var text: String { hexadecimal(fnv1a("\(kind.rawValue)\n\(parties)\n\(cells)")) }

        /// Every bit has a say in every other (splitmix64), so that sums of them tell sets apart.
        private func mixed(_ hash: UInt64) -> UInt64 {
            var mixed = hash &+ 0x9e37_79b9_7f4a_7c15
            mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
            return mixed ^ mixed >> 31
        }
    }
}

private func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

private func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
