package import Assessment
internal import Safekeeping
package import Standards

/// What changed between two assessments, for a terminal: a consortium after another, under each outcome what made it so.
package struct ComparisonText: Sendable {
    private let edition: Edition
    private let regions: RegionNames

    package init(edition: Edition, regions: RegionNames) {
        self.edition = edition
        self.regions = regions
    }

    /// - Parameters:
    ///   - heading: `2025年度评定，2026年3月31日至2026年5月8日`.
    ///   - count: of all that were compared.
    package func rendered(
        _ changes: [ConsortiumChange], heading: String, count: Int, colour: Bool = false
    ) -> String {
        var lines = [TerminalStyle.bold.applied(to: heading.printable, colour: colour)]
        for change in changes {
            let consortium = change.consortium
            lines.append("")
            lines.append(
                TerminalStyle.bold.applied(
                    to: "\(consortium.id) \(consortium.name)（\(regions[consortium.province])）".printable, colour: colour
                ))
            for outcome in change.outcomes {
                lines.append("  \(sentence(outcome))".printable)
                for cause in CauseText(outcome).lines {
                    lines.append("    ← " + TerminalStyle.dim.applied(to: cause.printable, colour: colour))
                }
            }
        }
        lines.append("")
        lines += tally(changes).map { "\($0.sentence)：\($0.count)家".printable }
        lines.append(Self.total(changes.count, of: count))
        return lines.map { $0 + "\n" }.joined()
    }

    /// Which outcomes changed how, and of how many, in the order of the standard.
    package func tally(_ changes: [ConsortiumChange]) -> [(sentence: String, count: Int)] {
        let outcomes = changes.flatMap(\.outcomes)
        var places: [String: Int] = [:]
        for (place, clause) in edition.clauses.enumerated() { places[clause.code] = place }
        func place(_ outcome: ChangedOutcome) -> Int {
            if case .clause(let code) = outcome.subject { places[code] ?? places.count } else { -1 }
        }
        return Dictionary(grouping: outcomes, by: sentence)
            .map { (sentence: $0.key, count: $0.value.count, place: place($0.value[0])) }
            .sorted { ($0.place, -$0.count, $0.sentence) < ($1.place, -$1.count, $1.sentence) }
            .map { ($0.sentence, $0.count) }
    }

    /// `16.3 连续两年经费…：数据不足 → 已触发`
    package func sentence(_ outcome: ChangedOutcome) -> String {
        let before = outcome.before?.title ?? "未列入评定"
        let after = outcome.after?.title ?? "不再列入评定"
        return "\(title(of: outcome.subject))：\(before) → \(after)"
    }

    private func title(of subject: OutcomeChange.Subject) -> String {
        guard case .clause(let code) = subject else { return "综合结论" }
        return edition.clause(code).map { "\(code) \($0.title)" } ?? code
    }

    /// `3家有变化，另有27家没有变化。`
    package static func total(_ changed: Int, of count: Int) -> String {
        if changed == 0 { return "\(count)家均无变化。" }
        let rest = count - changed
        return rest > 0 ? "\(changed)家有变化，另有\(rest)家没有变化。" : "\(changed)家均有变化。"
    }
}
