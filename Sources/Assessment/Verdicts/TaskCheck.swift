package import FEEL
package import Standards

/// How a task of a member unit stands on a day.
package struct TaskCheck: Sendable, Hashable {
    package let task: MemberTask
    /// `met` where it was done in time, `notMet` where it was done late or is overdue, else `undetermined`.
    package let outcome: AcceptanceOutcome
    /// Whether its last day is over and nobody says that it was done.
    package let isOverdue: Bool

    /// - Parameter today: the day whose knowledge counts; nil where nobody asks, and nothing is overdue then.
    package init(_ task: MemberTask, today: CalendarDate?) {
        self.task = task
        let isDone = task.state == .done
        let isOver = task.due.flatMap { due in today.map { $0 > due } } ?? false
        isOverdue = isOver && !isDone
        let isLate = task.due.flatMap { due in task.completedOn.map { $0 > due } } ?? false
        outcome = isOverdue || isDone && isLate ? .notMet : isDone ? .met : .undetermined
    }

    /// The outcome in a word.
    package var title: String {
        switch outcome {
        case .met: "已完成"
        case .notMet: isOverdue ? "逾期未完成" : "逾期完成"
        case .undetermined, .notApplicable: task.state?.title ?? "状态不明"
        }
    }

    /// `示例职业学院：共建实训基地（2025年6月30日前），逾期未完成`
    package var text: String {
        let unit = task.unit.isEmpty ? "责任单位未写明" : task.unit
        let due = task.due.map { "（\($0.inChinese)前）" } ?? ""
        let done = task.completedOn.map { "，\($0.inChinese)完成" } ?? ""
        return "\(unit)：\(task.title)\(due)，\(title)\(done)"
    }

    package var evidence: Evidence {
        Evidence(
            subject: .entry(register: .tasks, id: task.title, year: task.year), value: task.stateText,
            status: task.state == nil ? .rejected : .reported, source: task.source)
    }
}
