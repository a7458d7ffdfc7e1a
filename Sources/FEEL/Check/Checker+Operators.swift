// Operators: which types they are defined for, and which units go together.

extension Checker {
    mutating func negationType(_ operand: Expression) -> FEELType {
        let type = type(of: operand)
        switch type {
        case .any, .null, .number, .monthsDuration, .secondsDuration: return type
        default:
            note(.alwaysNull, "\(type.inChinese)不能取负，结果总是空值。", at: operand.range)
            return .any
        }
    }

    mutating func binaryType(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, of whole: Expression
    ) -> FEELType {
        switch operation {
        case .and, .or:
            requireCondition(left)
            // The right side matters only where the left does not decide.
            scoped {
                $0.assume(left, holds: operation == .and)
                $0.requireCondition(right)
            }
            return .boolean
        case .equal, .notEqual:
            requireEquality(type(of: left), type(of: right), at: whole.range)
            return .boolean
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            requireOrder(type(of: left), type(of: right), at: whole.range)
            return .boolean
        case .add, .subtract, .multiply, .divide, .power:
            let (leftType, rightType) = (type(of: left), type(of: right))
            if operation == .divide { checkDivisor(right) }
            return arithmeticType(operation, leftType, rightType, of: whole)
        }
    }

    private mutating func arithmeticType(
        _ operation: Expression.BinaryOperator, _ left: FEELType, _ right: FEELType, of whole: Expression
    ) -> FEELType {
        if left == .any || right == .any { return .any }
        if left == .null || right == .null {
            note(.alwaysNull, "与空值运算，结果总是空值。", at: whole.range)
            return .null
        }
        if case .number(let leftUnit) = left, case .number(let rightUnit) = right {
            return .number(unit: unit(of: operation, leftUnit, rightUnit, at: whole.range))
        }
        guard let type = Self.resultType(operation, left, right) else {
            note(
                .alwaysNull, "\(left.inChinese)与\(right.inChinese)不能用“\(operation.rawValue)”运算，结果总是空值。",
                at: whole.range)
            return .any
        }
        return type
    }

    /// The result of arithmetic that is not between two numbers (DMN 1.5, tables 54 to 58); nil where there is none.
    private static func resultType(
        _ operation: Expression.BinaryOperator, _ left: FEELType, _ right: FEELType
    ) -> FEELType? {
        switch (operation, left, right) {
        case (.add, .string, .string): .string
        case (.add, .monthsDuration, .monthsDuration), (.subtract, .monthsDuration, .monthsDuration): .monthsDuration
        case (.add, .secondsDuration, .secondsDuration), (.subtract, .secondsDuration, .secondsDuration):
            .secondsDuration
        case (.add, .date, .monthsDuration), (.add, .date, .secondsDuration), (.subtract, .date, .monthsDuration),
            (.subtract, .date, .secondsDuration), (.add, .monthsDuration, .date), (.add, .secondsDuration, .date):
            .date
        case (.add, .dateTime, .monthsDuration), (.add, .dateTime, .secondsDuration),
            (.subtract, .dateTime, .monthsDuration), (.subtract, .dateTime, .secondsDuration),
            (.add, .monthsDuration, .dateTime), (.add, .secondsDuration, .dateTime):
            .dateTime
        case (.add, .time, .secondsDuration), (.subtract, .time, .secondsDuration), (.add, .secondsDuration, .time):
            .time
        case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime), (.subtract, .date, .dateTime),
            (.subtract, .dateTime, .date), (.subtract, .time, .time):
            .secondsDuration
        case (.multiply, .monthsDuration, .number), (.multiply, .number, .monthsDuration),
            (.divide, .monthsDuration, .number):
            .monthsDuration
        case (.multiply, .secondsDuration, .number), (.multiply, .number, .secondsDuration),
            (.divide, .secondsDuration, .number):
            .secondsDuration
        case (.divide, .monthsDuration, .monthsDuration), (.divide, .secondsDuration, .secondsDuration): .number
        default: nil
        }
    }

    // MARK: Units

    /// The unit of a result: of a sum that of its terms, of a ratio of like amounts none, of unlike ones 万元/人.
    private mutating func unit(
        of operation: Expression.BinaryOperator, _ left: String?, _ right: String?, at range: SourceRange
    ) -> String? {
        switch operation {
        case .add, .subtract:
            return commonUnit(.number(unit: left), .number(unit: right), at: range, "相加减的两个数")
        case .multiply:
            guard let left, left != "%" else { return right }
            guard let right, right != "%" else { return left }
            return nil
        case .divide:
            guard let left, let right else { return left }
            if right == "%" { return left }
            return left == right ? nil : "\(left)/\(right)"
        default: return nil
        }
    }

    /// The unit two numbers share; nil, with a note, where they have two.
    mutating func commonUnit(_ left: FEELType, _ right: FEELType, at range: SourceRange, _ what: String) -> String? {
        guard case .number(let leftUnit) = left, case .number(let rightUnit) = right else { return nil }
        guard let leftUnit, let rightUnit, leftUnit != rightUnit else { return leftUnit ?? rightUnit }
        note(.unitMismatch, "\(what)单位不同：\(leftUnit)与\(rightUnit)。", at: range)
        return nil
    }

    // MARK: Comparisons

    /// Notes where an ordered comparison can only be null.
    mutating func requireOrder(_ left: FEELType, _ right: FEELType, at range: SourceRange) {
        if left == .any || right == .any { return }
        if left == .null || right == .null {
            note(.alwaysNull, "与空值比较大小，结果总是空值。", at: range)
            return
        }
        guard left.isOrdered, right.isOrdered, left.isComparable(to: right) else {
            note(.alwaysNull, "\(left.inChinese)与\(right.inChinese)不能比较大小，结果总是空值。", at: range)
            return
        }
        _ = commonUnit(left, right, at: range, "比较的两个数")
    }

    /// Notes where an equality can only be null.
    mutating func requireEquality(_ left: FEELType, _ right: FEELType, at range: SourceRange) {
        if left == .any || right == .any || left == .null || right == .null { return }
        guard left.isSameKind(as: right) else {
            note(.alwaysNull, "\(left.inChinese)与\(right.inChinese)不能比较，结果总是空值。", at: range)
            return
        }
        _ = commonUnit(left, right, at: range, "比较的两个数")
    }
}
