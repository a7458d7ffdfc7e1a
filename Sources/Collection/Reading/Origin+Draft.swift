internal import Standards

extension Origin {
    /// Whose a file is that was read (DESIGN §7): an authority's or, of a secretariat's, the consortium that the manifest
    /// names, or else its folder, its cover, or the name in a document; or the only one that its rows name.
    /// - Parameter fault: set where nothing tells whose a secretariat's file is, and something in it needs to be known
    ///   by that.
    init(of draft: Draft, _ arrival: Arrival, fault: inout Finding?) {
        if let known = arrival.known {
            self = known
            return
        }
        let sender = arrival.line?.sender ?? ""
        guard arrival.isOfSecretariat else {
            self.init(authority: .authority, region: arrival.root.region, sender: sender)
            return
        }
        let named = draft.namedConsortia
        let told = draft.ownConsortium ?? draft.consortiumOfDocument ?? (named.count == 1 ? named[0] : nil)
        // An owner in the folder outranks the cover.
        self.init(authority: .secretariat, sender: sender, consortium: draft.owner ?? told)
        guard consortium == nil, fault == nil else { return }
        if named.count > 1 {
            fault = Finding(
                .severalConsortia, at: draft.source(),
                ["count": String(named.count), "points": named.prefix(20).joined(separator: "、")])
        } else if draft.needsConsortium {
            fault = Finding(.noConsortium, at: draft.source())
        }
    }
}

extension Draft {
    /// The consortia of which a file speaks and of which the author of its line in a manifest may not; nil where there
    /// are none, empty where it speaks of none and is another authority's.
    func foreign(to arrival: Arrival, _ origin: Origin, among known: KnownConsortia) -> [String]? {
        let region = arrival.lineRegion
        guard !region.isEmpty else { return nil }
        let registered = consortia.entries.filter { !$0.lies(in: region) }.map(\.id)
        let named =
            observations.consortia + incidents.entries.map(\.consortium).filter { !$0.isEmpty }
            + entries.entries.map(\.consortium).filter { !$0.isEmpty } + transitions.map(\.consortium)
            + determinations.map(\.consortium)
        let all = origin.authority == .secretariat ? [origin.consortium].compactMap(\.self) : named
        let foreign = registered + all.filter { known[$0]?.lies(in: region) != true }
        if !foreign.isEmpty { return foreign.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        let isElsewhere = arrival.root.authority == .authority && !RegionCode.contains(region, arrival.root.region)
        return all.isEmpty && consortia.entries.isEmpty && isElsewhere ? [] : nil
    }

    /// The consortia that rows name which a secretariat may send, in the order in which they come.
    fileprivate var namedConsortia: [String] {
        var seen: Set<String> = []
        return
            (observations.consortia + incidents.entries.map(\.consortium).filter { !$0.isEmpty }
            + entries.entries.filter { $0.form.isOfSecretariats }.map(\.consortium))
            .filter { seen.insert($0).inserted }
    }

    /// Whether there is anything that a secretariat may say, but nothing that says whose it is.
    fileprivate var needsConsortium: Bool {
        !policies.entries.isEmpty || incidents.entries.contains { $0.consortium.isEmpty } || !withdrawals.isEmpty
            || !formFields.isEmpty || !evidence.isEmpty
    }
}

extension RegisterEntry.Form {
    /// Whether a secretariat may send entries of the form; others are an authority's.
    var isOfSecretariats: Bool {
        switch self {
        case .members, .workplans, .documents, .tasks, .statements, .quarters: true
        case .ratings, .evaluations, .targets: false
        }
    }
}
