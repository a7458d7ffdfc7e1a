package import History
import Standards

/// One document used as evidence by several consortia, or for several years of a point that cannot repeat.
enum EvidenceReuse {
    static func signals(in uses: [EvidenceUse], edition: Edition, year: ReportingYear) -> [CredibilitySignal] {
        Dictionary(grouping: uses, by: \.hash).values.flatMap { uses in
            acrossConsortia(uses.sorted(), edition, year) + acrossYears(uses.filter { $0.year <= year }, edition)
        }
    }

    /// It counts for a party from the year on in which it and some other have used the document: who uses it later takes
    /// nothing from what there was before.
    private static func acrossConsortia(
        _ uses: [EvidenceUse], _ edition: Edition, _ year: ReportingYear
    ) -> [CredibilitySignal] {
        let firstYears = Dictionary(uses.map { ($0.consortium, $0.year) }, uniquingKeysWith: min)
        let parties = firstYears.keys.sorted()
        guard parties.count > 1 else { return [] }
        let cells = uses.map { "\($0.consortium) \(cell($0, edition))" }
        let id = CredibilitySignal.id(.evidenceReuse, parties: parties, cells: cells + [uses[0].hash])
        let shown = uses.filter { $0.year <= year }
        return parties.compactMap { party in
            let others = firstYears.filter { $0.key != party && $0.value <= year }
            guard let own = firstYears[party], let other = others.values.min(), max(own, other) <= year else {
                return nil
            }
            return CredibilitySignal(
                id: id, kind: .evidenceReuse, grade: .strong, consortium: party, parties: parties,
                year: max(own, other),
                text: "同一份佐证材料（SHA-256 \(uses[0].hash.prefix(8))…）也被"
                    + " \(others.keys.sorted().joined(separator: "、")) 使用",
                because: evidence(shown.filter { $0.consortium == party }, of: party, edition)
                    + evidence(shown.filter { $0.consortium != party }, of: party, edition))
        }
    }

    private static func acrossYears(_ uses: [EvidenceUse], _ edition: Edition) -> [CredibilitySignal] {
        let nonRepeating = edition.credibility?.nonRepeating ?? []
        let unrepeatable = uses.filter { nonRepeating.contains(edition.indicators[$0.indicator].code) }
        return Dictionary(grouping: unrepeatable) { UserPoint(consortium: $0.consortium, indicator: $0.indicator) }
            .values.flatMap { uses in
                let years = Set(uses.map(\.year)).sorted()
                return years.dropFirst().map { year in
                    let both = uses.filter { $0.year == years[0] || $0.year == year }.sorted()
                    let party = uses[0].consortium
                    return CredibilitySignal(
                        id: CredibilitySignal.id(
                            .evidenceReuse, parties: [party], cells: both.map { cell($0, edition) } + [uses[0].hash]),
                        kind: .evidenceReuse, grade: .strong, consortium: party, parties: [party], year: year,
                        text: "观测点 \(edition.indicators[uses[0].indicator].code) 在\(years[0])年和\(year)年"
                            + "使用了同一份佐证材料（SHA-256 \(uses[0].hash.prefix(8))…）",
                        because: evidence(both, of: party, edition))
                }
            }
    }

    private struct UserPoint: Hashable {
        let consortium: String
        let indicator: Int
    }

    private static func cell(_ use: EvidenceUse, _ edition: Edition) -> String {
        "\(edition.indicators[use.indicator].code) \(use.year)"
    }

    private static func evidence(_ uses: [EvidenceUse], of party: String, _ edition: Edition) -> [Evidence] {
        uses.map {
            Evidence(
                subject: .cell(indicator: edition.indicators[$0.indicator], year: $0.year, basis: .actual),
                value: $0.hash, status: .reported, source: $0.source,
                party: $0.consortium == party ? nil : $0.consortium, isAttachment: true)
        }
    }
}

extension EvidenceUse: Comparable {
    package static func < (left: EvidenceUse, right: EvidenceUse) -> Bool {
        (left.consortium, left.indicator, left.year) < (right.consortium, right.indicator, right.year)
    }
}
