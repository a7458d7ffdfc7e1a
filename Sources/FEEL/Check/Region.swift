/// A column of a decision table cut into pieces, the atoms, within which no cell makes a difference: a value every cell
/// mentions, the gap between two such values, every other text.
struct Column {
    /// What each atom is called, beginning with a verb: 高于80, 为“优”.
    private(set) var atoms: [String] = []
    /// The atoms each cell applies to; nil of a cell that cannot be decided without data.
    private(set) var cells: [Set<Int>?] = []
    /// The atoms that values other than null fall into.
    private(set) var values: Set<Int> = []

    /// A column from its cells' tests; nil for a cell that is not FEEL.
    init(_ tests: [Expression?], type: FEELType) {
        let sets = tests.map { $0.flatMap(TestedSet.init) }
        let mentioned = Array(sets.compactMap { $0?.mentioned }.joined())
        let isOrdered = sets.contains { $0?.isOrdered == true }
        guard let points = Self.sorted(mentioned.filter { !$0.isNull }, isOrdered: isOrdered) else {
            // Values of several kinds in one column: only “-” is sure.
            atoms = ["为任意值"]
            values = [0]
            cells = sets.map { if case .everything? = $0 { [0] } else { nil } }
            return
        }
        var representatives: [TestedSet.Atom] = []
        if isOrdered, let first = points.first, let last = points.last {
            representatives.append(.gap(above: nil, below: first))
            atoms.append("低于\(first.inChinese)")
            for (index, point) in points.enumerated() {
                representatives.append(.point(point))
                atoms.append("等于\(point.inChinese)")
                let next = index + 1 < points.count ? points[index + 1] : nil
                representatives.append(.gap(above: point, below: next))
                atoms.append(
                    next.map { "高于\(point.inChinese)且低于\($0.inChinese)" } ?? "高于\(last.inChinese)")
            }
        } else {
            let all = type == .boolean ? [Value.boolean(true), .boolean(false)] : points
            for point in all {
                representatives.append(.point(point))
                atoms.append("为\(point.inChinese)")
            }
            if type != .boolean {
                representatives.append(.other)
                atoms.append(points.isEmpty ? "为任意值" : "为其他值")
            }
        }
        values = Set(atoms.indices)
        if mentioned.contains(where: \.isNull) {
            representatives.append(.null)
            atoms.append("没有数据")
        }
        cells = sets.map { set in
            set.map { set in Set(representatives.indices.filter { set.contains(representatives[$0]) }) }
        }
    }

    /// The values once each, in order where they have one; nil where they are of several kinds.
    private static func sorted(_ values: [Value], isOrdered: Bool) -> [Value]? {
        var distinct: [Value] = []
        for value in values where !distinct.contains(value) { distinct.append(value) }
        guard let first = distinct.first else { return distinct }
        guard distinct.allSatisfy({ $0.isBoolean ? first.isBoolean : first.compared(to: $0) != nil }) else {
            return nil
        }
        return isOrdered ? distinct.sorted { ($0.compared(to: $1) ?? 0) < 0 } : distinct
    }
}

/// The values a unary test applies to, where its text alone decides that.
indirect enum TestedSet {
    /// A piece of a column.
    enum Atom {
        case point(Value)
        case gap(above: Value?, below: Value?)
        /// A value that no cell mentions.
        case other
        case null
    }

    case everything
    case equal(Value)
    case between(low: Value?, lowIncluded: Bool, high: Value?, highIncluded: Bool)
    case union([TestedSet])
    case complement(TestedSet)

    /// The set of a test; nil where it depends on data.
    init?(_ test: Expression) {
        switch test.kind {
        case .anything: self = .everything
        case .alternatives(let tests), .list(let tests):
            let sets = tests.compactMap(TestedSet.init)
            guard sets.count == tests.count else { return nil }
            self = sets.count == 1 ? sets[0] : .union(sets)
        case .exclusion(let tests):
            let sets = tests.compactMap(TestedSet.init)
            guard sets.count == tests.count else { return nil }
            self = .complement(.union(sets))
        case .comparison(let operation, let operand):
            guard let value = operand.literal else { return nil }
            switch operation {
            case .equal: self = .equal(value)
            case .notEqual: self = .complement(.equal(value))
            case .less: self = .between(low: nil, lowIncluded: false, high: value, highIncluded: false)
            case .lessOrEqual: self = .between(low: nil, lowIncluded: false, high: value, highIncluded: true)
            case .greater: self = .between(low: value, lowIncluded: false, high: nil, highIncluded: false)
            case .greaterOrEqual: self = .between(low: value, lowIncluded: true, high: nil, highIncluded: false)
            default: return nil
            }
        case .range(let low, let lowIncluded, let high, let highIncluded):
            guard let low = low.literal, let high = high.literal else { return nil }
            self = .between(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
        default:
            guard let value = test.literal else { return nil }
            self = .equal(value)
        }
    }

    /// The values the test's text mentions.
    var mentioned: [Value] {
        switch self {
        case .everything: []
        case .equal(let value): [value]
        case .between(let low, _, let high, _): [low, high].compactMap { $0 }
        case .union(let sets): sets.flatMap(\.mentioned)
        case .complement(let set): set.mentioned
        }
    }

    /// Whether the test goes by the order of values.
    var isOrdered: Bool {
        switch self {
        case .everything, .equal: false
        case .between: true
        case .union(let sets): sets.contains(where: \.isOrdered)
        case .complement(let set): set.isOrdered
        }
    }

    /// Whether the test applies to the values of `atom`, all of which it treats alike.
    func contains(_ atom: Atom) -> Bool {
        switch self {
        case .everything: return true
        case .union(let sets): return sets.contains { $0.contains(atom) }
        case .complement(let set):
            // `not(…)` of null is null, but for a null it mentions.
            if case .null = atom { return false }
            return !set.contains(atom)
        case .equal(let value):
            switch atom {
            case .point(let point): return point == value
            case .null: return value.isNull
            case .gap, .other: return false
            }
        case .between(let low, let lowIncluded, let high, let highIncluded):
            switch atom {
            case .point(let point):
                let range = ValueRange(low: low, lowIncluded: lowIncluded, high: high, highIncluded: highIncluded)
                return range.contains(point) == true
            case .gap(let above, let below):
                let isAfterLow = low.map { low in above.map { ($0.compared(to: low) ?? -1) >= 0 } ?? false } ?? true
                let isBeforeHigh =
                    high.map { high in below.map { ($0.compared(to: high) ?? 1) <= 0 } ?? false } ?? true
                return isAfterLow && isBeforeHigh
            case .other, .null: return false
            }
        }
    }
}

extension Value {
    fileprivate var isBoolean: Bool {
        if case .boolean = self { true } else { false }
    }

    /// The value as a message writes it.
    fileprivate var inChinese: String {
        switch self {
        case .boolean(let value): value ? "“是”" : "“否”"
        case .number(let number): number.description
        case .string(let text): "“\(text)”"
        case .date(let date): TemporalText.inChinese(date.description)
        case .dateTime(let moment): TemporalText.inChinese(moment.description)
        case .time(let time): time.description
        case .monthsDuration(let months): TemporalText.inChinese(months.description)
        case .secondsDuration(let duration): TemporalText.inChinese(duration.description)
        default: "空值"
        }
    }
}
