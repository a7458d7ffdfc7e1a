import Standards

/// Looks for groups of consortia whose figures of one year agree.
struct FigureGroupSearch {
    private let table: FigureTable
    private let place: Int
    private let consortia: [String]
    private let codes: [String]
    private let least: Int
    /// By consortium, the signals that somebody determined on.
    private let subjects: [String: Set<String>]
    private let shared: SharedTokens

    /// - Parameter place: the year's among those of the table.
    init(
        _ table: FigureTable, year place: Int, consortia: [String], edition: Edition, subjects: [String: Set<String>]
    ) {
        self.table = table
        self.place = place
        self.consortia = consortia
        self.subjects = subjects
        codes = edition.indicators.map(\.code.text)
        least = max(1, edition.credibility?.sharedPoints ?? .max)
        shared = SharedTokens(table, year: place)
    }

    private var year: ReportingYear { table.years[place] }

    func groups() -> [FigureGroup] {
        var found = TokenGroups(shared, least: least, pointCount: table.pointCount)
        return found.members.map { members in
            let agreements = agreements(of: members, &found)
            let id = id(of: members)
            let parts = parts(of: members, besides: id)
            return FigureGroup(
                year: year, id: id, parties: members.map { consortia[$0] }, agreements: agreements, parts: parts,
                peers: peers(in: parts, of: members, &found))
        }
    }

    private func peers(in parts: [SignalPart], of members: [Int], _ found: inout TokenGroups) -> [Int: [Int]] {
        guard !parts.isEmpty else { return [:] }
        let places = Dictionary(uniqueKeysWithValues: zip(members.map { consortia[$0] }, members.indices))
        var peers: [Int: Set<Int>] = [:]
        for part in parts {
            let parties = part.parties.compactMap { places[$0] }
            for party in parties { peers[party, default: []].formUnion(parties) }
        }
        for (party, known) in peers {
            let beside = members.indices.first {
                !known.contains($0) && found.sharesEnough(members[party], members[$0])
            }
            if let beside { peers[party]?.insert(beside) }
        }
        return peers.mapValues { $0.sorted() }
    }

    /// How many members, by id, are tried for a member before the one that it was found by is taken.
    private static let tried = 64

    private func agreements(of members: [Int], _ found: inout TokenGroups) -> [[FigureGroup.Agreement]] {
        let places = Dictionary(uniqueKeysWithValues: zip(members, members.indices))
        var known: [[Int16]: [Int16]] = [:]
        return members.map { member in
            var others: [Int] = []
            for other in members.prefix(Self.tried + 1) where other != member {
                guard others.count < CredibilitySignal.othersNamed else { break }
                if found.sharesEnough(member, other) { others.append(other) }
            }
            let link = Int(found.links[member])
            if others.count < CredibilitySignal.othersNamed, !others.contains(link) { others.append(link) }
            return others.sorted().compactMap { other in
                let indicators = Set(shared.common(member, other).map { shared.ordinals[Int($0)] }).sorted()
                // A group agrees on the same indicators mostly: one list serves all.
                let same = known[indicators] ?? indicators
                known[indicators] = same
                return places[other].map { FigureGroup.Agreement(other: $0, indicators: same) }
            }
        }
    }

    // MARK: - Ids

    private func cell(_ ordinal: Int16) -> String { "\(codes[Int(ordinal)]) \(year)" }

    private func id(of members: [Int]) -> String {
        if members.count == 2 { return id(of: members[0], members[1]) }
        var growing = GrowingGroup(self)
        members.forEach { growing.add($0) }
        return growing.id
    }

    private func id(of one: Int, _ other: Int) -> String {
        CredibilitySignal.id(
            .copiedFigures, parties: [consortia[one], consortia[other]],
            cells: shared.common(one, other).map { cell(shared.ordinals[Int($0)]) })
    }

    /// The id of a group while members join it.
    private struct GrowingGroup {
        private let search: FigureGroupSearch
        private var hash = CredibilitySignal.GroupID(.copiedFigures)
        private var holders: [Int32: Int] = [:]
        private var indicators: Set<Int16> = []
        private(set) var members: [Int] = []

        init(_ search: FigureGroupSearch) { self.search = search }

        mutating func add(_ member: Int) {
            members.append(member)
            hash.add(party: search.consortia[member])
            for token in search.shared[member] {
                holders[token, default: 0] += 1
                let ordinal = search.shared.ordinals[Int(token)]
                if holders[token] == 2, indicators.insert(ordinal).inserted { hash.add(cell: search.cell(ordinal)) }
            }
        }

        var id: String { members.count == 2 ? search.id(of: members[0], members[1]) : hash.text }
    }

    // MARK: - What was determined on before

    /// Two of the members, and what the group was while they came in, of which there is a determination.
    private func parts(of members: [Int], besides id: String) -> [SignalPart] {
        guard members.count > 2 else { return [] }
        let named = members.filter { subjects[consortia[$0]] != nil }
        let wanted = named.reduce(into: Set<String>()) { $0.formUnion(subjects[consortia[$1]] ?? []) }
            .subtracting([id])
        guard !wanted.isEmpty else { return [] }
        var parts: Set<SignalPart> = []
        func look(_ id: String, _ members: [Int]) {
            guard wanted.contains(id) else { return }
            parts.insert(SignalPart(id: id, parties: members.sorted().map { consortia[$0] }))
        }
        for one in named {
            for other in members where other != one { look(self.id(of: one, other), [one, other]) }
        }
        // A correction moves a consortium's last figures, a late copy its first ones: it may have come in by either.
        for order in [\FigureTable.Parts.first, \.last] {
            let parts = members.map { table.parts(year: place, row: $0)[keyPath: order] }
            let arrivals = zip(parts, members).sorted(by: <).map { (part: $0, member: $1) }
            var growing = GrowingGroup(self)
            for (index, arrival) in arrivals.enumerated() {
                growing.add(arrival.member)
                let isLastOfPart = index + 1 == arrivals.count || arrivals[index + 1].part != arrival.part
                if isLastOfPart, growing.members.count > 2 { look(growing.id, growing.members) }
            }
        }
        return parts.sorted { $0.id < $1.id }
    }
}
