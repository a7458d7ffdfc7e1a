import Assessment
import FEEL
import Standards

/// What was told by quarter of the year and the one after, beside the plan.
struct QuarterTable {
    let checks: [QuarterCheck]

    var html: HTML {
        guard !checks.isEmpty else { return .empty }
        let rows: [HTML] = checks.map { check in
            let cells: [HTML] = check.figures.map { figure in
                let title = figure.map { "\($0.source.file) \($0.source.address)" } ?? "没有报"
                return "<td class=\"number\" title=\"\(title)\">\(figure?.value.description ?? Figures.none)</td>"
            }
            let chip: HTML = check.isShort ? "<span class=\"chip warning\">预警</span> " : .empty
            return """
                <tr><th scope="row">\(check.indicator.code.text) \(check.indicator.title)<small>\(check.indicator.unit)，\
                \(check.rule.method == .sum ? "当季数" : "累计数")</small></th><td class="number">\(check.year.value)</td>\
                \(cells)<td class="number">\(check.annual?.description ?? Figures.none)</td>\
                <td class="number">\(check.plan?.description ?? Figures.none)</td><td>\(chip)\(check.text)</td></tr>

                """
        }
        return """
            <h3 id="quarters">季度数<small>过程监测，只作预警，不进入条款和结论</small></h3>
            <table class="plain"><thead><tr><th scope="col">观测点</th><th scope="col" class="number">年度</th>\
            <th scope="col" class="number">一季度</th><th scope="col" class="number">二季度</th>\
            <th scope="col" class="number">三季度</th><th scope="col" class="number">四季度</th>\
            <th scope="col" class="number">年报数</th><th scope="col" class="number">全年计划</th>\
            <th scope="col">情况</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            <p class="note">哪些观测点可以按季度报，是暂定口径（原文没有规定），见标准目录的 quarters.yml。全年以年报数为准；\
            年报数没有报而四个季度齐全的，季度数只供参考。没有报的季度不作0。</p>

            """
    }
}
