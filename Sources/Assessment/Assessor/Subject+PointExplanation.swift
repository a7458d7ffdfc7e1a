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
        var inputs = AcceptanceInputs(parameters: parameters)
        let figure = judge(ordinal, &inputs)
        var children = figure.requirements.map { requirement in
            Explanation(
                .condition, "要求\(requirement.text.text(inputs.values))",
                detail: requirement.rule.condition.text,
                children: [
                    Explanation(.note, "依据：\(requirement.rule.basis.title)", detail: requirement.rule.reference)
                ])
        }
        children += [figure.actual, figure.committed].compactMap(\.self).map(Self.leaf)
        return Explanation(
            .measure, "\(figure.indicator.code) \(figure.indicator.title)：\(figure.outcome.title)", children: children)
    }
}
