/// A decision table made ready to be evaluated any number of times, from any number of threads at once.
public struct CompiledDecisionTable: Sendable {
    /// The table.
    public let table: DecisionTable
    /// What its texts may refer to.
    public let schema: Schema
    private let inputs: [Program]
    private let rules: [Rule]
    private let fallbacks: [Program?]
    /// The values of each output, best first.
    private let rankings: [[Value]]

    private struct Rule: Sendable {
        /// A test for each input; nil where anything goes.
        let tests: [Program?]
        let outputs: [Program]
    }

    /// What a table decides for some inputs.
    public struct Decision: Sendable {
        /// The value of the only output, or a context with an entry for each; a list of these where the policy says so.
        /// Null where no rule applies and no output has a fallback.
        public let value: Value
        /// The rules that apply, numbered from 1: under FIRST the first only. Empty where the fallbacks decided.
        public let rows: [Int]
        /// Why rules that apply together decide nothing, in Chinese; nil where all is well.
        public let conflict: String?
    }

    init(_ table: DecisionTable, schema: Schema, limits: Limits) throws(DecisionTableError) {
        try Self.checkForm(of: table)
        let columns = table.inputs.count
        var inputs: [Program] = []
        for (index, input) in table.inputs.enumerated() {
            inputs.append(try Self.compile(input.expression, nil, index + 1, schema, limits))
        }
        let tested = zip(table.inputs, inputs).map { input, program in
            Schema(
                inputs: schema.inputs + [Schema.Input("?", input.type == .any ? program.type : input.type)],
                functions: schema.functions, types: schema.types)
        }
        var rules: [Rule] = []
        for (row, rule) in table.rules.enumerated() {
            var tests: [Program?] = []
            for (column, cell) in rule.tests.enumerated() {
                let test = try Self.compile(test: cell, row + 1, column + 1, tested[column], limits)
                if case .anything = test.expression.kind { tests.append(nil) } else { tests.append(test) }
            }
            var outputs: [Program] = []
            for (column, cell) in rule.outputs.enumerated() {
                outputs.append(try Self.compile(cell, row + 1, columns + column + 1, schema, limits))
            }
            rules.append(Rule(tests: tests, outputs: outputs))
        }
        var fallbacks: [Program?] = []
        var rankings: [[Value]] = []
        for (index, output) in table.outputs.enumerated() {
            var fallback: Program?
            if let cell = output.fallback {
                fallback = try Self.compile(cell, nil, columns + index + 1, schema, limits)
            }
            fallbacks.append(fallback)
            var ranking: [Value] = []
            for cell in output.values {
                ranking.append(try Self.compile(cell, nil, columns + index + 1, schema, limits).evaluate())
            }
            rankings.append(ranking)
        }
        self.table = table
        self.schema = schema
        self.inputs = inputs
        self.rules = rules
        self.fallbacks = fallbacks
        self.rankings = rankings
    }
}

extension DecisionTable {
    /// This table made ready to be evaluated.
    /// - Throws: ``DecisionTableError`` with the cell that is wrong.
    public func compiled(
        schema: Schema = Schema(), limits: Limits = Limits()
    ) throws(DecisionTableError) -> CompiledDecisionTable {
        try CompiledDecisionTable(self, schema: schema, limits: limits)
    }
}

// MARK: - Compilation

extension CompiledDecisionTable {
    private static func checkForm(of table: DecisionTable) throws(DecisionTableError) {
        guard !table.outputs.isEmpty else { throw DecisionTableError("决策表没有结论栏。") }
        switch table.hitPolicy {
        case .collect(let aggregator?) where table.outputs.count > 1 && aggregator != .count:
            throw DecisionTableError("只有一个结论栏的决策表才能用 COLLECT \(aggregator.rawValue)。")
        case .priority, .outputOrder:
            guard table.outputs.contains(where: { !$0.values.isEmpty }) else {
                throw DecisionTableError("按结论排序的决策表应写明结论可取的值，由先到后。")
            }
        default: break
        }
        for (row, rule) in table.rules.enumerated() {
            guard rule.tests.count == table.inputs.count, rule.outputs.count == table.outputs.count else {
                throw DecisionTableError(
                    "应有 \(table.inputs.count) 个条件和 \(table.outputs.count) 个结论，"
                        + "实有 \(rule.tests.count) 个和 \(rule.outputs.count) 个。",
                    row: row + 1, cell: rule.tests.first ?? rule.outputs.first)
            }
        }
    }

    private static func compile(
        _ cell: DecisionTable.Cell, _ row: Int?, _ column: Int, _ schema: Schema, _ limits: Limits
    ) throws(DecisionTableError) -> Program {
        do throws(FEELError) {
            return try Compiler.compile(cell.source, schema: schema, limits: limits)
        } catch {
            throw DecisionTableError(error.message, row: row, column: column, cell: cell, cause: error)
        }
    }

