// Access: paths, filters and calls.

extension Checker {
    mutating func pathType(_ value: Expression, _ entry: Expression.Name) -> FEELType {
        entryType(of: type(of: value), entry)
    }

    private mutating func entryType(of type: FEELType, _ entry: Expression.Name) -> FEELType {
        switch type {
        case .any, .null: return .any
        case .list(let element):
            return .list(entryType(of: element, entry))
        case .context(let context):
            if context.types.isEmpty { return .any }
            if let type = context[entry.text] { return type }
            noteUnknownEntry(entry, among: context.shape.names)
            return .any
        default:
            let properties = type.properties
            if let property = properties.first(where: { $0.name == entry.text }) {
                return property.type
            }
            if properties.isEmpty {
                note(.alwaysNull, "\(type.inChinese)没有属性“\(entry.text)”，结果总是空值。", at: entry.range)
            } else {
                noteUnknownEntry(entry, among: properties.map(\.name))
            }
            return .any
        }
    }

    private mutating func noteUnknownEntry(_ entry: Expression.Name, among names: [String]) {
        note(
            .unknownEntry, "没有名为“\(entry.text)”的条目。", at: entry.range,
            suggestion: NameSuggestion.nearest(to: entry.text, among: names))
    }

    mutating func filterType(_ list: Expression, _ condition: Expression) -> FEELType {
        let listType = type(of: list)
        let item = listType.item
        let conditionType = scoped {
            $0.declareItem(item)
            return $0.type(of: condition)
        }
        switch conditionType {
        case .number: return item
        case .any: return .any
        case .boolean, .null: return listType == .any ? .any : .list(item)
        default:
            note(.typeMismatch, "筛选条件应为条件或序号，实际是\(conditionType.inChinese)。", at: condition.range)
            return .any
        }
    }

    mutating func invocationType(
        _ function: Expression, _ arguments: [Expression.Argument], of whole: Expression
    ) -> FEELType {
        let types = arguments.map { type(of: $0.value) }
        guard let name = function.name else {
            if case .function(let parameters, let result) = type(of: function) {
                checkCount(arguments, against: parameters.count, at: whole.range)
                return result
            }
            return .any
        }
        if let local = localType(of: name) {
            guard case .function(let parameters, let result) = local else { return .any }
            checkCount(arguments, against: parameters.count, at: whole.range)
            return result
        }
        guard let signatures = check.schema.signatures(of: name) else {
            _ = type(ofName: name, at: function.range)
            return .any
        }
        return callType(name, signatures, arguments, types, of: whole)
    }

    private mutating func checkCount(_ arguments: [Expression.Argument], against count: Int, at range: SourceRange) {
        guard arguments.count != count else { return }
        note(.wrongArguments, "函数需要 \(count) 个参数，给了 \(arguments.count) 个。", at: range)
    }

    private mutating func callType(
        _ name: String, _ signatures: [Signature], _ arguments: [Expression.Argument], _ types: [FEELType],
        of whole: Expression
    ) -> FEELType {
        let names = arguments.compactMap(\.name)
        guard let signature = signatures.first(where: { $0.accepts(arguments) }) else {
            if let stranger = names.first(where: { name in !signatures.contains { $0.has(name.text) } }) {
                let known = signatures.flatMap { $0.parameters.map(\.name) }
                note(
                    .wrongArguments, "函数 \(name) 没有名为“\(stranger.text)”的参数。", at: stranger.range,
                    suggestion: NameSuggestion.nearest(to: stranger.text, among: known))
            } else {
                let forms = signatures.map { "\(name)(\($0.parameters.map(\.name).joined(separator: ", ")))" }
                note(.wrongArguments, "参数个数不符，应为 \(forms.joined(separator: " 或 "))。", at: whole.range)
            }
            return .any
        }
        for (place, argument) in arguments.enumerated() {
            let wanted = signature.type(of: argument.name?.text, at: place)
            // A single value stands for a list of itself, a list of one for its item, a date for its midnight.
            let isConvertible = types[place].item.mayBe(wanted.item) || (types[place] == .date && wanted == .dateTime)
            guard !isConvertible else { continue }
            note(
                .typeMismatch, "函数 \(name) 的参数应为\(wanted.inChinese)，实际是\(types[place].inChinese)。",
                at: argument.value.range)
        }
        if let function = check.schema.function(named: name) { return boundType(function, arguments) }
        return resultType(of: name, types, at: whole.range) ?? signature.result
    }

    /// The type of a call of the host's function, which knows more of it by its literals: `actual("6.1.2")` is in 万元.
    private mutating func boundType(_ function: HostFunction, _ arguments: [Expression.Argument]) -> FEELType {
        let arguments =
            arguments.contains { $0.name != nil }
            ? function.parameters.compactMap { parameter in
                arguments.first { $0.name?.text == parameter.name }
            } : arguments
        do {
            return try function.bind(arguments.map(\.value.literal)).type ?? function.result
        } catch {
            let place = arguments.indices.contains(error.argument) ? arguments[error.argument].value.range : nil
            guard let range = place ?? arguments.first?.value.range else { return function.result }
            note(.wrongArguments, error.message, at: range, suggestion: error.suggestion)
            return function.result
        }
    }

    /// The result of functions whose type depends on that of their arguments; nil for others.
    private mutating func resultType(of name: String, _ types: [FEELType], at range: SourceRange) -> FEELType? {
        guard let first = types.first else { return nil }
        switch name {
        case "sum", "min", "max", "mean", "median", "mode", "stddev":
            let values = types.count == 1 ? [first.item] : types
            for value in values.dropFirst() { _ = commonUnit(values[0], value, at: range, "同一函数中各数的") }
            let joined = values.dropFirst().reduce(values[0]) { $0.joined(with: $1) }
            return name == "mode" ? .list(joined) : joined
        case "abs", "floor", "ceiling", "decimal", "round up", "round down", "round half up", "round half down":
            return first
        case "modulo": return first
        case "sublist", "remove", "reverse", "distinct values", "sort", "insert before", "list replace":
            return .list(first.item)
        case "append", "concatenate", "union":
            return .list(types.dropFirst().reduce(first.item) { $0.joined(with: $1.item) })
        default: return nil
        }
    }
}
