internal import Alerts
internal import Assessment
internal import Reports
internal import Standards

// Lists and reports that are to be published again and again.

extension DutyWatch {
    /// What of a consortium's publications is no longer fresh, together; what soon is not is called to mind. One that
    /// nobody ever registered may have been published: it is shown as unknown, and reminds nobody.
    func publications(_ results: some Sequence<ProgrammeResult>, _ consortia: [Consortium]) -> [Situation] {
        let owed = results.lazy.filter { $0.check.isDuty && $0.freshness != nil }
        let own = Dictionary(grouping: owed, by: \.subject)
        return consortia.compactMap { consortium in own[consortium.id].map { situation(of: $0, consortium) } }
    }

    private func situation(of results: [ProgrammeResult], _ consortium: Consortium) -> Situation {
        let outdated = results.filter { $0.outcome == .notMet || $0.outcome == .behind }
        let soon = results.filter { $0.outcome == .pending }
        let told = outdated.isEmpty ? soon : outdated
        let titles = told.map { "“\($0.check.title)”" }.joined(separator: "、")
        let text =
            told.isEmpty
            ? "定期发布的清单和报告没有过期的。"
            : outdated.isEmpty ? "请按期更新\(titles)，发布后登记发布日期。" : "请更新\(titles)：上次发布的已过更新期限，发布后登记发布日期。"
        let duty = DutyStanding(
            .publication, outcome: told.isEmpty ? nil : outdated.isEmpty ? .due : .outdated, text: text,
            details: told.map { "\($0.check.title)：\($0.text)" },
            schedule: Alert.Schedule(days: [], thenByRoute: !outdated.isEmpty, tellsEnd: !outdated.isEmpty),
            command: "status --province \(consortium.province)")
        return rules.situation(of: duty, on: bearer(consortium, year: nil))
    }
}
