/// FEEL's `+ - * / **` and unary `-` (DMN 1.5, tables 54 to 60): null where they are not defined.
enum Arithmetic {
    static func apply(_ operation: Expression.BinaryOperator, _ left: Value, _ right: Value, _ frame: Frame) -> Value {
        if case .number(let left) = left, case .number(let right) = right {
            switch operation {
            case .add: return .finite(left + right)
            case .subtract: return .finite(left - right)
            case .multiply: return .finite(left * right)
            case .divide: return .finite(left / right)
            default: return .finite(left.raised(to: right))
            }
        }
        let result: Value? =
            switch operation {
            case .add: sum(left, right, frame)
            case .subtract: difference(left, right)
            case .multiply: product(left, right)
            case .divide: quotient(left, right)
            default: nil
            }
        return result ?? frame.null(.undefinedOperation, "“\(operation.rawValue)”两边的值不能这样运算。")
    }

    static func negate(_ value: Value) -> Value? {
        switch value {
        case .number(let number): .number(-number)
        case .monthsDuration(let duration): .monthsDuration(-duration)
        case .secondsDuration(let duration): .secondsDuration(-duration)
        default: nil
        }
    }

    private static func sum(_ left: Value, _ right: Value, _ frame: Frame) -> Value? {
        switch (left, right) {
        case (.string(let left), .string(let right)):
            left.utf8.count + right.utf8.count <= frame.limits.size && frame.spend(right.utf8.count >> 5)
                ? .string(left + right) : nil
        case (.monthsDuration(let left), .monthsDuration(let right)): left.adding(right).map(Value.monthsDuration)
        case (.secondsDuration(let left), .secondsDuration(let right)): .secondsDuration(left + right)
        case (_, .monthsDuration(let duration)): moved(left, by: duration)
        case (.monthsDuration(let duration), _): moved(right, by: duration)
        case (_, .secondsDuration(let duration)): moved(left, by: duration)
        case (.secondsDuration(let duration), _): moved(right, by: duration)
        default: nil
        }
    }

    private static func difference(_ left: Value, _ right: Value) -> Value? {
        switch (left, right) {
        case (.monthsDuration(let left), .monthsDuration(let right)): left.adding(-right).map(Value.monthsDuration)
        case (.secondsDuration(let left), .secondsDuration(let right)): .secondsDuration(left - right)
        case (_, .monthsDuration(let duration)): moved(left, by: -duration)
        case (_, .secondsDuration(let duration)): moved(left, by: -duration)
        case (.time(let left), .time(let right)): left.since(right).map(Value.secondsDuration)
        default: instants(left, right).flatMap { $0.since($1) }.map(Value.secondsDuration)
        }
    }

    private static func product(_ left: Value, _ right: Value) -> Value? {
        switch (left, right) {
        case (.monthsDuration(let duration), .number(let factor)), (.number(let factor), .monthsDuration(let duration)):
            duration.multiplied(by: factor).map(Value.monthsDuration)
        case (.secondsDuration(let duration), .number(let factor)),
            (.number(let factor), .secondsDuration(let duration)):
            duration.multiplied(by: factor).map(Value.secondsDuration)
        default: nil
        }
    }

    private static func quotient(_ left: Value, _ right: Value) -> Value? {
        switch (left, right) {
        case (.monthsDuration(let duration), .number(let divisor)):
            duration.divided(by: divisor).map(Value.monthsDuration)
        case (.secondsDuration(let duration), .number(let divisor)):
            duration.divided(by: divisor).map(Value.secondsDuration)
        case (.monthsDuration(let left), .monthsDuration(let right)): left.divided(by: right).map(Value.number)
        case (.secondsDuration(let left), .secondsDuration(let right)): left.divided(by: right).map(Value.number)
        default: nil
        }
    }

    private static func moved(_ value: Value, by duration: MonthsDuration) -> Value? {
        switch value {
        case .date(let date): date.adding(duration).map(Value.date)
        case .dateTime(let dateTime): dateTime.adding(duration).map(Value.dateTime)
        default: nil
        }
    }

    private static func moved(_ value: Value, by duration: SecondsDuration) -> Value? {
        switch value {
        case .date(let date): date.adding(duration).map(Value.date)
        case .dateTime(let dateTime): dateTime.adding(duration).map(Value.dateTime)
        case .time(let time): .time(time.adding(duration))
        default: nil
        }
    }

    /// Two dates, or dates and times, as instants; a date is its midnight in UTC.
    private static func instants(_ left: Value, _ right: Value) -> (DateAndTime, DateAndTime)? {
        guard let left = instant(left), let right = instant(right) else { return nil }
        return (left, right)
    }

    private static func instant(_ value: Value) -> DateAndTime? {
        switch value {
        case .date(let date): DateAndTime(midnightOf: date)
        case .dateTime(let dateTime): dateTime
        default: nil
        }
    }
}
