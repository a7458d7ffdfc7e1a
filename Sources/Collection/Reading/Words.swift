internal import Standards

/// A value that forms write as a word, in English or in Chinese.
protocol Worded: CaseIterable, RawRepresentable<String> {
    /// The word of the Chinese forms.
    var title: String { get }
    /// Other words that people use for it.
    var otherWords: [String] { get }
}

extension Worded {
    var otherWords: [String] { [] }

    /// The value that a cell's text means; nil where it means none.
    static func reading(_ text: String) -> Self? {
        let word = text.narrowed
        return allCases.first {
            word == $0.title || word.lowercased() == $0.rawValue.lowercased() || $0.otherWords.contains(word)
        }
    }

    /// `“招生”“就业”…`, for messages.
    static var choices: String {
        allCases.map { "“\($0.title)”" }.joined()
    }
}

extension ConsortiumKind: Worded {}
extension IncidentDomain: Worded {}
extension IncidentSeverity: Worded {}
extension IncidentStatus: Worded {}
extension DeterminationDecision: Worded {}

extension Standing: Worded {
    var otherWords: [String] {
        switch self {
        case .application: ["申报中"]
        case .cultivation: ["培育期", "培育中"]
        case .accepted: ["验收通过"]
        case .revoked: ["取消", "撤销资格"]
        }
    }
}

extension DesignationLevel: Worded {
    var otherWords: [String] {
        switch self {
        case .national: ["国家"]
        case .province: ["省", "自治区级", "直辖市级"]
        }
    }
}

extension Period {
    /// 全年, or nothing; 一季度, 第一季度, Q1 and so on; nil for anything else.
    static func reading(_ text: String) -> Period? {
        switch text.narrowed.uppercased().replacing("第", with: "") {
        case "", "全年", "年度", "YEAR": .year
        case "一季度", "1季度", "Q1": .firstQuarter
        case "二季度", "2季度", "Q2": .secondQuarter
        case "三季度", "3季度", "Q3": .thirdQuarter
        case "四季度", "4季度", "Q4": .fourthQuarter
        default: nil
        }
    }
}

extension Basis: Worded {
    var title: String {
        switch self {
        case .actual: "实际"
        case .committed: "承诺"
        }
    }

    var otherWords: [String] {
        switch self {
        case .actual: []
        case .committed: ["计划"]
        }
    }
}

extension PolicyLevel: Worded {
    var otherWords: [String] {
        switch self {
        case .national: ["国家级"]
        case .province: ["省级"]
        case .city: ["市级"]
        case .county: ["县级", "区县级"]
        }
    }
}
