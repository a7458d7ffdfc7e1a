import FEEL

extension Incident {
    /// The incident that several authorities tell of, each its latest word in `accounts`, in the order of receipt; nil
    /// where there is none.
    ///
    /// Where they agree, the latest stands, filled in with what others say. Where they contradict each other the graver
    /// stands as 线索, so that a person decides and no machine takes the graver for proven (DESIGN §3).
    package static func reconciled(_ accounts: [Incident]) -> Incident? {
        guard let latest = accounts.last, accounts.count > 1 else { return accounts.last }
        guard accounts.contradict else { return accounts.dropLast().reversed().reduce(latest) { $0.filled(from: $1) } }
        let graver = accounts.enumerated().max { left, right in
            let (first, second) = (left.element, right.element)
            return (first.status.gravity, first.severity.gravity, first.hasAdverseImpact.gravity, left.offset)
                < (second.status.gravity, second.severity.gravity, second.hasAdverseImpact.gravity, right.offset)
        }?.element
        guard let graver else { return latest }
        let isDismissed = accounts.allSatisfy { $0.status == .dismissed }
        return Incident(
            id: graver.id, consortium: graver.consortium, occurredOn: accounts.compactMap(\.occurredOn).max(),
            domain: graver.domain, severity: accounts.map(\.severity).max { $0.gravity < $1.gravity } ?? nil,
            hasAdverseImpact: accounts.map(\.hasAdverseImpact).max { $0.gravity < $1.gravity } ?? nil,
            status: isDismissed ? .dismissed : .reported, evidence: graver.evidence, description: graver.description,
            reportedBy: graver.reportedBy, region: graver.region, accounts: accounts, source: graver.source)
    }

    /// Whether another account of the incident says otherwise. What one leaves blank is no contradiction, nor is a clue
    /// that another authority has confirmed since.
    package func contradicts(_ other: Incident) -> Bool {
        func differ<Value: Equatable>(_ field: KeyPath<Incident, Value?>) -> Bool {
            guard let own = self[keyPath: field], let others = other[keyPath: field] else { return false }
            return own != others
        }
        let statuses = Set([status, other.status].compactMap(\.self))
        return differ(\.occurredOn) || differ(\.domain) || differ(\.severity) || differ(\.hasAdverseImpact)
            || statuses.count == 2 && statuses.contains(.dismissed)
    }

    private func filled(from other: Incident) -> Incident {
        Incident(
            id: id, consortium: consortium, occurredOn: occurredOn ?? other.occurredOn, domain: domain ?? other.domain,
            severity: severity ?? other.severity, hasAdverseImpact: hasAdverseImpact ?? other.hasAdverseImpact,
            status: status.gravity >= other.status.gravity ? status : other.status,
            evidence: evidence ?? other.evidence, description: description ?? other.description,
            reportedBy: reportedBy, region: region, source: source)
    }
}

extension [Incident] {
    fileprivate var contradict: Bool {
        indices.contains { place in self[..<place].contains { $0.contradicts(self[place]) } }
    }
}

extension IncidentStatus? {
    /// What weighs more against the consortium is the greater; what nobody has said lies between.
    fileprivate var gravity: Int {
        switch self {
        case .dismissed?: 0
        case nil: 1
        case .reported?: 2
        case .confirmed?: 3
        }
    }
}

extension IncidentSeverity? {
    fileprivate var gravity: Int { self.flatMap { IncidentSeverity.allCases.firstIndex(of: $0) } ?? -1 }
}

extension Bool? {
    fileprivate var gravity: Int { self.map { $0 ? 2 : 0 } ?? 1 }
}
