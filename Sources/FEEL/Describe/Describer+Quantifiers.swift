// every, some and for: 近2年中每一年的到位经费都低于当年的计划经费.

extension Describer {
    mutating func quantified(
        _ quantifier: Expression.Quantifier, _ iterators: [Expression.Iterator], _ condition: Expression,
        _ style: ClauseStyle
    ) -> String {
        // Denied, every becomes some of the denied condition and the other way round.
        let isEvery = (quantifier == .every) != style.isNegated
        let outer = mentions
        defer { mentions = outer }
        guard iterators.count == 1 else {
            let groups = iterators.map { group in
                let domain = self.domain(group)
                mentions[group.name.text] = nil
                return "\(domain)中\(isEvery ? "任一" : "某一")\(group.name.text)"
            }
            let text = clause(condition, style.independent)
            return "对于\(groups.joined(separator: "与"))，\(isEvery ? "都有" : "有")：\(text)"
        }
        let iterator = iterators[0]
        let member = Member(of: iterator.name.text)
        let domain = self.domain(iterator)
        let full = "\(domain)中\(isEvery ? member.each : member.one)"
        if condition.isSimpleClause {
            mentions[iterator.name.text] = Mention(next: full, later: member.later)
            let inner = ClauseStyle(adverb: isEvery ? "都" : "", isNegated: style.isNegated, isTight: style.isTight)
            let text = clause(condition, inner)
            if text.hasPrefix(full) { return text }
        }
        mentions[iterator.name.text] = Mention(next: member.later, later: member.later)
        return "\(full)\(isEvery ? "都" : "")满足：\(clause(condition, style.independent))"
    }

    /// What is iterated over: 近2年, 1至5.
    private mutating func domain(_ iterator: Expression.Iterator) -> String {
        let start = operand(iterator.domain)
        return iterator.end.map { "\(start)至\(operand($0))" } ?? start
    }

    /// 近2年中每一年的到位经费
    mutating func iteration(_ iterators: [Expression.Iterator], _ body: Expression) -> String {
        let outer = mentions
        defer { mentions = outer }
        guard iterators.count == 1 else {
            let groups = iterators.map { "\(domain($0))中每一\($0.name.text)" }
            for group in iterators { mentions[group.name.text] = nil }
            return "对\(groups.joined(separator: "与"))取\(noun(body))"
        }
        let iterator = iterators[0]
        let member = Member(of: iterator.name.text)
        let full = "\(domain(iterator))中\(member.each)"
        mentions[iterator.name.text] = Mention(next: full, later: member.later)
        let text = noun(body)
        if text.hasPrefix(full) { return text }
        mentions[iterator.name.text] = Mention(next: member.later, later: member.later)
        return "对\(full)取\(noun(body))"
    }
}

/// How to speak of a member of a list, by the name of the variable that stands for it.
private struct Member {
    /// 每一年
    let each: String
    /// 至少有一年
    let one: String
    /// 当年
    let later: String

    init(of variable: String) {
        let isChinese = variable.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        switch variable {
        case "年", "月", "日": (each, one, later) = ("每一\(variable)", "至少有一\(variable)", "当\(variable)")
        case "人", "家", "所", "校", "次", "件": (each, one, later) = ("每一\(variable)", "至少有一\(variable)", "该\(variable)")
        case _ where isChinese && variable.count > 1:
            (each, one, later) = ("每一个\(variable)", "至少有一个\(variable)", "该\(variable)")
        default: (each, one, later) = ("每一项", "至少有一项", "该项")
        }
    }
}

extension Expression {
    /// Whether a subject before its clause can carry it: comparisons and what joins them.
    fileprivate var isSimpleClause: Bool {
        switch kind {
        case .between, .membership, .instanceOf, .name, .path: true
        case .binary(.and, let left, let right), .binary(.or, let left, let right):
            left.isSimpleClause && right.isSimpleClause
        case .binary(let operation, _, _): !operation.isArithmetic
        case .invocation(let function, let arguments):
            function.name == "not" ? arguments.first?.value.isSimpleClause == true : true
        default: false
        }
    }
}
