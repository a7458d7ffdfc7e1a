import FEEL
import History
import Standards

extension Subject {
    /// The outcome of every observation point that is accepted or not, in the order of the rows.
    func acceptance() -> [AcceptanceCheck] {
        var inputs = AcceptanceInputs(parameters: parameters)
        return rules.rows.flatMap { row in row.points.map { check($0, &inputs) } }
    }

    /// The outcome of one observation point: that of its figures taken together.
    func check(_ point: ObservationPoint) -> AcceptanceCheck {
        var inputs = AcceptanceInputs(parameters: parameters)
        return check(point, &inputs)
    }

    private func check(_ point: ObservationPoint, _ inputs: inout AcceptanceInputs) -> AcceptanceCheck {
        var outcome = AcceptanceOutcome.notApplicable
        var basis = RuleBasis.convention
        var text = ""
        var because: [Evidence] = []
        for ordinal in point.indicators {
            let figure = judge(ordinal, &inputs)
            outcome = .together([outcome, figure.outcome])
            if figure.requirements.first?.rule.basis == .clause { basis = .clause }
            if !text.isEmpty { text += "；" }
            tell(figure, inputs, to: &text)
            because.append(figure.actual)
            if let committed = figure.committed { because.append(committed) }
        }
        return AcceptanceCheck(
            point: point, outcome: outcome, basis: basis, text: text, because: because,
            wouldDecide: outcome == .undetermined ? because.filter { $0.status != .reported } : [])
    }

    /// A figure with what was asked of it.
    struct Figure {
        let indicator: Indicator
        let outcome: AcceptanceOutcome
        let requirements: [AcceptanceBook.Requirement]
        let actual: Evidence
        /// Nil where nothing was committed.
        let committed: Evidence?
    }

    /// Judges one figure, and leaves in `inputs` what it was judged by.
    func judge(_ ordinal: Int, _ inputs: inout AcceptanceInputs) -> Figure {
        let actual = panel.value(ordinal, year)
        let committed = panel.value(ordinal, year, .committed)
        let hasCommitment = committed.status == .reported
        let requirements = rules.acceptance.entries[ordinal].requirements(hasCommitment: hasCommitment)
        inputs.set(actual: actual, committed: committed)
        return Figure(
            indicator: rules.edition.indicators[ordinal], outcome: requirements.outcome(of: actual.status, inputs),
            requirements: requirements, actual: evidence(ordinal, year, .actual, actual),
            committed: hasCommitment ? evidence(ordinal, year, .committed, committed) : nil)
    }

    /// `总产值：要求…，且…，填报120万元，达标`
    private func tell(_ figure: Figure, _ inputs: AcceptanceInputs, to text: inout String) {
        if let component = figure.indicator.code.component {
            text += component
            text += "："
        }
        text += "要求"
        for (place, requirement) in figure.requirements.enumerated() {
            if place > 0 { text += "，且" }
            requirement.text.write(inputs.values, to: &text)
        }
        switch figure.actual.status {
        case .missing: text += "，未填报，"
        case .rejected: text += "，填报“\(figure.actual.value ?? "")”无法识别，"
        case .notApplicable: text += "，填报为不适用，"
        case .reported:
            text += "，填报"
            text += figure.actual.value ?? ""
            text += figure.indicator.unit
            text += "，"
        }
        text += figure.outcome.title
    }
}
