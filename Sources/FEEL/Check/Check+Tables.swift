// Decision tables: every cell, then what the rules leave open, say twice, or can never say.

extension Check {
    /// What is wrong with a decision table, cells first; places are those in the file the table comes from.
    public func table(_ table: DecisionTable) -> [CheckIssue] {
        let cells = cellIssues(table)
        let tests = table.rules.map { rule in
            rule.tests.map { try? Parser.unaryTests($0.source, names: schema.knownNames) }
        }
        guard table.rules.allSatisfy({ $0.tests.count == table.inputs.count }) else { return cells }
        let columns = table.inputs.indices.map { column in
            Column(tests.map { $0[column] }, type: inputType(table.inputs[column]))
        }
        let rules = RuleCheck(table: table, columns: columns)
        return cells + rules.unreachable() + rules.overlapping() + rules.missing()
    }

    /// The type an input is declared with, or the one its expression has.
    private func inputType(_ input: DecisionTable.Input) -> FEELType {
        input.type == .any ? type(of: input.expression.source) : input.type
    }

    private func cellIssues(_ table: DecisionTable) -> [CheckIssue] {
        var issues: [CheckIssue] = []
        let types = table.inputs.map(inputType)
        for (index, input) in table.inputs.enumerated() {
            issues += expression(input.expression.source, wanted: input.type)
                .map { $0.placed(in: input.expression, row: nil, column: index + 1) }
        }
        for (index, output) in table.outputs.enumerated() {
            for cell in output.values + [output.fallback].compactMap({ $0 }) {
                issues += expression(cell.source, wanted: output.type)
                    .map { $0.placed(in: cell, row: nil, column: table.inputs.count + index + 1) }
            }
        }
        for (row, rule) in table.rules.enumerated() {
            if rule.tests.count != table.inputs.count || rule.outputs.count != table.outputs.count {
                let cell = rule.tests.first ?? rule.outputs.first ?? ""
                let range = SourceRange(start: 0, end: 0, line: cell.line, column: cell.column)
                issues.append(
                    CheckIssue(
                        .error, .wrongArguments,
                        "应有 \(table.inputs.count) 个条件和 \(table.outputs.count) 个结论，"
                            + "实有 \(rule.tests.count) 个和 \(rule.outputs.count) 个。",
                        at: range, row: row + 1))
            }
            for (column, cell) in rule.tests.enumerated() {
                let type = column < types.count ? types[column] : .any
                issues += unaryTests(cell.source, of: type).map {
                    $0.placed(in: cell, row: row + 1, column: column + 1)
                }
            }
            for (column, cell) in rule.outputs.enumerated() {
                let type = column < table.outputs.count ? table.outputs[column].type : .any
                issues += expression(cell.source, wanted: type)
                    .map { $0.placed(in: cell, row: row + 1, column: table.inputs.count + column + 1) }
            }
        }
        return issues
    }
}

extension CheckIssue {
    /// This issue of a cell's text as one of the table, its place that in the file.
    fileprivate func placed(in cell: DecisionTable.Cell, row: Int?, column: Int) -> CheckIssue {
        guard cell.line > 0 else {
            return CheckIssue(
                severity, code, message, at: range, piece: piece, suggestion: suggestion, row: row, column: column)
        }
        let isFirstLine = range.line == 1
        let place = SourceRange(
            start: range.start, end: range.end, line: cell.line + range.line - 1,
            column: isFirstLine ? cell.column + range.column - 1 : range.column)
        return CheckIssue(
            severity, code, message, at: place, piece: piece, suggestion: suggestion, row: row, column: column)
    }
}
