// Conditions as clauses: 本年的到位经费低于本年的计划经费.

extension Describer {
    /// Whether an expression reads as a condition rather than as a value.
    func isCondition(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .boolean, .between, .membership, .instanceOf, .quantified, .comparison, .anything, .alternatives,
            .exclusion:
            true
        case .binary(let operation, _, _): !operation.isArithmetic
        case .conditional(_, let then, let otherwise):
            isCondition(then) && (isCondition(otherwise) || otherwise.isNull) || then.isNull && isCondition(otherwise)
        case .invocation(let function, let arguments):
            function.name == "not" && arguments.count == 1 || phrase(for: function, arguments)?.isCondition == true
        default: false
        }
    }

    /// The clause that says `expression` holds, or that it does not where the style denies it.
    mutating func clause(_ expression: Expression, _ style: ClauseStyle = .plain) -> String {
        switch expression.kind {
        case .boolean(let value): return value != style.isNegated ? "恒成立" : "恒不成立"
        case .binary(let operation, let left, let right):
            return operation.isArithmetic
                ? holds(noun(expression), style) : comparison(operation, left, right, within: expression, style)
        case .between(let value, let low, let high):
            return style.clause(noun(value), "在\(noun(low))与\(noun(high))之间")
        case .membership(let value, let tests):
            return self.tests(tests, of: noun(value), style)
        case .instanceOf(let value, let type):
            return style.clause("\(noun(value))的类型", "是\(type.inChinese)")
        case .quantified(let quantifier, let iterators, let condition):
            return quantified(quantifier, iterators, condition, style)
        case .invocation(let function, let arguments):
            return invocation(function, arguments, style) ?? holds(noun(expression), style)
        case .conditional(let condition, let then, let otherwise):
            return "若\(clause(condition))，则\(branch(then, style))，否则\(branch(otherwise, style))"
        case .comparison, .anything, .alternatives, .exclusion: return test(expression, of: "该值", style)
        default: return holds(noun(expression), style)
        }
    }

    /// The clause for a value that is itself true or false.
    private func holds(_ noun: String, _ style: ClauseStyle) -> String {
        style.clause(noun, "为“是”", negated: "为“否”")
    }

    /// A branch of a condition; a null one leaves it undecided.
    private mutating func branch(_ expression: Expression, _ style: ClauseStyle) -> String {
        expression.isNull ? "不能判断" : clause(expression, style.independent)
    }

    private mutating func comparison(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, within whole: Expression,
        _ style: ClauseStyle
    ) -> String {
        if operation == .and || operation == .or { return conjunction(operation, whole, style) }
        let operation = style.isNegated ? operation.opposite : operation
        let style = ClauseStyle(adverb: style.adverb, isTight: style.isTight)
        if let counted = count(left, operation, right, style) { return counted }
        return style.clause(side(left), verb(operation, left: left, right: right))
    }

    /// What follows the subject of a comparison: 低于100, 为“查实”, 没有数据.
    private mutating func verb(
        _ operation: Expression.BinaryOperator, left: Expression?, right: Expression
    ) -> String {
        switch (operation, right.kind) {
        case (.equal, .null): return "没有数据"
        case (.notEqual, .null): return "有数据"
        case (.equal, .boolean), (.equal, .string): return "为\(noun(right))"
        case (.notEqual, .boolean), (.notEqual, .string): return "不为\(noun(right))"
        default:
            if case .number(let number) = right.kind, number.isZero { return operation.verbBesideZero + "0" }
            let isTime = right.isTemporal || left?.isTemporal == true
            return operation.verb(ofTime: isTime) + side(right)
        }
    }

    /// A side of a comparison: in brackets where it has a comma of its own.
    private mutating func side(_ expression: Expression) -> String {
        if case .conditional = expression.kind { operand(expression) } else { noun(expression) }
    }

    /// `a and b and c` as a sentence: the operands of one operator in a row, those of the other in brackets.
    private mutating func conjunction(
        _ operation: Expression.BinaryOperator, _ whole: Expression, _ style: ClauseStyle
    ) -> String {
        // Denied, a conjunction is the disjunction of its denied parts.
        let isAnd = (operation == .and) != style.isNegated
        let joint = style.isTight ? (isAnd ? "且" : "或") : (isAnd ? "，且" : "，或")
        let parts = whole.operands(of: operation).map { part in
            let text = clause(part, style)
            switch part.kind {
            case .binary(.and, _, _), .binary(.or, _, _), .conditional: return "（\(text)）"
            default: return text
            }
        }
        return parts.joined(separator: joint)
    }

    // MARK: Counts

    /// `count(list) = 2` as 近2年有2年; nil where it is not a comparison of a count with a whole number.
    private mutating func count(
        _ left: Expression, _ operation: Expression.BinaryOperator, _ right: Expression, _ style: ClauseStyle
    ) -> String? {
        guard case .invocation(let function, let arguments) = left.kind, function.name == "count",
            arguments.count == 1, case .number(let number) = right.kind, let wanted = number.intValue
        else { return nil }
        let counted = arguments[0].value
        if case .filter(let list, let condition) = counted.kind, !condition.isIndex {
            let text = clause(condition, ClauseStyle(isTight: true))
            switch (operation, wanted) {
            case (.greater, 0), (.greaterOrEqual, 1), (.notEqual, 0):
                return style.clause("\(noun(list))中", "有\(text)的项")
            case (.equal, 0), (.less, 1), (.lessOrEqual, 0): return style.clause("\(noun(list))中", "没有\(text)的项")
            default: return style.clause("\(noun(list))中\(text)的", operation.amount(wanted, of: "项"))
            }
        }
        let list = noun(counted)
        let unit = list.hasSuffix("年") ? "年" : "项"
        switch (operation, wanted) {
        case (.greater, 0), (.notEqual, 0): return style.clause(list, "不为空")
        case (.equal, 0), (.less, 1): return style.clause(list, "为空")
        default: return style.clause(list, operation.amount(wanted, of: unit))
        }
    }

    // MARK: Tests

    /// What a unary test asks of `subject`.
    mutating func test(_ test: Expression, of subject: String, _ style: ClauseStyle) -> String {
        switch test.kind {
        case .anything: return "\(subject)不限"
        case .alternatives(let tests): return self.tests(tests, of: subject, style)
        case .exclusion(let tests): return self.tests(tests, of: subject, style.negated)
        case .comparison(let operation, let value):
            let operation = style.isNegated ? operation.opposite : operation
            return subject + style.adverb + verb(operation, left: nil, right: value)
        case .range(let low, let lowIncluded, let high, let highIncluded):
            return style.clause(subject, range(low, lowIncluded, high, highIncluded))
        case .boolean, .string: return style.clause(subject, "为\(noun(test))")
        case .null: return style.clause(subject, "没有数据", negated: "有数据")
        case .number, .temporal, .negation: return style.clause(subject, "等于\(noun(test))")
        case .list(let items) where items.allSatisfy(\.isLiteral) && !items.isEmpty:
            return tests(items, of: subject, style)
        default:
            if test.contains(where: { $0.name == "?" }) {
                mentions["?"] = Mention(next: subject, later: subject)
                return clause(test, style)
            }
            return isCondition(test) ? clause(test, style) : style.clause(subject, "在\(noun(test))之中")
        }
    }

    /// What several tests ask of `subject`, any of which may hold.
    private mutating func tests(_ tests: [Expression], of subject: String, _ style: ClauseStyle) -> String {
        guard tests.count != 1 else { return test(tests[0], of: subject, style) }
        if tests.allSatisfy(\.isLiteral) {
            return style.clause(subject, "为\(tests.map { noun($0) }.joined(separator: "或"))")
        }
        return tests.map { test($0, of: subject, style) }.joined(separator: style.isNegated ? "，且" : "，或")
    }

    /// 在1至5之间, 高于1且不高于5
    private mutating func range(
        _ low: Expression, _ lowIncluded: Bool, _ high: Expression, _ highIncluded: Bool
    ) -> String {
        "在\(noun(low))\(lowIncluded ? "" : "（不含）")至\(noun(high))\(highIncluded ? "" : "（不含）")之间"
    }

    // MARK: Functions

    /// The clause for a function that has a phrase as a condition; nil for others.
    private mutating func invocation(
        _ function: Expression, _ arguments: [Expression.Argument], _ style: ClauseStyle
    ) -> String? {
        guard let name = function.name else { return nil }
        if name == "not", arguments.count == 1 { return clause(arguments[0].value, style.negated) }
        if name == "contains", arguments.count == 2, case .string(let words) = arguments[0].value.kind {
            // A text of words looked up in: `contains("甲、乙", x)`.
            let isOne = !words.contains("、")
            return style.clause(operand(arguments[1].value), isOne ? "是“\(words)”" : "是“\(words)”之一")
        }
        guard let phrase = phrase(for: function, arguments), phrase.isCondition else { return nil }
        let values = inOrderOfParameters(arguments, of: name).map { operand($0.value) }
        return phrase.filled(with: values, style)
    }
}

