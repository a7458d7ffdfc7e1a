internal import FEEL
internal import GRDB
internal import Standards

// Entries of authorities of which nobody knows whom they are about, and that no later entry has settled.

extension RegisterReader {
    /// The policies without a region that is known, which might count somewhere.
    func unplacedPolicies() throws -> [Unplaced<Policy>] {
        let digits = String(repeating: "[0-9]", count: 6)
        guard
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM policy_entry WHERE region NOT GLOB ?)", arguments: [digits])
                ?? false
        else { return [] }
        let rows = try entries(
            "policy_entry", .policies, id: "policy", with: "sheet, submission.region AS speaker_region", Self.part,
            where: Self.ofAuthorities)
        var open = Open<Policy>()
        for row in rows where row.reportedBy == nil {
            let policy = Policy(
                id: row["policy"], level: try row.optionalChoice("level"), region: row["region"], title: row["title"],
                number: row["number"], issuer: row["issuer"], issuedOn: row.date("issued_on"),
                isEffective: row["is_effective"], evidence: row["evidence"], validUntil: row.date("valid_until"),
                repealedOn: row.date("repealed_on"), hasUnknownTerm: row.isNoDay("valid_until"),
                hasUnknownRepeal: row.isNoDay("repealed_on"), source: row.source)
            // A policy that its register gives no number goes by that of the document.
            let names = [policy.id, policy.number.isEmpty ? "" : "\(policy.title)\u{1F}\(policy.number)"]
            open.add(policy, names: names, region: row["speaker_region"], isPlaced: policy.isPlaced) { $0.mightCount }
        }
        return open.entries
    }

    /// The incidents whose consortium is blank or not registered and that were not dismissed.
    func unassignedIncidents() throws -> [Unplaced<Incident>] {
        let isAnyOpen = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM incident_entry
                WHERE consortium NOT IN (SELECT consortium FROM consortium_entry))
                """)
        guard isAnyOpen ?? false else { return [] }
        let registered = try registeredCodes()
        let joins = Self.part + " " + Self.consortium
        let rows = try entries(
            "incident_entry", .incidents, id: "incident", with: "code, sheet, submission.region AS speaker_region",
            joins, where: Self.ofAuthorities)
        var open = Open<Incident>()
        for row in rows where row.reportedBy == nil {
            let incident = Incident(
                id: row["incident"], consortium: row["code"], occurredOn: row.date("occurred_on"),
                domain: try row.optionalChoice("domain"), severity: try row.optionalChoice("severity"),
                hasAdverseImpact: row["has_adverse_impact"], status: try row.optionalChoice("status"),
                evidence: row["evidence"], description: row["description"], source: row.source)
            let isPlaced = registered.contains(incident.consortium)
            open.add(incident, names: [incident.id], region: row["speaker_region"], isPlaced: isPlaced) {
                $0.status != .dismissed
            }
        }
        return open.entries
    }

    /// The codes of consortia that an authority has ever registered, whenever the entry holds.
    private func registeredCodes() throws -> Set<String> {
        try String.fetchSet(
            db,
            sql: """
                SELECT code FROM consortium_entry AS entry JOIN consortium ON consortium.id = entry.consortium
                JOIN submission ON submission.id = entry.submission WHERE \(Horizon.condition) \(Self.ofAuthorities)
                """, arguments: horizon.arguments)
    }
}

/// The entries that are open, in the order of receipt.
private struct Open<Entry: Sendable & Hashable> {
    private var waiting: [(unplaced: Unplaced<Entry>, counts: Bool)?] = []
    private var positions: [String: Set<Int>] = [:]

    var entries: [Unplaced<Entry>] { waiting.compactMap { $0 }.filter(\.counts).map(\.unplaced) }

    /// Takes in an entry: one that says whom it is about settles those before it of the same name, one that does not
    /// stands in the place of one before it.
    mutating func add(
        _ entry: Entry, names: [String], region: String, isPlaced: Bool, counts: (Entry) -> Bool
    ) {
        let names = names.filter { !$0.isEmpty }.map { $0.uppercased() }
        for name in names {
            for position in positions[name] ?? [] {
                guard let other = waiting[position]?.unplaced,
                    isPlaced ? other.isSettled(by: region) : other.region == region
                else { continue }
                waiting[position] = nil
                positions[name]?.remove(position)
            }
            if !isPlaced { positions[name, default: []].insert(waiting.count) }
        }
        if !isPlaced { waiting.append((Unplaced(entry, in: region), counts(entry))) }
    }
}
