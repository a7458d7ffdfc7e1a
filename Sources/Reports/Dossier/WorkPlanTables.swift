import Assessment
import Standards

/// The annual work plans of one consortium, the latest first: each item with what was promised and how it stands.
struct WorkPlanTables {
    let plans: [WorkPlanCheck]

    var html: HTML {
        let tables: [HTML] = plans.filter { !$0.items.isEmpty }.reversed().map(table)
        guard !tables.isEmpty else { return "<p>没有填报年度工作计划表。</p>" }
        return """
            \(tables)<p class="note">各项依次以主管部门核定、年报数、自评为准：写明观测点和数量目标的，看年报数。\
            目标和完成时限以首次上报为准；没有写时限的，看当年12月31日。没有到期的不作未完成。</p>

            """
    }

    private func table(_ plan: WorkPlanCheck) -> HTML {
        let rows: [HTML] = plan.items.map { item in
            let point = item.indicator.map { "\($0.code) \($0.title)" } ?? ""
            return """
                <tr><th scope="row">\(item.item)<small>\(point)</small></th><td>\(item.target)</td>\
                <td>\(Dates.chinese(item.due))</td><td>\(Chip.html(item))</td><td>\(item.text)</td>\
                <td class="source">\(EvidenceList.sources([item.evidence(plan.year)]))</td></tr>

                """
        }
        return """
            <h3>\(plan.text)</h3>
            <table class="plain"><thead><tr><th scope="col">任务</th><th scope="col">目标</th>\
            <th scope="col">完成时限</th><th scope="col">结果</th><th scope="col">情况</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