extension Expression.BinaryOperator {
    /// Whether it yields a value rather than a truth value.
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .power: true
        default: false
        }
    }

    /// The comparison that holds where this one does not.
    fileprivate var opposite: Expression.BinaryOperator {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        default: self
        }
    }

    /// The verb of a comparison of amounts, or of times.
    fileprivate func verb(ofTime isTime: Bool) -> String {
        switch self {
        case .equal: isTime ? "为" : "等于"
        case .notEqual: isTime ? "不为" : "不等于"
        case .less: isTime ? "早于" : "低于"
        case .lessOrEqual: isTime ? "不晚于" : "不高于"
        case .greater: isTime ? "晚于" : "高于"
        case .greaterOrEqual: isTime ? "不早于" : "不低于"
        default: rawValue
        }
    }

    /// The verb of a comparison with zero.
    fileprivate var verbBesideZero: String {
        switch self {
        case .less: "小于"
        case .lessOrEqual: "不大于"
        case .greater: "大于"
        case .greaterOrEqual: "不小于"
        default: verb(ofTime: false)
        }
    }

    /// 至少有2项
    fileprivate func amount(_ number: Int, of unit: String) -> String {
        switch self {
        case .equal: "有\(number)\(unit)"
        case .notEqual: "不是\(number)\(unit)"
        case .less: "不足\(number)\(unit)"
        case .lessOrEqual: "至多有\(number)\(unit)"
        case .greater: "多于\(number)\(unit)"
        default: "至少有\(number)\(unit)"
        }
    }
}
