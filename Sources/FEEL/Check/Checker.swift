/// One walk over one expression: infers types bottom-up and notes what cannot be right.
///
/// A type is `any` where it is not known, and nothing is said about what may still be right.
struct Checker {
    let source: String
    let check: Check
    private(set) var issues: [CheckIssue] = []
    /// The names that iterations, functions, contexts and filters bring in, the innermost last.
    private var locals: [[String: FEELType]] = [[:]]
    /// Whether a filter is open over items of which the entries are not known, so any name may be one.
    private var hasUnknownEntries = false
    /// The divisors known not to be zero where the walk is; see `Checker+Division`.
    var nonZero: Set<String> = []

    init(source: String, check: Check) {
        self.source = source
        self.check = check
    }

    /// What was found, in the order of the text.
    var sortedIssues: [CheckIssue] {
        issues.sorted { ($0.range.start, $0.code.rawValue) < ($1.range.start, $1.code.rawValue) }
    }

    mutating func note(
        _ code: CheckIssue.Code, _ message: String, at range: SourceRange, severity: CheckIssue.Severity = .error,
        suggestion: String? = nil
    ) {
        issues.append(
            CheckIssue(severity, code, message, at: range, piece: source.piece(range), suggestion: suggestion))
    }

    // MARK: Scope

    mutating func declare(_ name: String, _ type: FEELType) {
        locals[locals.count - 1][name] = type
    }

    /// Runs `body` with names of its own.
    mutating func scoped<Result>(_ body: (inout Checker) -> Result) -> Result {
        let (outer, wasUnknown, facts) = (locals, hasUnknownEntries, nonZero)
        locals.append([:])
        defer { (locals, hasUnknownEntries, nonZero) = (outer, wasUnknown, facts) }
        return body(&self)
    }

    /// Brings in what a filter over items of `type` sees.
    mutating func declareItem(_ type: FEELType) {
        declare("item", type)
        switch type {
        case .context(let context) where !context.types.isEmpty:
            for entry in context.entries { declare(entry.name, entry.type) }
        case .any, .context: hasUnknownEntries = true
        default: break
        }
    }

    /// The type of a name that the text itself brings in.
    func localType(of name: String) -> FEELType? {
        locals.lazy.reversed().compactMap { $0[name] }.first
    }

    /// The type of a name; nil, with a note, where there is none.
    mutating func type(ofName name: String, at range: SourceRange) -> FEELType? {
        if let type = localType(of: name) { return type }
        if let type = check.schema.type(of: name) { return type }
        if check.schema.hasFunction(name) { return .any }
        guard !hasUnknownEntries else { return .any }
        let known = locals.flatMap(\.keys) + check.schema.names
        note(
            .unknownName, "没有名为“\(name)”的变量或函数。", at: range,
            suggestion: NameSuggestion.nearest(to: name, among: known.sorted()))
        return nil
    }

    // MARK: Types

    /// The type of an expression.
    mutating func type(of expression: Expression) -> FEELType {
        switch expression.kind {
        case .null: return .null
        case .boolean: return .boolean
        case .number: return .number
        case .string: return .string
        case .temporal(let text): return temporalType(text)
        case .name(let name): return type(ofName: name, at: expression.range) ?? .any
        case .negation(let operand): return negationType(operand)
        case .binary(let operation, let left, let right): return binaryType(operation, left, right, of: expression)
        case .between(let value, let low, let high):
            let type = self.type(of: value)
            for end in [low, high] { requireOrder(type, self.type(of: end), at: expression.range) }
            return .boolean
        case .membership(let value, let tests):
            let type = self.type(of: value)
            for test in tests { checkTest(test, of: type) }
            return .boolean
        case .instanceOf(let value, let name):
            _ = type(of: value)
            checkTypeName(name)
            return .boolean
        case .conditional(let condition, let then, let otherwise):
            return conditionalType(condition, then, otherwise, of: expression)
        case .iteration(let iterators, let body):
            return scoped {
                $0.declare(iterators); return .list($0.type(of: body))
            }
        case .quantified(_, let iterators, let condition):
            scoped {
                $0.declare(iterators)
                $0.requireCondition(condition)
            }
            return .boolean
        case .path(let value, let entry): return pathType(value, entry)
        case .filter(let list, let condition): return filterType(list, condition)
        case .invocation(let function, let arguments): return invocationType(function, arguments, of: expression)
        case .list(let items): return .list(items.reduce(FEELType.null) { $0.joined(with: type(of: $1)) })
        case .context(let entries): return contextType(entries)
        case .range(let low, _, let high, _):
            let (lowType, highType) = (type(of: low), type(of: high))
            requireOrder(lowType, highType, at: expression.range)
            return .range(lowType.joined(with: highType))
        case .comparison(_, let value): return .range(type(of: value))
        case .function(let parameters, let body): return functionType(parameters, body)
        case .externalFunction: return .any
        case .anything, .alternatives, .exclusion:
            checkTest(expression, of: .any)
            return .boolean
        }
    }