    private static func compile(
        test cell: DecisionTable.Cell, _ row: Int, _ column: Int, _ schema: Schema, _ limits: Limits
    ) throws(DecisionTableError) -> Program {
        do throws(FEELError) {
            return try Compiler.compile(unaryTests: cell.source, schema: schema, limits: limits)
        } catch {
            throw DecisionTableError(error.message, row: row, column: column, cell: cell, cause: error)
        }
    }
}

// MARK: - Evaluation

extension CompiledDecisionTable {
    /// What the table decides.
    ///
    /// Nothing is thrown: what has no value is null, and a rule applies where each of its tests is true.
    /// - Parameters:
    ///   - inputs: a value for each of the schema's inputs, in its order; those that are missing are null.
    ///   - host: what host functions read.
    ///   - now: what `now()` and `today()` give; the machine's clock where nil.
    public func evaluate(_ inputs: [Value] = [], host: AnyObject? = nil, now: DateAndTime? = nil) -> Decision {
        var known = inputs.prefix(schema.inputs.count)
        known += Array(repeating: .null, count: schema.inputs.count - known.count)
        let given = Array(known)
        let tested = zip(table.inputs, self.inputs).map { input, program in
            given + [program.evaluate(given, host: host, now: now).converted(to: input.type)]
        }
        var matches: [Int] = []
        for (index, rule) in rules.enumerated() {
            let applies = zip(rule.tests, tested).allSatisfy { test, values in
                test.map { $0.truth(values, host: host, now: now) == true } ?? true
            }
            guard applies else { continue }
            matches.append(index)
            if table.hitPolicy == .first { break }
        }
        let outputs = matches.map { match in
            zip(rules[match].outputs, table.outputs).map { program, output in
                program.evaluate(given, host: host, now: now).converted(to: output.type)
            }
        }
        guard !matches.isEmpty else {
            let values = zip(fallbacks, table.outputs).map { fallback, output in
                fallback.map { $0.evaluate(given, host: host, now: now).converted(to: output.type) } ?? .null
            }
            let value = fallbacks.allSatisfy { $0 == nil } ? .null : result(values)
            return Decision(value: value, rows: [], conflict: nil)
        }
        return decide(outputs, rows: matches.map { $0 + 1 })
    }

    private func decide(_ outputs: [[Value]], rows: [Int]) -> Decision {
        let results = outputs.map(result)
        var conflict: String?
        let value: Value
        switch table.hitPolicy {
        case .unique where rows.count > 1:
            conflict = "规则 \(Self.listed(rows)) 同时适用，而只应有一条。"
            value = .null
        case .any where !results.allSatisfy({ $0 == results[0] }):
            conflict = "规则 \(Self.listed(rows)) 同时适用而结论不同。"
            value = .null
        case .unique, .first, .any: value = results[0]
        case .priority: value = ranked(outputs).first.map(result) ?? .null
        case .collect(nil), .ruleOrder: value = .list(results)
        case .outputOrder: value = .list(ranked(outputs).map(result))
        case .collect(let aggregator?): value = Self.put(together: results, aggregator)
        }
        return Decision(value: value, rows: rows, conflict: conflict)
    }

    /// The value of one rule: that of its only output, or a context of them all.
    private func result(_ values: [Value]) -> Value {
        guard values.count > 1 else { return values.first ?? .null }
        return .context(Context(zip(table.outputs, values).map { (name: $0.name, value: $1) }))
    }

    /// The outputs of rules by the order of each output's values, the first output deciding first; equals stay in
    /// the order of the table, and values that are not listed come last.
    private func ranked(_ outputs: [[Value]]) -> [[Value]] {
        let keyed = outputs.enumerated().map { index, values in
            let ranks = zip(rankings, values).map { ranking, value in
                ranking.firstIndex { $0 == value } ?? ranking.count
            }
            return (ranks: ranks + [index], values: values)
        }
        return keyed.sorted { $0.ranks.lexicographicallyPrecedes($1.ranks) }.map(\.values)
    }

    private static func put(together results: [Value], _ aggregator: DecisionTable.Aggregator) -> Value {
        if aggregator == .count { return .number(Decimal128(results.count)) }
        var total = results[0]
        for result in results.dropFirst() {
            switch aggregator {
            case .sum:
                guard let sum = total.number, let number = result.number else { return .null }
                total = .finite(sum + number)
            case .min, .max:
                guard let order = result.compared(to: total) else { return .null }
                if aggregator == .min ? order < 0 : order > 0 { total = result }
            case .count: break
            }
        }
        return aggregator == .sum && total.number == nil ? .null : total
    }

    private static func listed(_ rows: [Int]) -> String { rows.map(String.init).joined(separator: "、") }
}
