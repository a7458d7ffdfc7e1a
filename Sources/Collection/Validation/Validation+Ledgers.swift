internal import FEEL
internal import Standards

extension Validation {
    /// Says of entries of work plans, tasks and evaluations what of them nobody can make out.
    func ledgers(in submission: Submission) -> [Finding] {
        submission.entries.flatMap { entry -> [Finding] in
            switch entry.form {
            case .workplans: asksForPlans ? workPlan(entry) : []
            case .tasks: task(entry)
            case .evaluations: edition.evaluationSources.isEmpty ? [] : evaluation(entry)
            case .targets: target(entry)
            default: []
            }
        }
    }

    private var asksForPlans: Bool { edition.filings.contains { $0.carrier == .workplans } }

    private func workPlan(_ entry: RegisterEntry) -> [Finding] {
        // What was received and by whom is nothing to the words.
        guard let day = CalendarDate(year: 2000, month: 1, day: 1),
            let plan = WorkPlanEntry(entry, receivedOn: day, reportedBy: nil)
        else { return [] }
        var findings: [Finding] = []
        func report(_ kind: FindingKind, _ values: [String: String]) {
            findings.append(
                Finding(
                    kind, at: entry.source, consortium: entry.consortium, year: plan.year,
                    values.merging(["item": plan.item]) { own, _ in own }))
        }
        if let code = plan.indicator {
            if let indicator = edition.indicator(code) {
                let isComparable = PlanTarget(plan.target, kind: indicator.kind, unit: indicator.unit) != nil
                if !isComparable, indicator.kind.isNumeric || indicator.kind == .boolean {
                    report(
                        .planTargetUnclear, ["point": code.text, "unit": indicator.unit, "found": plan.target])
                }
            } else {
                report(.planUnknownPoint, ["found": code.text])
            }
        }
        if !plan.completed.isEmpty, plan.completion == nil {
            let choices = Self.choices(WorkPlanEntry.Completion.allCases.map(\.title))
            report(.planCompletionUnclear, ["found": plan.completed, "choices": choices])
        }
        if let due = plan.due, due.year != plan.year.value {
            report(.planDueElsewhere, ["year": plan.year.description, "found": due.inChinese])
        }
        return findings
    }

    private func task(_ entry: RegisterEntry) -> [Finding] {
        guard let task = MemberTask(entry), task.state == nil else { return [] }
        return [
            Finding(
                .taskStateUnclear, at: entry.source, consortium: entry.consortium, year: task.year,
                [
                    "item": task.title, "found": task.stateText,
                    "choices": Self.choices(MemberTask.State.allCases.map(\.title)),
                ])
        ]
    }

    private func evaluation(_ entry: RegisterEntry) -> [Finding] {
        let source = entry.values["source"] ?? ""
        var findings: [Finding] = []
        if edition.evaluationSources.named(source) == nil {
            findings.append(
                Finding(
                    .unknownEvaluationSource, at: entry.source, consortium: entry.consortium,
                    ["found": source, "choices": Self.choices(edition.evaluationSources.map(\.title))]))
        }
        if Evaluation(entry)?.score == nil {
            findings.append(
                Finding(
                    .badScore, at: entry.source, consortium: entry.consortium,
                    ["found": entry.values["score"] ?? ""]))
        }
        return findings
    }

    /// Who may speak of which target has been settled: it is a known one.
    private func target(_ entry: RegisterEntry) -> [Finding] {
        guard let target = targets.named(entry.values["target"] ?? "") else { return [] }
        var findings: [Finding] = []
        let region = entry.values["region"] ?? ""
        if !target.isAt(region) {
            findings.append(
                Finding(
                    .targetElsewhere, at: entry.source,
                    [
                        "target": target.check.title, "found": region,
                        "expected": target.region.isEmpty ? "全国" : "\(target.regionName)或\(target.region)",
                    ]))
        }
        let value = entry.values["value"] ?? ""
        if TargetFigure.number(value) == nil, let unit = target.check.unit {
            findings.append(
                Finding(
                    .badTargetValue, at: entry.source, ["target": target.check.title, "unit": unit, "found": value]))
        }
        let year = entry.values["year"] ?? ""
        if ReportingYear(text: year) == nil {
            findings.append(Finding(.badTargetYear, at: entry.source, ["found": year]))
        }
        return findings
    }

    private static func choices(_ words: [String]) -> String { words.map { "“\($0)”" }.joined() }
}
