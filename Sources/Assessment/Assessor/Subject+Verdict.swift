import FEEL
import History
import Standards

extension Subject {
    /// The verdict that the table of the consortium's standing gives these outcomes.
    func verdict(clauses: [ClauseCheck], acceptance: [AcceptanceCheck]) -> Verdict {
        let standing = tenure.standing(in: year)
        let summary = summary(clauses: clauses, acceptance: acceptance)
        let hit = rules.verdicts.row(for: summary, standing: standing, parameters: parameters)
        let earlier = clauses.flatMap(\.openCases)
        // What was carried out since is no open case.
        let own =
            tenure.isRevoked(since: year)
            ? [] : clauses.filter { $0.outcome == .triggered && $0.waivedBy == nil }.compactMap(\.raised)
        let deadline = hit?.row.deadline.flatMap { assessor.dates.deadlines[$0] }
        let unjudged =
            rules.edition.judges ? "不作结论" : "《\(rules.edition.title)》没有规定否定性指标和结论办法，只列监测情况，不作结论"
        var title = hit?.row.title ?? rules.edition.verdicts.table(for: standing)?.listed ?? unjudged
        if let openTitle = hit?.openTitle, !earlier.isEmpty {
            let years = Set(earlier.map(\.year)).sorted().map(\.description).joined(separator: "、")
            title = openTitle.text([.string(years)])
        }
        let told = title + (deadline.map(limit) ?? "")
        return Verdict(
            id: hit?.row.verdict ?? "none", title: hit?.row.title ?? (rules.edition.judges ? title : "只列监测情况，不作结论"),
            tone: hit?.row.tone ?? .other,
            standing: standing, row: hit.map { $0.index + 1 } ?? 0, deadline: deadline,
            text: ([told] + reasons(clauses, summary)).joined(separator: "；"), summary: summary,
            openCases: Self.inOrder(clauses, earlier + own))
    }

    /// `（2026年12月31日前）`, or that the day is over.
    private func limit(_ deadline: CalendarDate) -> String {
        let isOver = assessor.dates.today.map { $0 > deadline } ?? false
        return isOver ? "（期限\(deadline.inChinese)已过）" : "（\(deadline.inChinese)前）"
    }

    /// By clause as the standard lists them, then by year.
    private static func inOrder(_ clauses: [ClauseCheck], _ cases: [OpenCase]) -> [OpenCase] {
        clauses.flatMap { check in
            cases.filter { $0.clause == check.clause.code }.sorted { $0.year < $1.year }
        }
    }

    private func summary(clauses: [ClauseCheck], acceptance: [AcceptanceCheck]) -> OutcomeSummary {
        let lines = clauses.map { check in
            (
                check.clause.list,
                Outcomes.ClauseLine(
                    outcome: check.outcome, isWaived: check.waivedBy != nil, openCases: check.openCases.count)
            )
        }
        // The checks stand in the order of the criteria and their points.
        var checks = acceptance[...]
        let criteria = rules.criteria.map { criterion in
            defer { checks = checks.dropFirst(criterion.points.count) }
            return AcceptanceOutcome.together(checks.prefix(criterion.points.count).lazy.map(\.outcome))
        }
        return summary(clauses: lines, criteria: acceptance.isEmpty ? [] : criteria)
    }

    /// What the verdict table looks at. `criteria` are the outcomes of all 三级指标 in the order of the source; none
    /// where the edition accepts nothing.
    func summary(
        clauses: [(list: ClauseList, line: Outcomes.ClauseLine)], criteria: [AcceptanceOutcome]
    ) -> OutcomeSummary {
        var summary = OutcomeSummary()
        for (list, line) in clauses {
            // What only suspects on a list of its own does not hold up the verdict.
            let isNegative = list == .negative || list == .deduction
            switch line.outcome {
            case .triggered where line.isWaived: summary.waived += 1
            case .triggered: summary.triggered += 1
            case .suspected: summary.suspected += isNegative ? 1 : 0
            case .undetermined: summary.undetermined += isNegative ? 1 : 0
            case .warning: summary.warning += isNegative ? 1 : 0
            case .clear, .notApplicable: break
            }
            summary.openCases += line.openCases
        }
        let completeness = Completeness(of: panel, in: year, edition: rules.edition)
        (summary.reportedPoints, summary.applicablePoints) = (
            completeness.reportedPoints, completeness.applicablePoints
        )
        for (criterion, outcome) in zip(rules.criteria, criteria) where outcome != .notApplicable {
            if criterion.role == .basic {
                summary.basicCriteria += 1
                summary.basicCriteriaMet += outcome == .met ? 1 : 0
            } else {
                summary.substantiveCriteria += 1
                summary.substantiveCriteriaMet += outcome == .met ? 1 : 0
            }
        }
        return summary
    }

    private func reasons(_ clauses: [ClauseCheck], _ summary: OutcomeSummary) -> [String] {
        var reasons: [String] = []
        func tell(_ what: String, _ isIncluded: (ClauseCheck) -> Bool) {
            let codes = clauses.filter(isIncluded).map(\.clause.code)
            if !codes.isEmpty { reasons.append("\(codes.joined(separator: "、")) \(what)") }
        }
        tell("已触发") { $0.outcome == .triggered && $0.waivedBy == nil }
        tell("已触发，已豁免") { $0.waivedBy != nil }
        reasons += clauses.flatMap(\.openCases).map { open in
            "\(open.clause) \(open.consortium == consortium.id ? "" : "前身\(open.consortium) ")\(open.year)年度已触发，未决"
        }
        tell("疑似，待认定") { $0.outcome == .suspected }
        tell("数据不足") { $0.outcome == .undetermined }
        tell("预警") { $0.outcome == .warning }
        reasons.append("应报观测点\(summary.applicablePoints)个，已报\(summary.reportedPoints)个")
        if rules.edition.judges, summary.basicCriteria + summary.substantiveCriteria > 0 {
            reasons.append("基础性三级指标达标\(summary.basicCriteriaMet)/\(summary.basicCriteria)项")
            reasons.append("实质性三级指标达标\(summary.substantiveCriteriaMet)/\(summary.substantiveCriteria)项")
        }
        return reasons
    }
}
