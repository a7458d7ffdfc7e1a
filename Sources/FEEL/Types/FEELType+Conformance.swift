extension FEELType {
    /// Whether `value` is an instance of this type, as `instance of` asks: null is one of `Null` only.
    func hasInstance(_ value: Value) -> Bool {
        switch (self, value) {
        case (.null, .null): true
        case (_, .null): false
        case (.any, _), (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date), (.time, .time),
            (.dateTime, .dateTime), (.monthsDuration, .monthsDuration), (.secondsDuration, .secondsDuration):
            true
        case (.list(let element), .list(let items)): items.allSatisfy(element.admits)
        case (.context(let type), .context(let context)):
            type.entries.allSatisfy { entry in context[entry.name].map(entry.type.admits) ?? false }
        case (.range(let element), .range(let range)):
            [range.low, range.high].allSatisfy { $0.map(element.admits) ?? true }
        case (.function(let parameters, let result), .function(let function)):
            function.conforms(to: parameters, result: result)
        default: false
        }
    }

    /// Whether a value may stand where this type is wanted: an instance, or null.
    func admits(_ value: Value) -> Bool { value.isNull || hasInstance(value) }

    /// Whether every value of this type is one of `other` (DMN 1.5, 10.3.2.9.2).
    func conforms(to other: FEELType) -> Bool {
        switch (self, other) {
        case (_, .any), (.null, _), (.number, .number): true
        case (.list(let element), .list(let wanted)), (.range(let element), .range(let wanted)):
            element.conforms(to: wanted)
        case (.context(let type), .context(let wanted)):
            wanted.entries.allSatisfy { entry in type[entry.name]?.conforms(to: entry.type) ?? false }
        case (.function(let parameters, let result), .function(let wanted, let wantedResult)):
            parameters.count == wanted.count && result.conforms(to: wantedResult)
                && zip(parameters, wanted).allSatisfy { $1.conforms(to: $0) }
        default: self == other
        }
    }
}

extension Value {
    /// This value where `type` is wanted: itself where it conforms, a list of itself or its only item where that
    /// conforms, the midnight in UTC of a date, else null (DMN 1.5, 10.3.2.9.4).
    public func converted(to type: FEELType) -> Value {
        if type.admits(self) { return self }
        switch (type, self) {
        case (.dateTime, .date(let date)): return .dateTime(DateAndTime(midnightOf: date))
        case (.list, .list(let items)) where items.count == 1 && type.hasInstance(items[0]): return items[0]
        case (.list(let element), _):
            guard case .list = self else { return element.hasInstance(self) ? .list([self]) : .null }
            return .null
        case (_, .list(let items)) where items.count == 1 && type.hasInstance(items[0]): return items[0]
        default: return .null
        }
    }
}
