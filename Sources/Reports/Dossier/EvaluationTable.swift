import Assessment
import FEEL
import Standards

/// What a consortium was given by each way of evaluation, beside the figures and mixed into nothing.
struct EvaluationTable {
    let checks: [EvaluationCheck]

    var html: HTML {
        guard !checks.isEmpty else { return "<p>没有登记多方评价。</p>" }
        let rows: [HTML] = checks.map { check in
            let given = check.evaluations.map { evaluation in
                [
                    evaluation.by, evaluation.on.map(Dates.chinese) ?? "",
                    evaluation.score.map { "\($0)分" } ?? "", evaluation.ground,
                ].filter { !$0.isEmpty }.joined(separator: "，")
            }
            return """
                <tr><th scope="row">\(check.way.title)</th><td class="number">\(check.way.weight.description)</td>\
                <td class="number">\(check.score?.description ?? Figures.none)</td>\
                <td>\(given.isEmpty ? "没有登记" : given.joined(separator: "；"))</td>\
                <td class="source">\(EvidenceList.sources(check.evidence))</td></tr>

                """
        }
        let whole = checks.weighted.map { "按权重合计\($0)分。" } ?? "有的渠道没有得分，不作合计。"
        return """
            <p>\(whole)得分只供参考，不计入条款和结论；权重为暂定口径，各省可改。</p>
            <table class="plain"><thead><tr><th scope="col">评价渠道</th><th scope="col" class="number">权重</th>\
            <th scope="col" class="number">得分</th><th scope="col">评价人、日期和理由</th><th scope="col">出处</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }
}
