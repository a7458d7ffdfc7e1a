internal import Collection
internal import Review
internal import Standards

/// Holds the determinations of an authority's registers against the roles of those who made them (DESIGN §9).
struct Entitlement {
    private let permission: Permission
    private var consortia: [String: Consortium]
    private var members: [String: [RegisterEntry]]
    /// What an earlier determination decided, by its id.
    private var acts: [String: Act] = [:]

    init(
        _ permission: Permission, consortia: [Consortium], members: [RegisterEntry], determinations: [Determination]
    ) {
        self.permission = permission
        self.consortia = Dictionary(consortia.map { ($0.id, $0) }) { _, later in later }
        self.members = Dictionary(grouping: members, by: \.consortium)
        for determination in determinations { note(determination) { _ in false } }
    }

    /// Takes out of a submission what those who made it may not decide, and learns what it says for those that follow.
    mutating func examine(_ submission: inout Submission, isIncident: (String) -> Bool) -> [Finding] {
        for consortium in submission.consortia { consortia[consortium.id] = consortium }
        for entry in submission.entries where entry.form == .members {
            members[entry.consortium, default: []].append(entry)
        }
        let findings = submission.withhold { determination in
            guard let refusal = refusal(of: determination, isIncident: isIncident) else { return nil }
            return Finding(
                .notEntitled, at: determination.source, consortium: determination.consortium,
                year: determination.year,
                [
                    "by": determination.by, "clause": determination.clause,
                    "decision": determination.decision.title, "reason": refusal.reason, "remedy": refusal.remedy,
                ])
        }
        for determination in submission.determinations { note(determination, isIncident) }
        return findings + withholdRatings(of: &submission)
    }

    private func withholdRatings(of submission: inout Submission) -> [Finding] {
        submission.withhold(entriesOf: .ratings) { entry in
            guard let rating = Rating(entry), let refusal = refusal(of: rating) else { return nil }
            return Finding(
                .ratingNotEntitled, at: entry.source, consortium: entry.consortium,
                [
                    "by": rating.by, "point": rating.point, "round": rating.round.title, "reason": refusal.reason,
                    "remedy": refusal.remedy,
                ])
        }
    }

    /// Why a rating is not for who made it; nil where it is, and where nobody knows the consortium.
    func refusal(of rating: Rating) -> Refusal? {
        consortia[rating.consortium].flatMap { consortium in
            permission.refusal(
                of: .rate(rating.round), by: rating.by, on: rating.on,
                about: Subject(consortium, members: members[consortium.id] ?? []))
        }
    }

    /// Why a determination is not for those who made it; nil where it is, and where nobody knows the consortium.
    func refusal(of determination: Determination, isIncident: (String) -> Bool) -> Refusal? {
        guard let consortium = consortia[determination.consortium], let on = determination.on else { return nil }
        return permission.refusal(
            of: act(of: determination, isIncident), by: determination.by, on: on,
            about: Subject(consortium, members: members[consortium.id] ?? []))
            ?? Signatures(permission.actors).refusal(of: determination)
    }

    private mutating func note(_ determination: Determination, _ isIncident: (String) -> Bool) {
        guard let id = determination.id else { return }
        acts[id] = act(of: determination, isIncident)
    }

    /// Whether a signal is weak shows when the figures are judged: there a 不成立 of somebody whose word reaches no
    /// further takes nothing from a strong one.
    private func act(of determination: Determination, _ isIncident: (String) -> Bool) -> Act {
        switch determination.decision {
        case .confirm: .confirm
        case .dismiss: .dismiss(determination.subject.map { !isIncident($0) } ?? false ? .weakSignal : .suspicion)
        case .waive: .waive
        case .acceptPlanChange: .acceptPlanChange
        case .appeal: .appeal
        case .execute: .execute
        case .withdraw: .withdraw(determination.withdraws.flatMap { acts[$0] } ?? .confirm)
        }
    }
}
