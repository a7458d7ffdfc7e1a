internal import Alerts
internal import FEEL
internal import Reports
internal import Standards

extension ReportRecord {
    /// How the duty to report the figures of a year stands on a day.
    ///
    /// Before the last day on time it is called to mind on the days of `reminders`; after it what is missing is, and what
    /// came late is told while it can still be handed in later. That a report grows point by point is no news.
    func duty(
        _ occurrence: DutyOccurrence, supplementsUntil: CalendarDate, today: CalendarDate, workdays: Workdays
    ) -> DutyStanding {
        let reminders = occurrence.reminders(workdays)
        let before = reminders.filter { $0.workingDays > 0 }.map(\.day)
        let after = reminders.filter { $0.workingDays < 0 }.map(\.day)
        let figures = "\(occurrence.year)年度观测点数据"
        let due = occurrence.dueOn.inChinese
        let soFar = reportedPoints == 0 ? "尚未收到" : "已报\(reportedPoints)个观测点，应报\(applicablePoints)个"
        guard occurrence.dueOn < today else {
            let isNear = before.first.map { $0 <= today } ?? false
            guard state != .onTime, isNear else {
                let text = state == .onTime ? "\(figures)已报齐。" : "\(figures)应于\(due)前报送，未到提醒日。"
                return DutyStanding(.report, outcome: nil, text: text)
            }
            return DutyStanding(
                .report, outcome: .due, text: "请于\(due)前报齐\(figures)，\(soFar)。",
                schedule: Alert.Schedule(days: before, thenByRoute: false, tellsEnd: false))
        }
        let overdue = Alert.Schedule(days: after, thenByRoute: true, tellsEnd: true)
        switch state {
        case .onTime:
            return DutyStanding(.report, outcome: nil, text: "\(figures)已按时报齐。")
        case .missing:
            return DutyStanding(
                .report, outcome: .missing, text: "\(figures)应于\(due)前报送，尚未收到。请尽快补报。", schedule: overdue)
        case .partial:
            return DutyStanding(
                .report, outcome: .partial, text: "\(figures)应于\(due)前报齐，\(soFar)。请补报其余各项。",
                schedule: overdue)
        case .late:
            let text = "\(figures)于\(receivedOn?.inChinese ?? "截止日后")报齐，迟报\(daysLate ?? 0)天（截止\(due)）。"
            return DutyStanding(
                .report, outcome: today <= supplementsUntil ? .late : nil, text: text,
                schedule: Alert.Schedule(days: [], thenByRoute: false, tellsEnd: false))
        }
    }
}
