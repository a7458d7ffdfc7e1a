import Standards

extension Subject {
    /// Why an observation point is accepted or not: what is asked and on whose word, what was reported and where.
    func explanation(_ point: ObservationPoint) -> Explanation {
        let check = check(point)
        return Explanation(
            .outcome, "\(point.code) \(point.title)：\(check.outcome.title)", detail: check.text,
            children: point.indicators.map(explanation))
    }

    private func explanation(_ ordinal: Int) -> Explanation {
        let indicator = rules.standard.indicators[ordinal]
        let committed = panel.value(ordinal, year, .committed)
        let judgement = rules.acceptance.judge(
            ordinal, actual: panel.value(ordinal, year), committed: committed, parameters: parameters)
        var children = judgement.requirements.map { requirement in
            Explanation(
                .condition, "要求\(requirement.text.text(judgement.inputs))",
                detail: requirement.rule.condition.text,
                children: [
                    Explanation(.note, "依据：\(requirement.rule.basis.title)", detail: requirement.rule.reference)
                ])
        }
        children.append(Self.leaf(evidence(ordinal, year, .actual)))
        if committed.status == .reported { children.append(Self.leaf(evidence(ordinal, year, .committed))) }
        return Explanation(
            .measure, "\(indicator.code) \(indicator.title)：\(judgement.outcome.title)", children: children)
    }
}
