import FEEL
import Standards

extension Subject {
    /// The outcome of one observation point: that of its figures taken together.
    func check(_ point: ObservationPoint) -> AcceptanceCheck {
        let figures = point.indicators.map(judge)
        let outcome = Self.together(figures.map(\.outcome))
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

    /// What does not apply drops out; then one that fails, then one unknown, decides.
    static func together(_ outcomes: [AcceptanceOutcome]) -> AcceptanceOutcome {
        let applicable = outcomes.filter { $0 != .notApplicable }
        if applicable.isEmpty { return .notApplicable }
        if applicable.contains(.notMet) { return .notMet }
        return applicable.contains(.undetermined) ? .undetermined : .met
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
        let requirements = rules.acceptance.requirements(
            of: ordinal, hasCommitment: committed.status == .reported)
        let inputs =
            [RuleVocabulary.value(of: actual), RuleVocabulary.value(of: committed)]
            + rules.standard.parameters.map { $0.setting(in: year).map { .number($0.value) } ?? .null }

        let outcome: AcceptanceOutcome =
            switch actual.status {
            case .notApplicable: .notApplicable
            case .missing, .rejected: .undetermined
            case .reported:
                Self.together(
                    requirements.map { requirement in
                        requirement.program.evaluate(inputs).boolean.map { $0 ? .met : .notMet } ?? .undetermined
                    })
            }
        var because = [evidence(ordinal, year, .actual)]
        if committed.status == .reported { because.append(evidence(ordinal, year, .committed)) }
        let asked = requirements.map { $0.text.text(inputs) }.joined(separator: "，且")
        let told =
            switch actual {
            case .missing: "未填报"
            case .rejected(let text): "填报“\(text)”无法识别"
            case .notApplicable: "填报为不适用"
            case .number, .truth, .text: "填报\(actual.text ?? "")\(indicator.unit)"
            }
        return Figure(
            outcome: outcome, basis: requirements.first?.rule.basis ?? .convention,
            text: "要求\(asked)，\(told)，\(outcome.title)", because: because)
    }
}
