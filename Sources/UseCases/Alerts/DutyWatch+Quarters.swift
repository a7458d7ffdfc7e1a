internal import Alerts
internal import Assessment
internal import Reports
internal import Standards

// Figures of quarters that lag behind the year's plan.

extension DutyWatch {
    /// What lags, of one consortium together; nothing where it told nothing by quarter.
    func quarters(of assessment: ConsortiumAssessment) -> [Situation] {
        guard !assessment.quarters.isEmpty else { return [] }
        let short = assessment.quarters.filter(\.isShort)
        let duty = DutyStanding(
            .quarter, outcome: short.isEmpty ? nil : .lagging,
            text: short.isEmpty
                ? "按季度报的各项不低于计划进度。" : "请查明\(short.count)项季度数低于计划进度的原因。只作预警，不进入条款和结论。",
            details: short.map { "\($0.year)年 \($0.indicator.code.text) \($0.indicator.title)：\($0.text)" },
            schedule: Alert.Schedule(days: [], thenByRoute: true, tellsEnd: true))
        return [rules.situation(of: duty, on: bearer(assessment.consortium, year: nil))]
    }
}
