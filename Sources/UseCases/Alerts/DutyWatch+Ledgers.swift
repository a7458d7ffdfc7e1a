internal import Alerts
internal import Assessment
internal import Reports
internal import Safekeeping
internal import Standards

// The tasks that consortia broke down to their members.

extension DutyWatch {
    /// The tasks of each consortium that are overdue, together; those whose day comes are called to mind.
    func ledgers(_ records: [ReportRecord], _ tasks: [MemberTask]) -> [Situation] {
        let own = Dictionary(grouping: tasks, by: \.consortium)
        return records.compactMap { record in
            own[record.consortium.id].map { situation(of: $0, record.consortium) }
        }
    }

    private func situation(of tasks: [MemberTask], _ consortium: Consortium) -> Situation {
        let checks = tasks.map { TaskCheck($0, today: today) }
        let overdue = checks.filter(\.isOverdue)
        let units = Set(overdue.map(\.task.unit)).count
        let duty = DutyStanding(
            .ledger, outcome: overdue.isEmpty ? nil : .lapsed,
            text: overdue.isEmpty
                ? "任务表中没有逾期未完成的任务。" : "请督促\(units)个责任单位完成\(overdue.count)项逾期任务，完成后更新任务表。",
            details: overdue.map(\.text),
            schedule: Alert.Schedule(days: [], thenByRoute: true, tellsEnd: true))
        return rules.situation(of: duty, on: bearer(consortium, year: nil))
    }
}
