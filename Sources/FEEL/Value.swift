/// A FEEL value.
public enum Value: Sendable {
    /// No value, or an unknown one.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A decimal number.
    case number(Decimal128)
    /// Text.
    case string(String)
    /// A day.
    case date(CalendarDate)
    /// A time of day.
    case time(TimeOfDay)
    /// A time on a day.
    indirect case dateTime(DateAndTime)
    /// A length of time in years and months.
    case monthsDuration(MonthsDuration)
    /// A length of time in days, hours, minutes and seconds.
    case secondsDuration(SecondsDuration)
    /// Values in order.
    case list([Value])
    /// Named values.
    case context(Context)
    /// Everything between two values.
    case range(ValueRange)
    /// A function.
    case function(FunctionValue)
}

extension Value {
    /// Whether there is no value.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The truth value; nil where this is not one.
    @inlinable public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The number; nil where this is not one.
    @inlinable public var number: Decimal128? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The text; nil where this is not a string.
    @inlinable public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The items; nil where this is not a list.
    @inlinable public var list: [Value]? {
        if case .list(let items) = self { items } else { nil }
    }

    /// The context; nil where this is not one.
    @inlinable public var context: Context? {
        if case .context(let context) = self { context } else { nil }
    }

    /// The date; nil where this is not one.
    @inlinable public var date: CalendarDate? {
        if case .date(let date) = self { date } else { nil }
    }

    /// A finite number, or null where an operation had no result.
    @inlinable static func finite(_ number: Decimal128) -> Value {
        number.isFinite ? .number(number) : .null
    }

    /// A truth value, or null where it is unknown.
    @inlinable static func ternary(_ truth: Bool?) -> Value {
        truth.map(Value.boolean) ?? .null
    }

    /// The items of a list; of any other value a list of itself, as FEEL reads single values where it wants lists.
    var items: [Value] {
        if case .list(let items) = self { items } else { [self] }
    }
}
