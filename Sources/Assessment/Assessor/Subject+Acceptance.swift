import FEEL
import History
import Standards

extension Subject {
    var acceptanceInputs: AcceptanceInputs {
        AcceptanceInputs(
            cells: YearCells(panel: panel, year: year), base: tenure.baseYear, parameters: parameters)
    }

    /// The outcome of every observation point that is accepted or not, in the order of the criteria; none where the
    /// edition accepts nothing.
    func acceptance(explaining: Bool) -> [AcceptanceCheck] {
        guard !rules.acceptance.entries.isEmpty else { return [] }
        var inputs = acceptanceInputs
        return rules.criteria.flatMap { criterion in
            criterion.points.map { check($0, &inputs, explaining: explaining) }
        }
    }

    /// The outcomes alone, of every 三级指标 in the order of the source; none where the edition accepts nothing.
    var criterionOutcomes: [AcceptanceOutcome] {
        guard !rules.acceptance.entries.isEmpty else { return [] }
        var inputs = acceptanceInputs
        return rules.criteria.map { outcome(of: $0.points, &inputs) }
    }

    /// What one 三级指标 comes to, by its place among ``RuleBook/criteria``.
    func criterionOutcome(at place: Int) -> AcceptanceOutcome {
        var inputs = acceptanceInputs
        return outcome(of: rules.criteria[place].points, &inputs)
    }

    private func outcome(of points: [ObservationPoint], _ inputs: inout AcceptanceInputs) -> AcceptanceOutcome {
        var together = AcceptanceOutcome.notApplicable
        for point in points {
            for ordinal in point.indicators where isAsked(ordinal) {
                together = .together([together, outcome(of: ordinal, &inputs)])
            }
        }
        return together
    }

    /// The outcome of one observation point: that of its figures taken together.
    func check(_ point: ObservationPoint, explaining: Bool = false) -> AcceptanceCheck {
        var inputs = acceptanceInputs
        return check(point, &inputs, explaining: explaining)
    }

    private func check(
        _ point: ObservationPoint, _ inputs: inout AcceptanceInputs, explaining: Bool
    ) -> AcceptanceCheck {
        var outcome = AcceptanceOutcome.notApplicable
        var basis = RuleBasis.convention
        var text = ""
        var because: [Evidence] = []
        var explanations: [Explanation] = []
        var isHonour = false
        for ordinal in point.indicators where isAsked(ordinal) {
            let figure = judge(ordinal, &inputs)
            outcome = .together([outcome, figure.outcome])
            if figure.requirements.first?.rule.basis == .clause { basis = .clause }
            isHonour = isHonour || figure.isHonour
            if !text.isEmpty { text += "；" }
            tell(figure, inputs, to: &text)
            because.append(figure.actual)
            if let committed = figure.committed { because.append(committed) }
            if explaining { explanations.append(figure.explanation(inputs)) }
        }
        return AcceptanceCheck(
            point: point, outcome: outcome, basis: basis, isHonour: isHonour, text: text, because: because,
            wouldDecide: outcome == .undetermined ? wouldDecide(point) : [],
            explanation: explaining
                ? Explanation(
                    .outcome, "\(point.code) \(point.title)：\(outcome.title)", detail: text, children: explanations)
                : nil)
    }

    /// A figure that is not yet due is judged where anything was filled in, or where the edition requires it all the same.
    func isAsked(_ ordinal: Int) -> Bool {
        rules.edition.indicators[ordinal].isDue(in: year) || panel.cell(ordinal, year).status != .missing
            || rules.acceptance.entries[ordinal].isRequired
    }

    /// A figure with what was asked of it.
    struct Figure {
        let indicator: Indicator
        let outcome: AcceptanceOutcome
        let requirements: [AcceptanceBook.Requirement]
        let isHonour: Bool
        let actual: Evidence
        /// Nil where nothing was committed.
        let committed: Evidence?

        func explanation(_ inputs: AcceptanceInputs) -> Explanation {
            let asked = requirements.map { requirement in
                Explanation(
                    .condition, "要求\(requirement.text.text(inputs.values))", detail: requirement.rule.condition.text,
                    children: [
                        Explanation(.note, "依据：\(requirement.rule.basis.title)", detail: requirement.rule.reference)
                    ])
            }
            return Explanation(
                .measure, "\(indicator.code) \(indicator.title)：\(outcome.title)",
                children: asked + [actual, committed].compactMap { $0?.leaf })
        }
    }

    /// What one figure comes to; leaves in `inputs` what it was judged by.
    func outcome(of ordinal: Int, _ inputs: inout AcceptanceInputs) -> AcceptanceOutcome {
        let actual = panel.value(ordinal, year)
        let committed = panel.value(ordinal, year, .committed)
        let entry = rules.acceptance.entries[ordinal]
        inputs.set(
            actual: actual, committed: committed, base: panel.value(ordinal, tenure.baseYear), unit: entry.unit)
        let judged = entry.requirements(hasCommitment: committed.status == .reported)
            .outcome(of: actual.status, inputs)
        return entry.isHonour && judged != .met ? .notApplicable : judged
    }

    /// Judges one figure, and leaves in `inputs` what it was judged by.
    private func judge(_ ordinal: Int, _ inputs: inout AcceptanceInputs) -> Figure {
        let outcome = outcome(of: ordinal, &inputs)
        let committed = panel.value(ordinal, year, .committed)
        let hasCommitment = committed.status == .reported
        let entry = rules.acceptance.entries[ordinal]
        return Figure(
            indicator: rules.edition.indicators[ordinal], outcome: outcome,
            requirements: entry.requirements(hasCommitment: hasCommitment), isHonour: entry.isHonour,
            actual: evidence(ordinal, year, .actual, panel.value(ordinal, year)),
            committed: hasCommitment ? evidence(ordinal, year, .committed, committed) : nil)
    }

    /// `总产值：要求…，且…，填报120万元，达标`
    private func tell(_ figure: Figure, _ inputs: AcceptanceInputs, to text: inout String) {
        if let component = figure.indicator.code.component {
            text += component
            text += "："
        }
        text += figure.isHonour ? "加分项，" : "要求"
        for (place, requirement) in figure.requirements.enumerated() {
            if place > 0 { text += "，且" }
            requirement.text.write(inputs.values, to: &text)
        }
        switch figure.actual.status {
        case .missing: text += "，未填报，"
        case .rejected: text += "，所填“\(figure.actual.value ?? "")”无法识别，"
        case .notApplicable: text += "，填报为不适用，"
        case .reported:
            // Words are quoted: they may hold commas of their own.
            let isFigure = figure.indicator.kind.isNumeric
            text += isFigure ? "，填报" : "，填报为“"
            text += figure.actual.valueText
            text += isFigure ? "，" : "”，"
        }
        text += figure.isHonour && figure.outcome == .notApplicable ? "不作要求" : figure.outcome.title
    }
}
