/// The rules of one table as sets of inputs.
struct RuleCheck {
    let table: DecisionTable
    let columns: [Column]
    /// The inputs each rule applies to; nil of a rule with a cell that cannot be decided without data.
    private let boxes: [Box?]
    /// Cuts tried before a question is left open; tables people write need some hundreds.
    private static let budget = 20_000

    init(table: DecisionTable, columns: [Column]) {
        self.table = table
        self.columns = columns
        boxes = table.rules.indices.map { row in
            let sides = columns.compactMap { $0.cells[row] }
            return sides.count == columns.count ? Box(sides: sides) : nil
        }
    }

    /// Rules whose tests contradict themselves, and under FIRST those whose inputs earlier rules have taken.
    func unreachable() -> [CheckIssue] {
        table.rules.indices.compactMap { row in
            let sides = columns.map { $0.cells[row] ?? Set($0.atoms.indices) }
            let box = Box(sides: sides)
            if box.isEmpty { return issue(.error, .unreachableRule, "条件自相矛盾，这条规则永远不会适用。", row: row) }
            guard table.hitPolicy == .first, row > 0 else { return nil }
            let earlier = boxes[..<row].compactMap { $0 }
            var budget = Self.budget
            guard box.remainder(without: earlier[...], budget: &budget) == nil, budget > 0 else { return nil }
            return issue(.error, .unreachableRule, "前面的规则已经涵盖它的全部情形，这条规则永远不会适用。", row: row)
        }
    }

    /// Under UNIQUE two rules for the same inputs, under ANY two such rules that decide differently.
    func overlapping() -> [CheckIssue] {
        guard table.hitPolicy == .unique || table.hitPolicy == .any else { return [] }
        return table.rules.indices.compactMap { row in
            guard let box = boxes[row] else { return nil }
            for earlier in 0..<row {
                guard let common = boxes[earlier]?.intersection(box), !common.isEmpty else { continue }
                let sameOutputs = table.rules[earlier].outputs.map(\.source) == table.rules[row].outputs.map(\.source)
                if table.hitPolicy == .any, sameOutputs { continue }
                let message = "与规则 \(earlier + 1) 同时适用于：\(description(of: common))。"
                return issue(.error, .overlappingRules, message, row: row)
            }
            return nil
        }
    }

    /// Inputs that no rule applies to, where every cell can be decided and no output has a fallback.
    func missing() -> [CheckIssue] {
        let decided = boxes.compactMap { $0 }
        guard decided.count == boxes.count, !columns.isEmpty, !table.outputs.contains(where: { $0.fallback != nil })
        else { return [] }
        var budget = Self.budget
        let everything = Box(sides: columns.map(\.values))
        guard let open = everything.remainder(without: decided[...], budget: &budget) else { return [] }
        return [issue(.warning, .missingRule, "没有规则适用于：\(description(of: open))。", row: nil)]
    }

    private func issue(
        _ severity: CheckIssue.Severity, _ code: CheckIssue.Code, _ message: String, row: Int?
    ) -> CheckIssue {
        let cell = row.flatMap { table.rules[$0].tests.first } ?? table.inputs.first?.expression ?? ""
        let range = SourceRange(start: 0, end: 0, line: cell.line, column: cell.column)
        return CheckIssue(severity, code, message, at: range, row: row.map { $0 + 1 })
    }

    /// One example of the inputs in a box; columns in which anything goes are left out.
    private func description(of box: Box) -> String {
        let sides = zip(table.inputs, zip(columns, box.sides)).compactMap { input, side -> String? in
            let (column, atoms) = side
            guard !atoms.isSuperset(of: column.values), let atom = atoms.min() else { return nil }
            return input.label + column.atoms[atom]
        }
        return sides.isEmpty ? "任何情形" : sides.joined(separator: "，")
    }
}
