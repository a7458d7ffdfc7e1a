// What the passes ask about the form of an expression.

extension Expression {
    /// The name, where this is one.
    var name: String? {
        if case .name(let name) = kind { name } else { nil }
    }

    /// Whether this is `null`.
    var isNull: Bool {
        if case .null = kind { true } else { false }
    }

    /// Whether this is a value written out.
    var isLiteral: Bool {
        switch kind {
        case .null, .boolean, .number, .string, .temporal: true
        default: false
        }
    }

    /// The operands of a chain of one operator, from the left: three of `a + b + c`.
    func operands(of operation: BinaryOperator) -> [Expression] {
        var operands: [Expression] = []
        var rest = self
        while case .binary(operation, let left, let right) = rest.kind {
            operands.append(right)
            rest = left
        }
        return [rest] + operands.reversed()
    }

    /// Whether this, within the brackets of a filter, is a place in the list rather than a condition.
    var isIndex: Bool {
        switch kind {
        case .number, .negation: true
        case .binary(let operation, _, _): operation.isArithmetic
        case .invocation(let function, _): function.name == "count"
        default: false
        }
    }

    private static let timeWords = ["日期", "时间", "年份", "年度"]

    /// Whether this is, by its form or its name, a date or a time rather than an amount.
    var isTemporal: Bool {
        switch kind {
        case .temporal(let text): MonthsDuration(text) == nil && SecondsDuration(text) == nil
        case .name(let name): Self.timeWords.contains(where: name.hasSuffix)
        case .path(_, let entry): Self.timeWords.contains(where: entry.text.hasSuffix)
        case .invocation(let function, _):
            ["date", "time", "date and time", "today", "now"].contains(function.name)
        default: false
        }
    }
}
