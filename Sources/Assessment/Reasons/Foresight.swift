import FEEL
import History
import Standards

/// What formulae may come to for one consortium once some gaps are filled in, all else staying as it is: an evaluation
/// over all values at once. Nothing that can come out is left out; for rules of sums, comparisons, conditions and
/// quantifiers over years what is in it can come out too.
struct Foresight {
    /// What a formula is evaluated over.
    struct Scope {
        var inputs: [Value]
        /// The year whose cells are read.
        var year: ReportingYear
        var bound: [ReportingYear] = []
        /// The cells that are judged, in acceptance conditions.
        var judged: Int?
    }

    let subject: Subject
    let filled: Set<Gap>
    let windows: [YearWindow: [ReportingYear]]
    private var known: [Subject.MeasureYear: Possible] = [:]
    private let touched: Set<ReportingYear>
    private let fillsEntries: Bool

    init(_ subject: Subject, filled: Set<Gap>, windows: [YearWindow: [ReportingYear]]) {
        self.subject = subject
        self.filled = filled
        self.windows = windows
        touched = Set(filled.compactMap { if case .cell(let place) = $0 { place.year } else { nil } })
        fillsEntries = filled.contains { if case .cell = $0 { false } else { true } }
    }

    mutating func possible(_ outline: Outline, _ scope: Scope) -> Possible {
        switch outline {
        case .constant(let value): return .exactly(value)
        case .input(let place): return .exactly(scope.inputs[place])
        case .register(let register, let place):
            return filled.contains(.register(register)) ? Possible([.yes, .no]) : .exactly(scope.inputs[place])
        case .cell(let indicator, let reading): return cell(indicator, scope.year, reading)
        case .judged: return scope.judged.map { cell($0, scope.year, .actual) } ?? .anything
        case .base: return scope.judged.map { cell($0, subject.tenure.baseYear, .actual) } ?? .anything
        case .measure(let name): return measure(name, scope.year)
        case .yearMeasure(let year, let name):
            return self.year(year, scope).map { measure(name, $0) } ?? .exactly(.null)
        case .number(let year):
            return .exactly(self.year(year, scope).map { .number(Decimal128($0.value)) } ?? .null)
        case .binary(let operation, let left, let right):
            return possible(left, scope).combined(operation, with: possible(right, scope))
        case .not(let operand): return Possible(possible(operand, scope).truths.negated)
        case .conditional(let condition, let then, let otherwise):
            let truths = possible(condition, scope).truths
            guard truths.contains(.yes) else { return possible(otherwise, scope) }
            guard truths != .yes else { return possible(then, scope) }
            return possible(then, scope).or(possible(otherwise, scope))
        case .years(let quantifier, let window, let condition):
            var all: Possible.Kinds = quantifier == .every ? .yes : .no
            for year in windows[window, default: []] {
                var inner = scope
                inner.bound.append(year)
                let truths = possible(condition, inner).truths
                all = quantifier == .every ? all.conjunction(truths) : all.disjunction(truths)
            }
            return Possible(all)
        case .call(let program, let arguments):
            let values = arguments.map { possible($0, scope) }
            let exact = values.compactMap { if case .exactly(let value) = $0 { value } else { nil } }
            if exact.count == values.count { return .exactly(program.evaluate(exact)) }
            let kinds: Possible.Kinds = program.type == .boolean ? [.yes, .no] : program.type == .any ? .all : .figure
            return Possible(values.contains(where: \.mayBeUnknown) ? kinds.union(.unknown) : kinds)
        case .whole(let program, let registers, let quantifier):
            return whole(program, registers, quantifier, scope)
        case .opaque: return .anything
        }
    }

    private func year(_ year: Outline.Year, _ scope: Scope) -> ReportingYear? {
        switch year {
        case .window(let window): windows[window]?.first
        case .bound(let depth): scope.bound[depth]
        }
    }

    private func cell(_ indicator: Int, _ year: ReportingYear, _ reading: CellReading) -> Possible {
        let place = Subject.Place(year: year, indicator: indicator, reading: reading)
        guard filled.contains(.cell(place)) else {
            return .exactly(RuleVocabulary.value(of: subject.panel.value(indicator, year, by: reading)))
        }
        let asked = subject.rules.edition.indicators[indicator]
        return asked.kind == .boolean ? Possible([.yes, .no]) : Possible(.figure, within: asked.accepted)
    }

