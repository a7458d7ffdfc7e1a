// Divisors that may be zero, and what conditions say about them.

extension Checker {
    /// Notes a divisor that is zero, or may be: a name the host says so of, where no condition rules zero out.
    mutating func checkDivisor(_ divisor: Expression) {
        switch divisor.kind {
        case .number(let number) where number.isZero:
            note(.divisionByZero, "除数为 0，结果总是空值。", at: divisor.range)
        case .name, .path:
            guard let key = divisor.accessKey, let entry = divisor.lastName, check.mayBeZero.contains(entry),
                !nonZero.contains(key)
            else { return }
            note(
                .divisionByZero, "除数“\(entry)”可能为 0，届时结果为空值。", at: divisor.range, severity: .warning,
                suggestion: "if \(source.piece(divisor.range)) > 0 then … else null")
        case .binary(.multiply, let left, let right):
            checkDivisor(left)
            checkDivisor(right)
        case .negation(let operand): checkDivisor(operand)
        default: break
        }
    }

    /// Takes in what a condition says about zero where it holds, or where it does not.
    mutating func assume(_ condition: Expression, holds: Bool) {
        switch condition.kind {
        case .binary(.and, let left, let right) where holds, .binary(.or, let left, let right) where !holds:
            assume(left, holds: holds)
            assume(right, holds: holds)
        case .binary(let operation, let left, let right):
            if let key = left.accessKey, let number = right.numericLiteral {
                if operation.excludesZero(comparedWith: number, holds: holds) { nonZero.insert(key) }
            } else if let key = right.accessKey, let number = left.numericLiteral {
                if operation.mirrored.excludesZero(comparedWith: number, holds: holds) { nonZero.insert(key) }
            }
        case .invocation(let function, let arguments) where function.name == "not" && arguments.count == 1:
            assume(arguments[0].value, holds: !holds)
        default: break
        }
    }
}

extension Expression {
    /// A name or a path of names as one text, by which two mentions of a divisor are known to be the same.
    fileprivate var accessKey: String? {
        switch kind {
        case .name(let name): name
        case .path(let value, let entry): value.accessKey.map { "\($0).\(entry.text)" }
        default: nil
        }
    }

    /// The last name of a path.
    fileprivate var lastName: String? {
        switch kind {
        case .name(let name): name
        case .path(_, let entry): entry.text
        default: nil
        }
    }

    fileprivate var numericLiteral: Decimal128? {
        if case .number(let number) = kind { number } else { nil }
    }
}

extension Expression.BinaryOperator {
    /// The comparison with its sides exchanged.
    fileprivate var mirrored: Expression.BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }

    /// Whether a value is not zero when it compares so with `number`, or when it is known not to.
    ///
    /// A comparison that is not true may be unknown, and then so is the value: a null divisor gives null anyway.
    fileprivate func excludesZero(comparedWith number: Decimal128, holds: Bool) -> Bool {
        switch (self, holds) {
        case (.equal, true), (.notEqual, false): !number.isZero
        case (.notEqual, true), (.equal, false): number.isZero
        case (.greater, true), (.lessOrEqual, false): number >= 0
        case (.greaterOrEqual, true), (.less, false): number > 0
        case (.less, true), (.greaterOrEqual, false): number <= 0
        case (.lessOrEqual, true), (.greater, false): number < 0
        default: false
        }
    }
}