    private func temporalType(_ text: String) -> FEELType {
        if CalendarDate(text) != nil { return .date }
        if DateAndTime(text) != nil { return .dateTime }
        if TimeOfDay(text) != nil { return .time }
        if MonthsDuration(text) != nil { return .monthsDuration }
        return SecondsDuration(text) != nil ? .secondsDuration : .any
    }

    private mutating func conditionalType(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression, of whole: Expression
    ) -> FEELType {
        requireCondition(condition)
        let thenType = scoped {
            $0.assume(condition, holds: true); return $0.type(of: then)
        }
        let elseType = scoped {
            $0.assume(condition, holds: false); return $0.type(of: otherwise)
        }
        _ = commonUnit(thenType, elseType, at: whole.range, "两个分支的")
        return thenType.joined(with: elseType)
    }

    private mutating func contextType(_ entries: [Expression.Entry]) -> FEELType {
        scoped { checker in
            .context(
                ContextType(
                    entries.map { entry in
                        let type = checker.type(of: entry.value)
                        checker.declare(entry.name.text, type)
                        return (name: entry.name.text, type: type)
                    }))
        }
    }

    private mutating func functionType(_ parameters: [Expression.Parameter], _ body: Expression) -> FEELType {
        scoped { checker in
            let types = parameters.map { parameter in
                let type = parameter.type.map { checker.checkTypeName($0) } ?? .any
                checker.declare(parameter.name.text, type)
                return type
            }
            return .function(types, result: checker.type(of: body))
        }
    }

    /// The type that a name means; `any`, with a note, where it means none.
    @discardableResult
    mutating func checkTypeName(_ name: TypeName) -> FEELType {
        do {
            return try FEELType(name, declared: check.schema.types)
        } catch {
            issues.append(CheckIssue(error))
            return .any
        }
    }

    private mutating func declare(_ iterators: [Expression.Iterator]) {
        for iterator in iterators {
            let domain = type(of: iterator.domain)
            if let end = iterator.end { requireOrder(domain, type(of: end), at: iterator.domain.range) }
            declare(iterator.name.text, iterator.end == nil ? domain.item : domain)
        }
        // What a `for` has given so far.
        declare("partial", .list(.any))
    }

    // MARK: Demands

    /// Notes where `expression` has a known type that is not that of a truth value.
    mutating func requireCondition(_ expression: Expression) {
        let type = type(of: expression)
        guard !type.mayBe(.boolean) else { return }
        note(.typeMismatch, "此处应为条件，实际是\(type.inChinese)。", at: expression.range)
    }

    /// Notes where a value of `type` cannot be one of `wanted`.
    mutating func require(_ type: FEELType, toBe wanted: FEELType, at expression: Expression) {
        if case .number(let unit?) = type, case .number(let wantedUnit?) = wanted, unit != wantedUnit {
            note(.unitMismatch, "单位应为\(wantedUnit)，实际是\(unit)。", at: expression.range)
        } else if !type.mayBe(wanted) {
            note(.typeMismatch, "此处应为\(wanted.inChinese)，实际是\(type.inChinese)。", at: expression.range)
        }
    }
}
