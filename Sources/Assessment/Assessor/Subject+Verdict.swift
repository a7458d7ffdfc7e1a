import FEEL
import History
import Standards

extension Subject {
    /// The verdict that the standard's table gives these outcomes.
    func verdict(clauses: [ClauseCheck], acceptance: [AcceptanceCheck]) -> Verdict {
        let summary = summary(clauses: clauses, acceptance: acceptance)
        let row = rules.verdicts.row(for: summary, year: year, parameters: rules.edition.parameters)
        let title = row?.row.title ?? "没有结论"
        return Verdict(
            id: row?.row.verdict ?? "none", title: title, row: row.map { $0.index + 1 } ?? 0,
            text: ([title] + reasons(clauses, summary)).joined(separator: "；"), summary: summary)
    }

    private func summary(clauses: [ClauseCheck], acceptance: [AcceptanceCheck]) -> OutcomeSummary {
        var summary = OutcomeSummary()
        for check in clauses {
            switch check.outcome {
            case .triggered where check.waivedBy != nil: summary.waived += 1
            case .triggered: summary.triggered += 1
            case .suspected: summary.suspected += 1
            case .undetermined: summary.undetermined += 1
            case .warning: summary.warning += 1
            case .clear: break
            }
        }
        countReports(into: &summary)
        // The checks stand in the order of the rows and their points.
        var checks = acceptance[...]
        for row in rules.rows {
            let outcome = AcceptanceOutcome.together(checks.prefix(row.points.count).lazy.map(\.outcome))
            checks = checks.dropFirst(row.points.count)
            guard outcome != .notApplicable else { continue }
            if row.role == .basic {
                summary.basicRows += 1
                summary.basicRowsMet += outcome == .met ? 1 : 0
            } else {
                summary.substantiveRows += 1
                summary.substantiveRowsMet += outcome == .met ? 1 : 0
            }
        }
        return summary
    }

    /// A point applies unless all its figures are 不适用; it is reported when all that apply are.
    private func countReports(into summary: inout OutcomeSummary) {
        for point in rules.points {
            var applies = false
            var isReported = true
            for indicator in point.indicators {
                let status = panel.cell(indicator, year).status
                guard status != .notApplicable else { continue }
                applies = true
                if status != .reported { isReported = false }
            }
            if applies { summary.applicablePoints += 1 }
            if applies, isReported { summary.reportedPoints += 1 }
        }
    }

    private func reasons(_ clauses: [ClauseCheck], _ summary: OutcomeSummary) -> [String] {
        func codes(_ isIncluded: (ClauseCheck) -> Bool) -> String {
            clauses.filter(isIncluded).map(\.clause.code).joined(separator: "、")
        }
        var reasons: [String] = []
        if consortium.kind != rules.edition.kind {
            reasons.append("本标准为\(rules.edition.kind.title)而定，对\(consortium.kind.title)仅供参考")
        }
        let triggered = codes { $0.outcome == .triggered && $0.waivedBy == nil }
        if !triggered.isEmpty { reasons.append("\(triggered) 已触发") }
        let waived = codes { $0.waivedBy != nil }
        if !waived.isEmpty { reasons.append("\(waived) 已触发但获豁免") }
        let suspected = codes { $0.outcome == .suspected }
        if !suspected.isEmpty { reasons.append("\(suspected) 疑似，待认定") }
        let undetermined = codes { $0.outcome == .undetermined }
        if !undetermined.isEmpty { reasons.append("\(undetermined) 数据不足") }
        let warning = codes { $0.outcome == .warning }
        if !warning.isEmpty { reasons.append("\(warning) 预警") }
        reasons.append("应报观测点 \(summary.applicablePoints) 个，已报 \(summary.reportedPoints) 个")
        reasons.append("基础性指标达标 \(summary.basicRowsMet)/\(summary.basicRows) 行")
        reasons.append("实质性指标达标 \(summary.substantiveRowsMet)/\(summary.substantiveRows) 行")
        return reasons
    }
}
