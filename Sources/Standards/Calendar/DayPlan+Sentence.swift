package import FEEL

extension DayPlan {
    /// What the day is, in one line of log: `2026-04-01（周三，工作日）：2025年度补报期，至 2026-04-30；今天起…`.
    package func sentence(_ workdays: Workdays) -> String {
        var parts = ["\(day)（\(day.weekdayTitle)，\(isWorkingDay ? "工作日" : "休息日")）：\(year)年度\(phaseTitle)"]
        if let lastRun { parts.append("上次完成的运行在 \(lastRun)，其间各夜的事项一并补上") }
        parts += events.map { $0.sentence(on: day) }
        parts += reminders.map { "提醒：" + $0.sentence(on: day, workdays) }
        if let finalAfter { parts.append("\(finalAfter) 截止后的第一次运行，结果为终稿") }
        if !workdays.isListed(day.year) { parts.append(Workdays.unlisted(day.year)) }
        return parts.joined(separator: "；")
    }

    private var phaseTitle: String { phaseEnds.map { "\(phase.title)，至 \($0)" } ?? phase.title }
}

extension DutyOccurrence {
    /// 报送年度监测数据（2025年度）
    package var title: String { "\(duty.title)（\(year)年度）" }
}

extension DayPlan.Event {
    /// `报送年度监测数据（2025年度）今天截止`
    fileprivate func sentence(on today: CalendarDate) -> String {
        let when = day == today ? "今天" : "已于 \(day) "
        return "\(occurrence.title)\(when)\(kind == .opens ? "开始" : "截止")"
    }
}

extension DutyReminder {
    /// `报送年度监测数据（2025年度）2026-03-31 截止，还有 7 个工作日`: as it stands on `today`, which may be later than the
    /// reminder's day.
    package func sentence(on today: CalendarDate, _ workdays: Workdays) -> String {
        let dueOn = occurrence.dueOn
        let left = workdays.count(after: today, through: dueOn)
        let time =
            today == dueOn ? "今天是最后一天" : today < dueOn ? "还有 \(left) 个工作日" : "已过 \(-left) 个工作日"
        return "\(occurrence.title)\(dueOn) 截止，\(time)"
    }
}
