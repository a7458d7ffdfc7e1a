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
            atoms = ["为任意值", "没有数据"]
            values = [0]
            cells = sets.map { if case .everything? = $0 { [0, 1] } else { nil } }
            return
        }
        var representatives: [TestedSet.Atom] = []
        if isOrdered, let first = points.first, let last = points.last {
            let (below, above) = first.isMoment ? ("早于", "晚于") : ("低于", "高于")
            representatives.append(.gap(above: nil, below: first))
            atoms.append("\(below)\(first.inChinese)")
            for (index, point) in points.enumerated() {
                representatives.append(.point(point))
                atoms.append("等于\(point.inChinese)")
                let next = index + 1 < points.count ? points[index + 1] : nil
                representatives.append(.gap(above: point, below: next))
                atoms.append(
                    next.map { "\(above)\(point.inChinese)且\(below)\($0.inChinese)" } ?? "\(above)\(last.inChinese)")
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
        // No test but `-` and `null` lets null pass: a last rule of dashes is there for it.
        representatives.append(.null)
        atoms.append("没有数据")
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

extension Value {
    fileprivate var isBoolean: Bool {
        if case .boolean = self { true } else { false }
    }

    /// Whether it is a day or a time rather than an amount.
    fileprivate var isMoment: Bool {
        switch self {
        case .date, .time, .dateTime: true
        default: false
        }
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
