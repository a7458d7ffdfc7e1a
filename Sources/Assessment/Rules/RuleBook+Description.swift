import FEEL
package import Standards

extension RuleBook {
    /// What a clause asks, in Chinese, made from its formulae: its words, its conditions, the measures they rest on.
    package func description(of clause: Clause) -> String {
        guard let program = clauses.first(where: { $0.clause.code == clause.code }) else { return "" }
        var lines = ["\(clause.code) \(clause.title)"]
        let conditions: [(String, ClauseProgram.Condition?)] = [
            ("适用", program.applies), ("已触发", program.triggered), ("疑似", program.suspected), ("预警", program.warning),
        ]
        for case (let name, let condition?) in conditions {
            lines.append("  \(name)：\(Self.words(condition.expression))")
        }
        lines.append("  认定：\(clause.trigger == .automatic ? "数据足够即自动触发" : "须由评审人员认定方可触发")")
        lines.append("  依据：条款文字为\(clause.basis.title)，判定口径为\(clause.numbers.title)。\(clause.rationale)")
        let names = Set(program.references.measures.map(\.measure))
        for entry in measures.entries where names.contains(entry.measure.name) {
            let unit = entry.measure.unit.isEmpty ? "" : "（\(entry.measure.unit)）"
            lines.append(
                "  \(entry.measure.name)\(unit)：\(Self.words(entry.program.expression))。"
                    + "出处：\(entry.measure.reference)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A formula as a sentence of an official document.
    static func words(_ expression: Expression) -> String {
        turns.reduce(expression.described(phrases: phrases)) { $0.replacing($1.0, with: $1.1) }
    }

    /// What the language's own words become.
    private static let turns: [(String, String)] = [
        ("\(RuleVocabulary.unregisteredIncidents)为“是”", "登记表未覆盖的期间另有此类事件"),
        ("\(RuleVocabulary.unregisteredPolicies)为“是”", "登记表未覆盖的期间另有此类文件"),
        ("\(RuleVocabulary.bothYearsCount)为“是”", "本年和上年均计入"),
        ("\(RuleVocabulary.signals)中", "数据疑点中"), ("否则为若", "否则若"), ("则为空值", "则不予计算"), ("否则为空值", "否则不予计算"),
        ("没有数据", "未填写"),
        ("有数据", "已填写"),
    ]

    /// How the functions that read cells are put into words.
    static let phrases: [String: FunctionPhrase] = [
        "actual": "观测点{1}的实际数", "committed": "观测点{1}的承诺数", "plan": "观测点{1}第一次上报的计划数",
    ]
}
