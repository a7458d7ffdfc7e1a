import FEEL
import Standards

extension Subject {
    /// The outcome of one observation point: that of its figures taken together.
    func check(_ point: ObservationPoint) -> AcceptanceCheck {
        let figures = point.indicators.map { judge($0) }
        let outcome = AcceptanceOutcome.together(figures.map(\.outcome))
        let standard = rules.standard
        let sentences = zip(point.indicators, figures).map { ordinal, figure in
            let component = standard.indicators[ordinal].code.component.map { "\($0)：" } ?? ""
            return component + figure.text
        }
        return AcceptanceCheck(
            point: point, outcome: outcome,
            basis: figures.contains { $0.basis == .clause } ? .clause : .convention,
            text: sentences.joined(separator: "；"),
            because: figures.flatMap(\.because),
            wouldDecide: outcome == .undetermined ? figures.flatMap(\.because).filter { $0.status != .reported } : [])
    }

    private struct Figure {
        let outcome: AcceptanceOutcome
        let basis: RuleBasis
        let text: String
        let because: [Evidence]
    }

    private func judge(_ ordinal: Int) -> Figure {
        let indicator = rules.standard.indicators[ordinal]
        let actual = panel.value(ordinal, year)
        let committed = panel.value(ordinal, year, .committed)
        let judgement = rules.acceptance.judge(
            ordinal, actual: actual, committed: committed, parameters: parameters)
        var because = [evidence(ordinal, year, .actual)]
        if committed.status == .reported { because.append(evidence(ordinal, year, .committed)) }
        let asked = judgement.requirements.map { $0.text.text(judgement.inputs) }.joined(separator: "，且")
        let told =
            switch actual {
            case .missing: "未填报"
            case .rejected(let text): "填报“\(text)”无法识别"
            case .notApplicable: "填报为不适用"
            case .number, .truth, .text: "填报\(actual.text ?? "")\(indicator.unit)"
            }
        return Figure(
            outcome: judgement.outcome, basis: judgement.requirements.first?.rule.basis ?? .convention,
            text: "要求\(asked)，\(told)，\(judgement.outcome.title)", because: because)
    }
}
