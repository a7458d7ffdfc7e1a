import FEEL
import History
import Standards

/// The measures of a standard, compiled, in an order in which each comes after those it uses.
struct MeasureBook: Sendable {
    struct Entry: Sendable {
        let measure: Measure
        let program: Program
        let references: MeasureReferences
        let outline: Outline
    }

    /// The entries of a year's context: 年份, then the measures as the standard lists them.
    let type: ContextType
    /// In the order of the standard.
    let entries: [Entry]
    /// Positions in ``entries``, each after those it uses.
    private let order: [Int]
    private let parameterCount: Int

    init(edition: Edition, compiler: FormulaCompiler) {
        let measures = edition.measures
        let names = Set(measures.map(\.name))
        var contextEntries: [(name: String, type: FEELType)] = [(RuleVocabulary.contextYear, .number(unit: "年"))]
        var inputs: [(name: String, type: FEELType)] = [
            (RuleVocabulary.contextYear, .number(unit: "年")),
            (RuleVocabulary.policies, .list(.context(RuleVocabulary.policyType))),
            (RuleVocabulary.unregisteredPolicies, .boolean),
        ]
        inputs += compiler.parameterInputs
        let types = measures.map { FEELType.number(unit: $0.unit.isEmpty ? nil : $0.unit) }
        for (measure, type) in zip(measures, types) {
            // A measure without a unit may be a truth value; nothing is claimed of it.
            contextEntries.append((measure.name, measure.unit.isEmpty ? .any : type))
            inputs.append((measure.name, measure.unit.isEmpty ? .any : type))
        }
        type = ContextType(contextEntries)
        parameterCount = edition.parameters.count

        let schema = compiler.schema(inputs: inputs, readsCells: true)
        let outliner = Outliner(.measure, schema: schema, edition: edition)
        entries = measures.compactMap { measure in
            compiler.compile(measure.value, schema: schema, place: "度量“\(measure.name)”").map {
                Entry(
                    measure: measure, program: $0.program,
                    references: MeasureReferences($0.expression, measureNames: names),
                    outline: outliner.outline($0.program))
            }
        }
        order = Self.sorted(entries)
    }

    /// The measures of one year as the context that rules know the year by. `parameters` are their values in that year;
    /// those of `raised` are greater by so much.
    func context(
        panel: Panel, year: ReportingYear, policies: Value, unregisteredPolicies: Value, parameters: [Value],
        raised: [String: Decimal128] = [:]
    ) -> Context {
        let cells = YearCells(panel: panel, year: year)
        let firstMeasure = 3 + parameterCount
        var inputs = inputs(
            year: year, policies: policies, unregisteredPolicies: unregisteredPolicies, parameters: parameters)
        for position in order {
            inputs[firstMeasure + position] = entries[position].program.evaluate(inputs, host: cells)
        }
        if !raised.isEmpty { raise(by: raised, &inputs, firstMeasure, cells) }
        return Context(
            shape: type.shape, values: [inputs[0]] + inputs[firstMeasure...], label: "\(year)年")
    }

    /// Makes measures greater, and those that use them what they then are.
    private func raise(
        by raised: [String: Decimal128], _ inputs: inout [Value], _ firstMeasure: Int, _ cells: YearCells
    ) {
        for position in order {
            let entry = entries[position]
            guard let more = raised[entry.measure.name] else {
                inputs[firstMeasure + position] = entry.program.evaluate(inputs, host: cells)
                continue
            }
            if case .number(let number) = inputs[firstMeasure + position] {
                inputs[firstMeasure + position] = .number(number + more)
            }
        }
    }

    /// What measures of a year are evaluated over, other measures not yet known.
    func inputs(year: ReportingYear, policies: Value, unregisteredPolicies: Value, parameters: [Value]) -> [Value] {
        [.number(Decimal128(year.value)), policies, unregisteredPolicies] + parameters
            + Array(repeating: .null, count: entries.count)
    }

    func entry(named name: String) -> Entry? {
        entries.first { $0.measure.name == name }
    }

    /// Every cell that a measure rests on, by way of other measures too, in the order of the texts.
    func cells(of name: String) -> [MeasureReferences.CellUse] {
        guard let entry = entry(named: name) else { return [] }
        var cells: [MeasureReferences.CellUse] = []
        for cell in entry.references.measures.flatMap({ self.cells(of: $0) }) + entry.references.cells
        where !cells.contains(cell) {
            cells.append(cell)
        }
        return cells
    }

    /// The registers that a measure rests on, by way of other measures too.
    func registers(of name: String) -> Set<RegisterKind> {
        guard let entry = entry(named: name) else { return [] }
        return entry.references.measures.reduce(entry.references.registers) { $0.union(registers(of: $1)) }
    }

    /// Depth-first: a measure comes after those it uses. The loader refuses circles; one that came another way would
    /// leave its measures unknown, not the program hanging.
    private static func sorted(_ entries: [Entry]) -> [Int] {
        let positions = Dictionary(
            zip(entries.map(\.measure.name), entries.indices), uniquingKeysWith: { first, _ in first })
        var sorted: [Int] = []
        var visited: Set<Int> = []
        func visit(_ position: Int) {
            guard visited.insert(position).inserted else { return }
            for name in entries[position].references.measures {
                if let next = positions[name] { visit(next) }
            }
            sorted.append(position)
        }
        for position in entries.indices { visit(position) }
        return sorted
    }
}

/// What the cells of one year say: the environment that `actual("6.1.2")` reads from.
final class YearCells: Sendable {
    let panel: Panel
    let year: ReportingYear

    init(panel: Panel, year: ReportingYear) {
        self.panel = panel
        self.year = year
    }
}
