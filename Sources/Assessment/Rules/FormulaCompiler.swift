import FEEL
import History
import Standards

/// Compiles the formulae of one standard and gathers every fault of them, placed in the file they stand in.
final class FormulaCompiler {
    struct Compiled {
        let expression: Expression
        let program: Program
    }

    private(set) var faults: [RuleFault] = []
    /// The standard's parameters as inputs, in its order.
    let parameterInputs: [(name: String, type: FEELType)]
    private let cellFunctions: [HostFunction]
    private let mayBeZero: Set<String>

    init(_ edition: Edition) {
        parameterInputs = edition.parameters.map {
            ($0.name, .number(unit: $0.unit.isEmpty ? nil : $0.unit))
        }
        cellFunctions = CellReading.allCases.map { reading in
            .cells(reading, edition: edition)
        }
        mayBeZero = Set(edition.measures.map(\.name))
    }

    /// What formulae may name: the inputs, in the order in which values will be given, and `actual` and `committed`
    /// where they read cells; measures alone do. Formulae of the same inputs share a schema, which costs more to make
    /// than most formulae to compile.
    func schema(inputs: [(name: String, type: FEELType)], readsCells: Bool = false) -> Schema {
        Schema(inputs: inputs.map { Schema.Input($0.name, $0.type) }, functions: readsCells ? cellFunctions : [])
    }

    /// Checks and compiles `formula`; nil where it has faults, which are reported. `place` is what the formula belongs to,
    /// for the message.
    func compile(_ formula: Formula, schema: Schema, place: String) -> Compiled? {
        let issues = Check(schema: schema, mayBeZero: mayBeZero).expression(formula.text)
        for issue in issues {
            report(formula, issue.range, place: place, issue.sentence, isWarning: issue.severity == .warning)
        }
        guard !issues.contains(where: { $0.severity == .error }) else { return nil }
        do {
            let program = try Compiler.compile(formula.text, schema: schema)
            return Compiled(expression: program.expression, program: program)
        } catch {
            report(formula, error.range, place: place, error.sentence)
            return nil
        }
    }

    /// Checks and compiles a decision table whose cells know their places in `file`; nil where it has faults.
    func compile(
        _ table: DecisionTable, schema: Schema, place: String, file: String = "verdict.yml"
    ) -> CompiledDecisionTable? {
        let issues = Check(schema: schema).table(table)
        for issue in issues {
            faults.append(
                RuleFault(
                    file: file, line: issue.range.line, column: issue.range.column, place: place,
                    message: issue.sentence, isWarning: issue.severity == .warning))
        }
        guard !issues.contains(where: { $0.severity == .error }) else { return nil }
        do {
            return try table.compiled(schema: schema)
        } catch {
            faults.append(
                RuleFault(
                    file: file, line: error.cell?.line ?? 0, column: error.cell?.column ?? 0, place: place,
                    message: error.description))
            return nil
        }
    }

    /// Reports a fault of a formula as a whole, or of the part of it at `range`.
    func report(
        _ formula: Formula, _ range: SourceRange? = nil, place: String, _ message: String, isWarning: Bool = false
    ) {
        let line = range?.line ?? 1
        // Lines of a block keep their indentation out of the text, so it is added to every line.
        faults.append(
            RuleFault(
                file: formula.file, line: formula.line + line - 1, column: formula.column + (range?.column ?? 1) - 1,
                place: place, message: message, isWarning: isWarning))
    }
}

extension CheckIssue {
    fileprivate var sentence: String { Sentence.of(message, piece: piece, suggestion: suggestion) }
}

extension FEELError {
    fileprivate var sentence: String { Sentence.of(message, piece: piece, suggestion: suggestion) }
}

private enum Sentence {
    static func of(_ message: String, piece: String, suggestion: String?) -> String {
        // A literal's own quotes are not said twice.
        let said = piece.replacing("\"", with: "")
        let found = said.isEmpty || message.contains(said) ? "" : "（“\(piece)”）"
        let hint = suggestion.map { message.contains("“\($0)”") ? "" : "是不是“\($0)”？" } ?? ""
        return message + found + hint
    }
}

extension HostFunction {
    /// A function that reads a cell of the year at hand by the code of its indicator: `actual("6.1.2")`.
    fileprivate static func cells(_ reading: CellReading, edition: Edition) -> HostFunction {
        let name = reading.rawValue
        return HostFunction(
            name, [Parameter("编号", .string)], summary: reading.summary
        ) { literals throws(Refusal) in
            guard case .string(let code)? = literals.first ?? nil else {
                throw Refusal("\(name) 的编号须直接写出，如 \(name)(\"6.1.2\")。")
            }
            guard let indicator = edition.indicator(IndicatorCode(code)) else {
                let nearest = NameSuggestion.nearest(to: code, among: edition.indicators.map(\.code.text))
                throw Refusal("标准里没有观测点“\(code)”。", suggestion: nearest)
            }
            let ordinal = indicator.ordinal
            return HostCall(type: indicator.valueType, reading: YearCells.self) { _, cells in
                RuleVocabulary.value(of: cells.panel.value(ordinal, cells.year, by: reading))
            }
        }
    }
}

extension Indicator {
    /// The type of the indicator's values in formulae.
    var valueType: FEELType {
        switch kind {
        case .boolean: .boolean
        case .text, .choice: .string
        case .count, .amount, .percent, .rank: .number(unit: unit.isEmpty ? nil : unit)
        }
    }
}
