import Assessment
import Standards

/// What one consortium is to publish again and again: when it last did, and until when that is fresh.
struct FreshnessTable {
    let results: [ProgrammeResult]

    var html: HTML {
        let rows: [HTML] = results.compactMap { result in
            guard let freshness = result.freshness, result.outcome != .notApplicable else { return nil }
            return """
                <tr><th scope="row">\(result.check.title)</th>\
                <td>\(freshness.published.map(Dates.chinese) ?? Figures.none)</td>\
                <td>\(freshness.until.map(Dates.chinese) ?? Figures.none)</td><td>\(Self.chip(result.outcome))</td>\
                <td>\(result.text)</td><td>\(Chip.html(result.check.basis)) \(result.check.reference.place)</td></tr>

                """
        }
        guard !rows.isEmpty else { return .empty }
        return """
            <h3>定期发布<small>按材料登记表的发布日期</small></h3>
            <table class="plain"><thead><tr><th scope="col">清单和报告</th><th scope="col">上次发布</th>\
            <th scope="col">有效至</th><th scope="col" class="fit">状态</th><th scope="col">情况</th>\
            <th scope="col">依据</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private static func chip(_ outcome: ProgrammeOutcome) -> HTML {
        let title = outcome.freshnessTitle
        let tone =
            switch outcome {
            case .met: "met"
            case .notMet, .behind: "warning"
            case .pending: "info"
            case .undetermined: "undetermined"
            case .notApplicable: "notApplicable"
            }
        return "<span class=\"chip \(tone)\">\(title)</span>"
    }
}

extension ProgrammeOutcome {
    /// The outcome of what is to be published again and again.
    package var freshnessTitle: String {
        switch self {
        case .met: "有效"
        case .pending: "即将到期"
        case .notMet, .behind: "过期"
        case .undetermined: "没有登记"
        case .notApplicable: "不适用"
        }
    }
}
