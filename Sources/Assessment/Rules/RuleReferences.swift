import FEEL
import Standards

/// What a rule looks at, read off its text: which measures of which years, which registers. It is what an outcome
/// rests on, whether or not the evaluation had to go so far.
struct RuleReferences: Sendable {
    struct MeasureUse: Hashable, Sendable {
        let window: YearWindow
        let measure: String
    }

    private(set) var measures: Set<MeasureUse> = []
    private(set) var registers: Set<RegisterKind> = []
    private(set) var usesSignals = false

    init(_ expressions: [Expression]) {
        for expression in expressions { walk(expression, bound: [:]) }
    }

    private mutating func walk(_ expression: Expression, bound: [String: YearWindow]) {
        switch expression.kind {
        case .name(let name):
            switch RuleVocabulary.registers[name] {
            case let register?: registers.insert(register)
            case nil: if name == RuleVocabulary.signals { usesSignals = true }
            }
        case .path(let root, let entry):
            if let window = window(of: root, bound: bound) {
                measures.insert(MeasureUse(window: window, measure: entry.text))
            } else {
                walk(root, bound: bound)
            }
        case .quantified(_, let iterators, let body), .iteration(let iterators, let body):
            var bound = bound
            for iterator in iterators {
                walk(iterator.domain, bound: bound)
                bound[iterator.name.text] = window(of: iterator.domain, bound: bound)
            }
            walk(body, bound: bound)
        case .filter(let list, let condition):
            walk(list, bound: bound)
            var bound = bound
            bound["item"] = window(of: list, bound: bound)
            walk(condition, bound: bound)
        default:
            for child in expression.children { walk(child, bound: bound) }
        }
    }

    /// The years that an expression stands for: a window by name, a variable over one, an element or a part of one.
    private func window(of expression: Expression, bound: [String: YearWindow]) -> YearWindow? {
        switch expression.kind {
        case .name(let name): bound[name] ?? YearWindow(rawValue: name)
        case .filter(let list, _): window(of: list, bound: bound)
        default: nil
        }
    }
}

/// What a measure looks at: the observations it names, other measures, registers.
struct MeasureReferences: Sendable {
    struct CellUse: Hashable, Sendable {
        let code: IndicatorCode
        let reading: CellReading
    }

    /// In the order of the text.
    private(set) var cells: [CellUse] = []
    private(set) var measures: [String] = []
    private(set) var registers: Set<RegisterKind> = []

    init(_ expression: Expression, measureNames: Set<String>) {
        walk(expression, measureNames: measureNames)
    }

    private mutating func walk(_ expression: Expression, measureNames: Set<String>) {
        switch expression.kind {
        case .name(let name):
            if let register = RuleVocabulary.registers[name] {
                registers.insert(register)
            } else if measureNames.contains(name), !measures.contains(name) {
                measures.append(name)
            }
        case .invocation(let function, let arguments):
            if case .name(let name) = function.kind, let reading = CellReading(rawValue: name),
                case .string(let code)? = arguments.first?.value.kind
            {
                let use = CellUse(code: IndicatorCode(code), reading: reading)
                if !cells.contains(use) { cells.append(use) }
            } else {
                for argument in arguments { walk(argument.value, measureNames: measureNames) }
            }
        default:
            for child in expression.children { walk(child, measureNames: measureNames) }
        }
    }
}
