import FEEL
import Standards

extension Subject {
    /// Why a clause came out as it did: its words, its conditions with what each came to, every value that they saw, what
    /// is missing, and what would change the outcome. All of it is what the ruling went through.
    func explanation(
        _ program: ClauseProgram, _ ruling: Ruling, _ check: ClauseCheck, _ uses: [MeasureYear]
    ) -> Explanation {
        let clause = program.clause
        var children = [words(of: clause)]
        if let applies = program.applies {
            let answer = ruling.applies == .fails ? "不具备" : "具备"
            children.append(
                Explanation(
                    .condition, "适用条件\(answer)：\(RuleBook.words(applies.expression))", detail: applies.formula.text))
        }
        if ruling.outcome != .notApplicable {
            children += program.conditions.map { condition, outcome in
                Explanation(
                    .condition,
                    "\(outcome.title)的条件\(ruling.answer(to: outcome).title)：\(RuleBook.words(condition.expression))",
                    detail: condition.formula.text)
            }
            children += years(uses)
            children += entries(program)
        }
        if !check.wouldDecide.isEmpty {
            children.append(
                Explanation(.missing, check.lackTitle, children: check.wouldDecide.map(\.leaf)))
        }
        for determination in [check.decidedBy, check.waivedBy].compactMap(\.self) {
            children.append(
                Explanation(.determination, "认定：\(determination.sentence)", source: determination.source))
        }
        children += changes(check)
        return Explanation(
            .outcome, "\(clause.code) \(clause.title)：\(check.outcome.title)", detail: check.text,
            children: children)
    }

    private func words(of clause: Clause) -> Explanation {
        let document = rules.edition.document(clause.document)
        let cited = [document.map { "《\($0.title)》" }, document?.number, document?.date.map(CalendarDate.inChinese)]
            .compactMap(\.self)
        return Explanation(
            .clause, "条款原文：\(clause.title)", detail: cited.joined(separator: " "),
            children: [
                Explanation(
                    .note, "条款文字：\(clause.basis.title)；判定口径：\(clause.numbers.title)", detail: clause.rationale)
            ])
    }

    // MARK: - Years, measures, cells

    /// The measures that the clause looks at, year by year, each down to its cells.
    private func years(_ uses: [MeasureYear]) -> [Explanation] {
        let order = rules.measures.entries.map(\.measure.name)
        return Dictionary(grouping: uses, by: \.year).sorted { $0.key < $1.key }.map { year, uses in
            let names = Set(uses.map(\.measure))
            return Explanation(
                .year, "\(year)年", children: order.filter(names.contains).map { explanation($0, year) })
        }
    }

    private func explanation(_ name: String, _ year: ReportingYear) -> Explanation {
        guard let entry = rules.measures.entry(named: name) else { return Explanation(.measure, name) }
        let value = measure(name, year) ?? .null
        let cells = entry.references.cells.compactMap { use in
            rules.edition.indicator(use.code).map { evidence($0.ordinal, year, use.reading).leaf }
        }
        return Explanation(
            .measure, value.isNull ? "\(name)：数据不足" : "\(name) = \(Self.text(of: value))\(entry.measure.unit)",
            detail: entry.measure.value.text,
            children: entry.references.measures.map { explanation($0, year) } + cells)
    }

    private static func text(of value: Value) -> String {
        if case .boolean(let truth) = value { return truth ? "是" : "否" }
        return value.description
    }

    private func entries(_ program: ClauseProgram) -> [Explanation] {
        var nodes: [Explanation] = []
        func node(_ register: RegisterKind, _ entries: [Evidence]) {
            guard program.registers.contains(register) else { return }
            nodes.append(
                Explanation(
                    .note,
                    "\(register.title)：\(entries.isEmpty ? "没有与本联合体有关的条目" : "与本联合体有关的\(entries.count)条")",
                    children: entries.map(\.leaf)))
            if register != .transitions, !national.covers(register, year, consortium) {
                nodes.append(Explanation(.missing, "\(register.title)：主管部门尚未报送覆盖\(year)年全年的登记表"))
            }
        }
        if program.registers.contains(.workplans) { nodes += planExplanations(for: year) }
        node(.transitions, tenure.transitions.filter { $0.on.year <= year.value }.map(Self.evidence))
        node(.policies, policies.map(Self.evidence))
        node(.incidents, incidents.map(Self.evidence))
        let signals = signals.filter { $0.year <= year }
        if program.references.usesSignals, !signals.isEmpty {
            nodes.append(
                Explanation(
                    .note, "数据疑点\(signals.count)项",
                    children: signals.map { signal in
                        Explanation(
                            .note, "\(signal.title)（\(signal.id)）：\(signal.text)",
                            children: Self.leaves(of: signal.because))
                    }))
        }
        return nodes
    }

    /// Of many cells the first, and how many more there are.
    private static func leaves(of evidence: [Evidence]) -> [Explanation] {
        let leaves = evidence.prefix(leavesShown).map(\.leaf)
        guard evidence.count > leavesShown else { return leaves }
        return leaves + [
            Explanation(.note, "另有 \(evidence.count - leavesShown) 项，见 assess --format ndjson 的 because")
        ]
    }

    private static let leavesShown = 48

    // MARK: - What would change the outcome

    private func changes(_ check: ClauseCheck) -> [Explanation] {
        let measures = [check.remedy?.sentence, check.protection?.text].compactMap(\.self)
        let remedy = measures.isEmpty ? nil : "整改措施：" + measures.joined(separator: "；")
        return [remedy, check.conditionOfChange].compactMap(\.self).map { Explanation(.remedy, $0) }
    }
}

extension Ruling.Answer {
    fileprivate var title: String {
        switch self {
        case .holds: "成立"
        case .fails: "不成立"
        case .unknown: "不能判断"
        case .unasked: "不再判断"
        }
    }
}

extension Evidence {
    /// The fact as a leaf of the tree.
    var leaf: Explanation {
        Explanation(status == .reported ? .cell : .missing, sentence, source: source)
    }
}
