import Assessment
import FEEL
import History
import Standards

/// Every numeric indicator with a reported value: its figures, its line and its statistics.
struct TrendTable {
    let model: ReportModel
    let assessment: ConsortiumAssessment

    private var trends: [Trend] {
        assessment.trends.filter { $0.n > 0 && model.edition.indicators.indices.contains(Int($0.indicator)) }
    }

    private var years: [ReportingYear] {
        Array(min(model.edition.baseYear, assessment.year)...assessment.year)
    }

    var html: HTML {
        let trends = trends
        guard !trends.isEmpty else { return "<p>没有可以比较的数据。</p>" }
        let goals = Dictionary(grouping: trends) { indicator($0).code.goal }
        let titles = Dictionary(
            model.edition.categories.flatMap(\.goals).map { ($0.code, $0.title) }
        ) { first, _ in first }
        let groups: [HTML] = goals.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { goal, members in
            """
            <tbody><tr class="group"><th scope="rowgroup" colspan="\(columnCount)">\
            <b>\(goal)</b> \(titles[goal] ?? "")</th></tr>
            \(members.map(row))</tbody>

            """
        }
        let yearColumns: [HTML] = years.map { "<th scope=\"col\" class=\"number\">\($0.value)</th>" }
        return """
            <p class="note">\(powerNote(trends))</p>
            <div class="scroll"><table class="plain trends"><thead><tr><th scope="col">观测点</th>\(yearColumns)\
            <th scope="col">走势</th><th scope="col">方向</th><th scope="col" class="number">同比</th>\
            <th scope="col" class="number">年均增速</th><th scope="col" class="number">OLS斜率</th>\
            <th scope="col" class="number">Sen斜率</th><th scope="col" class="number">S</th>\
            <th scope="col" class="number">p</th><th scope="col" class="number">百分位</th></tr></thead>
            \(groups)</table></div>
            <p class="note">同比：与上年相比，百分数指标为百分点之差。年均增速：首末两个有数年份间的复合增长率。斜率：每年变化，\
            单位同指标；OLS为最小二乘，Sen为两两斜率的中位数。S、p：Mann–Kendall统计量和双侧精确p值。\
            百分位：在同类联合体中的位置，100为最大；不足\(PercentileRank.leastPeers)家时不列。“—”表示不能计算。</p>

            """
    }

    private var columnCount: Int { years.count + 10 }

    private func indicator(_ trend: Trend) -> Indicator { model.edition.indicators[Int(trend.indicator)] }

    private func row(_ trend: Trend) -> HTML {
        let indicator = indicator(trend)
        let values = years.map { assessment.panel.value(indicator.ordinal, $0) }
        let unit: HTML = indicator.unit.isEmpty ? .empty : "<small>\(indicator.unit)</small>"
        let cells: [HTML] = values.map { value in
            switch value {
            case .number(let number): "<td class=\"number\">\(number.description)</td>"
            case .missing, .withdrawn: "<td class=\"number none\">\(Figures.none)</td>"
            case .notApplicable: "<td class=\"number none\">不适用</td>"
            case .rejected, .text, .truth: "<td class=\"number none\">无法识别</td>"
            }
        }
        let series = values.map { value -> Double in
            if case .number(let number) = value { number.doubleValue } else { .nan }
        }
        let spoken = zip(years, values).map { "\($0)年\($1.text ?? "未填报")" }.joined(separator: "，")
        let yoy =
            indicator.kind == .percent
            ? (trend.yoy.isFinite ? "\(Figures.signed(trend.yoy, places: 2))百分点" : Figures.none)
            : Figures.change(trend.yoy)
        return """
            <tr><th scope="row"><b>\(indicator.code.text)</b> \(indicator.title) \(unit)</th>\(cells)\
            <td>\(Sparkline(values: series, description: spoken).html)</td>\
            <td class="direction \(String(describing: trend.direction))">\(trend.direction.title)</td>\
            \(number(yoy))\(number(Figures.change(trend.cagr)))\(number(Figures.compact(trend.olsSlope)))\
            \(number(Figures.compact(trend.senSlope)))\
            \(number(trend.n > 1 ? Figures.decimal(Double(trend.mannKendallS), places: 0) : Figures.none))\(pValue(trend))\
            \(number(Figures.decimal(trend.percentile, places: 0)))</tr>

            """
    }

    private func number(_ text: String) -> HTML { "<td class=\"number\">\(text)</td>" }

    /// Muted where so few values could not have reached 0.05 whatever they were.
    private func pValue(_ trend: Trend) -> HTML {
        """
        <td class="number\(trend.canBeSignificant ? "" : " powerless")">\
        \(Figures.decimal(trend.mannKendallP, places: 3))</td>
        """
    }

    /// What the number of years allows to be said at all.
    private func powerNote(_ trends: [Trend]) -> String {
        let most = Int(trends.map(\.n).max() ?? 0)
        let orders = (1...max(1, most)).reduce(1.0) { $0 * Double($1) }
        let least = Figures.decimal(min(1, 2 / orders), places: 3)
        guard trends.contains(where: \.canBeSignificant) else {
            return """
                各指标最多有\(most)个年度的数据，即使逐年单调，Mann–Kendall检验的双侧p也不会小于\(least)，\
                不可能达到0.05。因此方向只描述已有数据，不能据此说“显著”。
                """
        }
        return """
            数据最多的指标有\(most)个年度，双侧p最小可到\(least)；不足5个年度的（p以浅色标出）不可能达到0.05，\
            方向只描述已有数据。
            """
    }
}

extension IndicatorCode {
    /// The code of the first-level indicator: `8` for `8.4.1/人次`.
    fileprivate var goal: String { String(text.prefix { $0 != "." }) }
}
