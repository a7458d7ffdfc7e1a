import Assessment
import Review
import Standards

/// What a consortium, its province or the ministry can still do about outcomes that are not clear, a line each.
enum Measures {
    static func lines(
        of assessment: ConsortiumAssessment, edition: Edition, signers: DecisionSigners
    ) -> [HTML] {
        assessment.clauses.compactMap { line($0, signers) } + unmetCriteria(assessment, edition)
    }

    static func list(_ lines: [HTML]) -> HTML {
        lines.isEmpty
            ? "<span class=\"none\">\(Figures.none)</span>" : "<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    // MARK: - Clauses

    private static func line(_ check: ClauseCheck, _ signers: DecisionSigners) -> HTML? {
        sentence(check, signers).map { "<b>\(check.clause.code)</b> \($0)" }
    }

    /// What is open from earlier years, then what the assessed year asks for, then what guards the next.
    private static func sentence(_ check: ClauseCheck, _ signers: DecisionSigners) -> String? {
        var parts = check.openCases.map { "\($0.year)年度触发的案件尚未结案" }
        if let waiver = check.waivedBy {
            parts.append("已由\(waiver.by)豁免（\(signers.mark(of: waiver))）")
        } else {
            if let own = ownSentence(check) { parts.append(own) }
            if let protection = check.protection { parts.append(protection.text) }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "；")
    }

    private static func ownSentence(_ check: ClauseCheck) -> String? {
        if !check.contradictory.isEmpty { return "同日的认定相互矛盾，须重新认定" }
        if let remedy = check.remedy { return remedy.text }
        return switch check.outcome {
        case .triggered: "数据更正后不再符合条件，或者获得豁免的，结论方可改变"
        case .suspected: "须由评审人员认定"
        case .undetermined: missing(check.wouldDecide.map(\.subject.shortTitle).uniqued())
        case .warning: check.protection == nil ? check.text : nil
        case .clear: check.pending == nil ? nil : missing(check.wouldDecide.map(\.subject.shortTitle).uniqued())
        case .notApplicable: nil
        }
    }

    private static func missing(_ titles: [String]) -> String {
        titles.isEmpty ? "数据不足" : "须补齐：\(listed(titles, counted: "项"))"
    }

    // MARK: - Acceptance

    /// Where acceptance decides the verdict: the criteria that were not met.
    private static func unmetCriteria(_ assessment: ConsortiumAssessment, _ edition: Edition) -> [HTML] {
        guard [.rectify, .fail].contains(assessment.verdict.tone) else { return [] }
        let checks = assessment.acceptanceByPoint
        return edition.categories.filter { $0.role != .negative }.compactMap { category in
            let codes = category.goals.flatMap(\.criteria).filter { $0.outcome(checks) == .notMet }.map(\.code)
            return codes.isEmpty ? nil : "\(category.name)未达标：\(listed(codes, counted: "项"))"
        }
    }

    private static func listed(_ names: [String], counted unit: String) -> String {
        names.prefix(namedAtMost).joined(separator: "、") + (names.count > namedAtMost ? "等\(names.count)\(unit)" : "")
    }

    private static let namedAtMost = 4
}
