package import History
import Standards

/// One document used as evidence by several consortia, or for several years of a point that cannot repeat.
enum EvidenceReuse {
    /// The signal of a document, and those of its parts, on the list of the party at `place`. It counts for a party from the
    /// year on in which it and some other have used the document: who uses it later takes nothing from what there was
    /// before, and is not told of before.
    static func signals(
        of group: DocumentGroup, at place: Int, edition: Edition, year: ReportingYear
    ) -> [CredibilitySignal] {
        let party = group.parties[place]
        let others = group.parties.indices.filter { $0 != place && group.firstYears[$0] <= year }
        guard let first = group.firstYear(of: place, beside: others), first <= year else { return [] }
        let shown = group.uses.map { uses in uses.filter { $0.year <= year } }
        let signal = CredibilitySignal(
            id: group.id, kind: .evidenceReuse, grade: .strong, consortium: party, parties: group.parties, year: first,
            text: "同一份佐证材料（SHA-256 \(group.uses[place][0].hash.prefix(8))…）也被 "
                + "\(CredibilitySignal.named(others.map { group.parties[$0] }))使用",
            because: evidence(shown[place], of: party, edition)
                + others.prefix(CredibilitySignal.othersNamed).flatMap { evidence(shown[$0], of: party, edition) },
            parts: group.parts, peers: others.map { group.parties[$0] })
        let parts = group.parts.filter { $0.parties.contains(party) }.compactMap { part in
            let others = others.filter { part.parties.contains(group.parties[$0]) }
            return group.firstYear(of: place, beside: others).map { signal.part(part, from: $0) }
        }
        return [signal] + parts.filter { $0.year <= year }
    }

    /// The signals of one consortium's own documents, of years up to `year`.
    static func acrossYears(
        _ uses: [EvidenceUse], edition: Edition, year: ReportingYear
    ) -> [CredibilitySignal] {
        let nonRepeating = edition.credibility?.nonRepeating ?? []
        let unrepeatable = uses.filter {
            $0.year <= year && nonRepeating.contains(edition.indicators[$0.indicator].code)
        }
        return Dictionary(grouping: unrepeatable) { DocumentPoint(hash: $0.hash, indicator: $0.indicator) }
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

    private struct DocumentPoint: Hashable {
        let hash: String
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
