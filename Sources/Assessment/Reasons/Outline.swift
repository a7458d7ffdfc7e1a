import FEEL
import Standards

/// A formula as far as it matters to what it may come to: what it reads of cells, measures and registers, and how that
/// is put together. What reads none of them is evaluated as it stands.
indirect enum Outline: Sendable {
    /// The year that a measure is read of.
    enum Year: Sendable {
        case window(YearWindow)
        /// That of the innermost iteration but so many.
        case bound(Int)
    }

    case constant(Value)
    /// An input of the formula by its place.
    case input(Int)
    /// Whether a register may hold what nobody has seen; the place of the input that says so.
    case register(RegisterKind, Int)
    /// A cell of the year at hand, by the ordinal of its indicator.
    case cell(Int, CellReading)
    /// The figure that is judged, and that of the base year, in acceptance conditions.
    case judged, base
    /// A measure of the year at hand.
    case measure(String)
    case yearMeasure(Year, String)
    case number(of: Year)
    case binary(Expression.BinaryOperator, Outline, Outline)
    case not(Outline)
    case conditional(Outline, then: Outline, otherwise: Outline)
    /// `some` or `every` over the years of a window.
    case years(Expression.Quantifier, YearWindow, Outline)
    /// A function whose value is known where those of its arguments are; the program has them as its inputs.
    case call(Program, [Outline])
    /// What reads no cell. `quantifier` is that of an outermost iteration over `registers`.
    case whole(Program, registers: Set<RegisterKind>, quantifier: Expression.Quantifier?)
    case opaque
}

/// What makes an ``Outline`` of an expression.
struct Outliner {
    /// What the formulae of a place may name.
    enum Place {
        case clause, measure, acceptance
    }

    let place: Place
    let schema: Schema
    let edition: Edition
    let measures: Set<String>
    private let inputs: [String: Int]

    init(_ place: Place, schema: Schema, edition: Edition) {
        self.place = place
        self.schema = schema
        self.edition = edition
        measures = Set(edition.measures.map(\.name))
        inputs = Dictionary(
            zip(schema.inputs.map(\.name), schema.inputs.indices), uniquingKeysWith: { first, _ in first })
    }

    func outline(_ program: Program) -> Outline { outline(program.expression, [], program.source) }

    /// - Parameter bound: the variables of iterations over years, the innermost last.
    private func outline(_ expression: Expression, _ bound: [String], _ source: String) -> Outline {
        func walk(_ expression: Expression) -> Outline { outline(expression, bound, source) }
        switch expression.kind {
        case .null: return .constant(.null)
        case .boolean(let truth): return .constant(.boolean(truth))
        case .number(let number): return .constant(.number(number))
        case .string(let text): return .constant(.string(text))
        case .name(let name): return self.name(name, bound)
        case .binary(let operation, let left, let right): return .binary(operation, walk(left), walk(right))
        case .conditional(let condition, let then, let otherwise):
            return .conditional(walk(condition), then: walk(then), otherwise: walk(otherwise))
        case .path(let root, let entry):
            guard case .name(let name) = root.kind, let year = year(name, bound) else { break }
            return entry.text == RuleVocabulary.contextYear ? .number(of: year) : .yearMeasure(year, entry.text)
        case .quantified(let quantifier, let iterators, let condition):
            guard iterators.count == 1, iterators[0].end == nil, case .name(let domain) = iterators[0].domain.kind,
                let window = YearWindow(rawValue: domain), window.isList
            else { break }
            return .years(quantifier, window, outline(condition, bound + [iterators[0].name.text], source))
        case .invocation(let function, let arguments):
            guard case .name(let name) = function.kind else { break }
            if name == "not", arguments.count == 1 { return .not(walk(arguments[0].value)) }
            if let reading = CellReading(rawValue: name), case .string(let code)? = arguments.first?.value.kind {
                return edition.indicator(IndicatorCode(code)).map { .cell($0.ordinal, reading) } ?? .opaque
            }
            let outlines = arguments.map { walk($0.value) }
            if Self.totalFunctions.contains(name), arguments.allSatisfy({ $0.name == nil }) {
                let names = arguments.indices.map { "a\($0)" }
                let text = "\(name)(\(names.joined(separator: ", ")))"
                if let program = try? Compiler.compile(text, schema: Schema(inputs: names.map { Schema.Input($0) })) {
                    return .call(program, outlines)
                }
            }
        default: break
        }
        return whole(expression, bound, source)
    }

    /// Those that have a value for all values of their arguments that rules give them.
    private static let totalFunctions: Set<String> = [
        "contains", "starts with", "ends with", "string length", "abs", "upper case", "lower case",
    ]

    private func name(_ name: String, _ bound: [String]) -> Outline {
        if bound.contains(name) || YearWindow(rawValue: name) != nil { return .opaque }
        if place == .acceptance, name == RuleVocabulary.actual { return .judged }
        if place == .acceptance, name == RuleVocabulary.baseValue { return .base }
        if place == .measure, measures.contains(name) { return .measure(name) }
        guard let input = inputs[name] else { return .opaque }
        let isUnseen = name == RuleVocabulary.unregisteredPolicies || name == RuleVocabulary.unregisteredIncidents
        return isUnseen ? RuleVocabulary.registers[name].map { .register($0, input) } ?? .opaque : .input(input)
    }

    private func year(_ name: String, _ bound: [String]) -> Outline.Year? {
        if let depth = bound.lastIndex(of: name) { return .bound(depth) }
        return YearWindow(rawValue: name).flatMap { $0.isList ? nil : .window($0) }
    }

    /// An expression that reads no cell, as one piece; else nothing is said of it.
    private func whole(_ expression: Expression, _ bound: [String], _ source: String) -> Outline {
        let names = expression.names
        let reads = RuleReferences([expression])
        guard reads.measures.isEmpty, !reads.usesSignals || place == .clause, names.isDisjoint(with: bound),
            names.isDisjoint(with: CellReading.allCases.map(\.rawValue)),
            place != .measure || names.isDisjoint(with: measures),
            place != .acceptance || names.isDisjoint(with: [RuleVocabulary.actual, RuleVocabulary.baseValue]),
            let program = try? Compiler.compile(expression, source: source, schema: schema)
        else { return .opaque }
        var quantifier: Expression.Quantifier?
        if case .quantified(let own, _, _) = expression.kind { quantifier = own }
        return .whole(program, registers: reads.registers, quantifier: quantifier)
    }
}

extension Expression {
    /// Every name within.
    fileprivate var names: Set<String> {
        var names = children.reduce(into: Set<String>()) { $0.formUnion($1.names) }
        if case .name(let name) = kind { names.insert(name) }
        return names
    }
}
