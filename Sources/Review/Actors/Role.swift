internal import Standards

/// What somebody is in the procedure, and so what he or she may record (DESIGN §9). The higher stands later: of several
/// decisions on one thing, that of the highest role holds.
package enum Role: String, Sendable, CaseIterable, Comparable {
    case `operator`
    case secretariat
    case provincialVerifier
    case ministryExpert
    case ministryApprover

    /// As `actors.yml` and people write it.
    package var title: String {
        switch self {
        case .operator: "运维"
        case .secretariat: "秘书处"
        case .provincialVerifier: "省级核查"
        case .ministryExpert: "部级专家"
        case .ministryApprover: "部级审定"
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    /// Nil where the role determines nothing.
    var deciderRank: DeciderRank? {
        switch self {
        case .operator, .secretariat: nil
        case .provincialVerifier: .weakSignals
        case .ministryExpert: .suspicions
        case .ministryApprover: .cases
        }
    }

    /// Whether the role speaks for a region of its own.
    var isRegional: Bool { self == .provincialVerifier }

    /// Whether the role speaks for consortia that are named one by one.
    var isOfConsortia: Bool { self == .secretariat }

    /// Whether the role may record `act` at all, wherever and on whomever.
    package func mayRecord(_ act: Act) -> Bool {
        switch (self, act) {
        case (_, .withdraw(let withdrawn)): mayRecord(withdrawn)
        // Only the party itself appeals; what the installation has to say of itself is the operator's alone.
        case (.secretariat, _): act == .appeal
        case (_, .appeal): false
        case (.operator, _): act == .quiet(.operations)
        case (_, .quiet(let matter)): matter == .duties
        case (.provincialVerifier, .dismiss(let matter)): matter == .weakSignal
        case (.provincialVerifier, .transition(let standing)): standing == .application
        case (.provincialVerifier, _): false
        case (.ministryExpert, .confirm), (.ministryExpert, .dismiss): true
        case (.ministryExpert, .rate(let round)): round == .first
        case (.ministryExpert, _): false
        // Whoever adjudicates has not rated.
        case (.ministryApprover, .rate(let round)): round == .adjudication
        case (.ministryApprover, .transition(let standing)): standing != .application
        case (.ministryApprover, _): true
        }
    }
}
