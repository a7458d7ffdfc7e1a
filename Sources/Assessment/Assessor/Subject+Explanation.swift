import FEEL
import Standards

extension Subject {
    /// Why a clause came out as it did: its words, its conditions with every value substituted, what is missing, and
    /// what would change the outcome.
    func explanation(_ program: ClauseProgram) -> Explanation {
        let check = check(program)
        let clause = program.clause
        let values = inputs.with(
            determinations: national.determinations(of: consortium, clause: clause.code, year: year))
        var children = [words(of: clause)]
        let conditions: [(ClauseProgram.Condition?, ClauseOutcome)] = [
            (program.triggered, .triggered), (program.suspected, .suspected), (program.warning, .warning),
        ]
        for case (let condition?, let outcome) in conditions {
            children.append(explanation(condition, of: outcome, values))
        }
        children += years(program)
        children += entries(program)
        if !check.wouldDecide.isEmpty {
            children.append(
                Explanation(
                    .missing, "缺少以下数据，补齐后才能判断", children: check.wouldDecide.map(Self.leaf)))
        }
        for determination in [check.decidedBy, check.waivedBy].compactMap(\.self) {
            children.append(
                Explanation(
                    .determination, "认定：\(Self.sentence(determination))", source: determination.source))
        }
        children += changes(check)
        return Explanation(
            .outcome, "\(clause.code) \(clause.title)：\(check.outcome.title)", detail: check.text,
            children: children)
    }

    private func words(of clause: Clause) -> Explanation {
        let document = rules.edition.document(clause.document)
        let cited = [document.map { "《\($0.title)》" }, document?.number, document?.date].compactMap(\.self)
        return Explanation(
            .clause, "条款原文：\(clause.title)", detail: cited.joined(separator: " "),
            children: [
                Explanation(.note, "文字依据：\(clause.basis.title)；数值依据：\(clause.numbers.title)", detail: clause.rationale)
            ])
    }

    private func explanation(
        _ condition: ClauseProgram.Condition, of outcome: ClauseOutcome, _ values: [Value]
    ) -> Explanation {
        let holds =
            switch condition.program.evaluate(values).boolean {
            case true?: "成立"
            case false?: "不成立"
            case nil: "不能判断"
            }
        return Explanation(
            .condition, "\(outcome.title)的条件\(holds)：\(condition.expression.described())",
            detail: condition.formula.text)
    }

    // MARK: - Years, measures, cells

    /// The measures that the clause looks at, year by year, each down to its cells.
    private func years(_ program: ClauseProgram) -> [Explanation] {
        var uses: [ReportingYear: Set<String>] = [:]
        for use in program.references.measures where rules.measures.entry(named: use.measure) != nil {
            for year in years(of: use.window) { uses[year, default: []].insert(use.measure) }
        }
        let order = rules.measures.entries.map(\.measure.name)
        return uses.sorted { $0.key < $1.key }.map { year, names in
            Explanation(
                .year, "\(year)年", children: order.filter(names.contains).map { measure($0, year) })
        }
    }

    private func measure(_ name: String, _ year: ReportingYear) -> Explanation {
        guard let entry = rules.measures.entry(named: name) else { return Explanation(.measure, name) }
        let value = contexts[year]?[name] ?? .null
        let cells = entry.references.cells.compactMap { use in
            rules.edition.indicator(use.code).map { Self.leaf(evidence($0.ordinal, year, use.basis)) }
        }
        return Explanation(
            .measure, "\(name) = \(Self.text(of: value))\(value.isNull ? "" : entry.measure.unit)",
            detail: entry.measure.value.text,
            children: entry.references.measures.map { measure($0, year) } + cells)
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .null: "不知道"
        case .boolean(let truth): truth ? "是" : "否"
        default: value.description
        }
    }

    /// A fact as a leaf of the tree.
    static func leaf(_ evidence: Evidence) -> Explanation {
        switch evidence.subject {
        case .cell(let indicator, let year, let basis):
            let what = "\(indicator.code) \(indicator.title)（\(year)年\(basis == .committed ? "承诺" : "")）"
            let value =
                switch evidence.status {
                case .reported: "\(evidence.value ?? "")\(indicator.unit)"
                case .missing: "未填报"
                case .notApplicable: "不适用"
                case .rejected: "“\(evidence.value ?? "")”无法识别"
                }
            return Explanation(
                evidence.status == .reported ? .cell : .missing, "\(what)：\(value)", source: evidence.source)
        case .entry(let register, let id, _):
            return Explanation(
                .cell, "\(register.title) \(id)：\(evidence.value ?? "")", source: evidence.source)
        case .register(let register):
            return Explanation(.missing, "\(register.title)从未收集")
        }
    }

    private func entries(_ program: ClauseProgram) -> [Explanation] {
        var nodes: [Explanation] = []
        func node(_ register: RegisterKind, _ entries: [Evidence]?) {
            guard program.registers.contains(register) else { return }
            guard let entries else {
                nodes.append(Explanation(.missing, "\(register.title)从未收集"))
                return
            }
            let title = "\(register.title)：与本联合体有关的 \(entries.count) 条"
            nodes.append(Explanation(.note, title, children: entries.map(Self.leaf)))
        }
        node(.policies, policies?.map(Self.evidence))
        node(.incidents, incidents?.map(Self.evidence))
        if program.references.usesSignals, !signals.isEmpty {
            nodes.append(
                Explanation(
                    .note, "数据可信度信号 \(signals.count) 条",
                    children: signals.map { signal in
                        Explanation(
                            .note, "\(signal.kind.title)（\(signal.grade.title)）：\(signal.text)",
                            children: signal.because.map(Self.leaf))
                    }))
        }
        return nodes
    }

    // MARK: - What would change the outcome

    private func changes(_ check: ClauseCheck) -> [Explanation] {
        var changes: [Explanation] = []
        if let remedy = check.remedy { changes.append(Explanation(.remedy, remedy.text)) }
        switch check.outcome {
        case .suspected:
            changes.append(Explanation(.remedy, "须由评审人员认定：认定成立则已触发，认定不成立则未触发"))
        case .triggered where check.waivedBy == nil && check.clause.trigger == .automatic:
            changes.append(Explanation(.remedy, "更正后的数据不再满足条件，或获豁免，结论才会改变"))
        case .triggered where check.waivedBy == nil:
            changes.append(Explanation(.remedy, "另有较晚的认定，或获豁免，结论才会改变"))
        case .undetermined:
            changes.append(Explanation(.remedy, "补报上列缺少的数据后重新判断"))
        case .triggered, .warning, .clear: break
        }
        return changes
    }
}

extension Assessor {
    /// Why each clause came out as it did, by consortium: the explanations in the order of the standard's clauses.
    package func explanations(_ input: AssessmentInput) -> [String: [Explanation]] {
        let population = Population(input, assessor: self)
        let explanations = population.map { subject in rules.clauses.map(subject.explanation) }
        return Dictionary(zip(population.consortia.map(\.id), explanations), uniquingKeysWith: { first, _ in first })
    }

    /// Why one clause, or one observation point, came out as it did for one consortium; nil where the input has no
    /// such consortium or the standard no such code.
    package func explanation(of code: String, for consortium: String, _ input: AssessmentInput) -> Explanation? {
        guard let subject = Population(input, assessor: self).subject(of: consortium) else { return nil }
        if let program = rules.clauses.first(where: { $0.clause.code == code }) { return subject.explanation(program) }
        return rules.edition.points.first { $0.code == code }.map(subject.explanation)
    }
}