    /// A measure of a year. One that nothing filled in is read by is what it is.
    private mutating func measure(_ name: String, _ year: ReportingYear) -> Possible {
        guard touched.contains(year) || fillsEntries, let entry = subject.rules.measures.entry(named: name),
            let inputs = subject.measureInputs(year)
        else { return .exactly(subject.measure(name, year) ?? .null) }
        let key = Subject.MeasureYear(year: year, measure: name)
        if let found = known[key] { return found }
        let found = possible(entry.outline, Scope(inputs: inputs, year: year))
        known[key] = found
        return found
    }

    /// What reads registers alone. An entry that is filled in may turn out to count, or not to.
    private func whole(
        _ program: Program, _ registers: Set<RegisterKind>, _ quantifier: Expression.Quantifier?, _ scope: Scope
    ) -> Possible {
        let entries = Set(
            filled.compactMap { gap -> String? in
                guard case .entry(let register, let id) = gap, registers.contains(register) else { return nil }
                return id
            })
        func value(_ inputs: [Value]) -> Value {
            let value = program.evaluate(inputs)
            // What hangs on whether an incident is the consortium's, which nobody knows, is unknown.
            guard registers.contains(.incidents) else { return value }
            let sure = program.evaluate(RuleInputs.assigned(inputs))
            return sure.equals(value) == true ? value : .null
        }
        guard !entries.isEmpty else { return .exactly(value(scope.inputs)) }
        let without = Possible.exactly(value(RuleInputs.without(entries, scope.inputs))).kinds
        switch (quantifier, without) {
        case (.some?, .yes), (.every?, .no): return Possible(without)
        case (.some?, _): return Possible(without.union(.yes))
        case (.every?, _): return Possible(without.union(.no))
        case (nil, _): return Possible(without.union([.yes, .no]))
        }
    }
}

extension Possible {
    /// What comes of two by an operator.
    fileprivate func combined(_ operation: Expression.BinaryOperator, with other: Possible) -> Possible {
        switch operation {
        case .and: return Possible(truths.conjunction(other.truths))
        case .or: return Possible(truths.disjunction(other.truths))
        default: break
        }
        if case .exactly(let left) = self, case .exactly(let right) = other {
            return .exactly(Operators.value(operation, left, right))
        }
        // Null equals null and nothing else; whatever else is asked of it is unknown.
        let isEquality = operation == .equal || operation == .notEqual
        if !isEquality, kinds == .unknown || other.kinds == .unknown { return .exactly(.null) }
        let unknown: Kinds = mayBeUnknown || other.mayBeUnknown ? .unknown : []
        let (left, right) = (range ?? .all, other.range ?? .all)
        switch operation {
        case .equal: return Possible(equality(other))
        case .notEqual: return Possible(equality(other).negated)
        case .less: return Possible(left.isLess(than: right).union(unknown))
        case .lessOrEqual: return Possible(right.isLess(than: left).negated.union(unknown))
        case .greater: return Possible(right.isLess(than: left).union(unknown))
        case .greaterOrEqual: return Possible(left.isLess(than: right).negated.union(unknown))
        case .add: return Possible(unknown.union(.figure), within: left + right)
        case .subtract: return Possible(unknown.union(.figure), within: left - right)
        case .multiply: return Possible(unknown.union(.figure), within: left * right)
        // 0 divides nothing.
        case .divide: return Possible(right.contains(.zero) ? [.figure, .unknown] : unknown.union(.figure))
        default: return Possible(unknown.union(.figure))
        }
    }

    private func equality(_ other: Possible) -> Kinds {
        let common = kinds.intersection(other.kinds)
        let isNull = kinds == .unknown || other.kinds == .unknown
        let areApart = range.flatMap { range in other.range.map { !range.meets($0) } } ?? false
        return common.isEmpty && isNull || common == .figure && areApart ? .no : [.yes, .no]
    }
}

/// FEEL's operators on two values.
private enum Operators {
    private static let programs: [Expression.BinaryOperator: Program] = {
        let schema = Schema(inputs: [Schema.Input("a"), Schema.Input("b")])
        let pairs = Expression.BinaryOperator.allCases.compactMap { operation in
            (try? Compiler.compile("a \(operation.rawValue) b", schema: schema)).map { (operation, $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    static func value(_ operation: Expression.BinaryOperator, _ left: Value, _ right: Value) -> Value {
        programs[operation]?.evaluate([left, right]) ?? .null
    }
}
