import FEEL
package import Standards

extension RuleBook {
    /// What a clause asks, in Chinese, made from its formulae: its words, its conditions, the measures they rest on.
    package func description(of clause: Clause) -> String {
        guard let program = clauses.first(where: { $0.clause.code == clause.code }) else { return "" }
        var lines = ["\(clause.code) \(clause.title)"]
        let conditions: [(String, ClauseProgram.Condition?)] = [
            ("已触发", program.triggered), ("疑似", program.suspected), ("预警", program.warning),
        ]
        for case (let name, let condition?) in conditions {
            lines.append("  \(name)：\(condition.expression.described())")
        }
        lines.append("  生效：\(clause.trigger == .automatic ? "数据足够即自动触发" : "须由评审人员认定")")
        lines.append("  依据：文字\(clause.basis.title)，数值\(clause.numbers.title)。\(clause.rationale)")
        let names = Set(program.references.measures.map(\.measure))
        for entry in measures.entries where names.contains(entry.measure.name) {
            let unit = entry.measure.unit.isEmpty ? "" : "（\(entry.measure.unit)）"
            lines.append(
                "  \(entry.measure.name)\(unit)：\(entry.program.expression.described(phrases: Self.phrases))。"
                    + "出处：\(entry.measure.reference)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How the functions that read cells are put into words.
    static let phrases: [String: FunctionPhrase] = ["actual": "观测点{1}的实际数", "committed": "观测点{1}的承诺数"]
}
