package import History
import Standards

/// One document used as evidence by two consortia, or for two years of a point that cannot repeat.
enum EvidenceReuse {
    static func signals(in uses: [EvidenceUse], edition: Edition, year: ReportingYear) -> [CredibilitySignal] {
        Dictionary(grouping: uses, by: \.hash).values.flatMap { uses in
            acrossConsortia(uses, edition, year) + acrossYears(uses.filter { $0.year <= year }, edition)
        }
    }

    /// Of figures up to the assessed year; the other consortium may have used the document for a later one.
    private static func acrossConsortia(
        _ uses: [EvidenceUse], _ edition: Edition, _ year: ReportingYear
    ) -> [CredibilitySignal] {
        let users = Set(uses.map(\.consortium))
        guard users.count > 1 else { return [] }
        return users.compactMap { user -> CredibilitySignal? in
            let own = uses.filter { $0.consortium == user && $0.year <= year }
            guard let last = own.map(\.year).max() else { return nil }
            let others = users.subtracting([user]).sorted().joined(separator: "、")
            return CredibilitySignal(
                kind: .evidenceReuse, consortium: user, year: last,
                text: "同一份佐证材料（\(uses[0].hash.prefix(8))…）也被 \(others) 使用。",
                because: evidence(own.sorted() + uses.filter { $0.consortium != user }.sorted(), edition))
        }
    }

    private static func acrossYears(_ uses: [EvidenceUse], _ edition: Edition) -> [CredibilitySignal] {
        let repeatable = uses.filter {
            edition.credibility.nonRepeating.contains(edition.indicators[$0.indicator].code)
        }
        return Dictionary(grouping: repeatable) { UserPoint(consortium: $0.consortium, indicator: $0.indicator) }
            .values.flatMap { uses in
                let years = Set(uses.map(\.year)).sorted()
                return years.dropFirst().map { year in
                    CredibilitySignal(
                        kind: .evidenceReuse, consortium: uses[0].consortium, year: year,
                        text: "观测点 \(edition.indicators[uses[0].indicator].code) 在 \(years[0]) 年和 \(year) 年"
                            + "使用了同一份佐证材料（\(uses[0].hash.prefix(8))…）。",
                        because: evidence(uses.filter { $0.year == years[0] || $0.year == year }.sorted(), edition))
                }
            }
    }

    private struct UserPoint: Hashable {
        let consortium: String
        let indicator: Int
    }

    private static func evidence(_ uses: [EvidenceUse], _ edition: Edition) -> [Evidence] {
        uses.map {
            Evidence(
                subject: .cell(indicator: edition.indicators[$0.indicator], year: $0.year, basis: .actual),
                value: $0.hash, status: .reported, source: $0.source)
        }
    }
}

extension EvidenceUse: Comparable {
    package static func < (left: EvidenceUse, right: EvidenceUse) -> Bool {
        (left.consortium, left.indicator, left.year) < (right.consortium, right.indicator, right.year)
    }
}
