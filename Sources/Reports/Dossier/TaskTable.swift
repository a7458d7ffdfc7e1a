import Assessment
import Standards

/// The ledger of the tasks that a consortium broke down to its members, by year and last day.
struct TaskTable {
    let tasks: [TaskCheck]

    var html: HTML {
        guard !tasks.isEmpty else { return "<p>没有报送任务表。</p>" }
        let overdue = tasks.count(where: \.isOverdue)
        let late = tasks.count { $0.outcome == .notMet && !$0.isOverdue }
        let rows: [HTML] = tasks.map { check in
            """
            <tr><td class="number">\(check.task.year.value)</td><th scope="row">\(check.task.title)</th>\
            <td>\(check.task.unit.isEmpty ? Figures.none : check.task.unit)</td>\
            <td>\(check.task.due.map(Dates.chinese) ?? Figures.none)</td><td>\(Chip.html(check))</td>\
            <td>\(check.task.completedOn.map(Dates.chinese) ?? Figures.none)</td>\
            <td class="source">\(EvidenceList.sources([check.evidence]))</td></tr>

            """
        }
        return """
            <p>任务\(tasks.count)项，已完成\(tasks.count { $0.task.state == .done })项（其中逾期完成\(late)项），\
            逾期未完成\(overdue)项。任务分解是各地做法，不计入条款和结论。</p>
            <table class="plain"><thead><tr><th scope="col" class="number">年度</th><th scope="col">任务</th>\
            <th scope="col">责任单位</th><th scope="col">完成时限</th><th scope="col">状态</th>\
            <th scope="col">完成日期</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
