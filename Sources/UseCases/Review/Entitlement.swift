internal import Collection
internal import FEEL
internal import Review
internal import Standards

/// Holds what registers say that people decided against the roles of those who did (DESIGN §9): determinations, ratings
/// and transitions of an authority's, appeals of a secretariat's.
///
/// A transition is made known by an organ's document whose number it bears, and those of past years were made before there
/// was a list of people. So where 决定机关 names nobody of the list, the organ stands for its people, as far as one of its
/// region may go: a province as far as 省级推荐, the ministry anywhere. Where it names anybody of the list, it names people,
/// and each has to be entitled.
struct Entitlement {
    private let permission: Permission
    private let today: CalendarDate
    private var consortia: [String: Consortium]
    private var members: [String: [RegisterEntry]]
    /// What an earlier determination decided, by its id.
    private var acts: [String: Act] = [:]

    init(
        _ permission: Permission, consortia: [Consortium], members: [RegisterEntry], determinations: [Determination],
        today: CalendarDate
    ) {
        self.permission = permission
        self.today = today
        self.consortia = Dictionary(consortia.map { ($0.id, $0) }) { _, later in later }
        self.members = Dictionary(grouping: members, by: \.consortium)
        for determination in determinations { note(determination) { _ in false } }
    }

    /// Takes out of a submission what those who made it may not decide, and learns what it says for those that follow.
    /// - Throws: ``Failure`` where a signature could not be checked.
    mutating func examine(_ submission: inout Submission, isIncident: (String) -> Bool) throws -> [Finding] {
        for consortium in submission.consortia { consortia[consortium.id] = consortium }
        for entry in submission.entries where entry.form == .members {
            members[entry.consortium, default: []].append(entry)
        }
        let origin = submission.origin
        let findings = try submission.withhold { determination in
            guard let refusal = try refusal(of: determination, from: origin, isIncident: isIncident) else { return nil }
            return Finding(
                .notEntitled, at: determination.source, consortium: determination.consortium,
                year: determination.year,
                [
                    "by": determination.by, "clause": determination.clause,
                    "decision": determination.decision.title, "reason": refusal.reason, "remedy": refusal.remedy,
                ])
        }
        for determination in submission.determinations { note(determination, isIncident) }
        return try findings + withholdRatings(of: &submission)
            + submission.withholdTransitions { transition in
                guard let refusal = try refusal(of: transition, from: origin) else { return nil }
                return Finding(
                    .transitionNotEntitled, at: transition.source, consortium: transition.consortium,
                    [
                        "by": transition.by.isEmpty ? "登记表" : transition.by, "consortium": transition.consortium,
                        "to": transition.to.title, "reason": refusal.reason, "remedy": refusal.remedy,
                    ])
            }
    }

    private func withholdRatings(of submission: inout Submission) throws -> [Finding] {
        try submission.withhold(entriesOf: .ratings) { entry in
            guard let rating = Rating(entry), let refusal = try refusal(of: rating) else { return nil }
            return Finding(
                .ratingNotEntitled, at: entry.source, consortium: entry.consortium,
                [
                    "by": rating.by, "point": rating.point, "round": rating.round.title, "reason": refusal.reason,
                    "remedy": refusal.remedy,
                ])
        }
    }

    /// Why a rating is not for who made it; nil where it is, and where nobody knows the consortium.
    /// - Throws: ``Failure`` where its signature could not be checked; the same of what is decided otherwise.
    func refusal(of rating: Rating) throws(Failure) -> Refusal? {
        guard let consortium = consortia[rating.consortium] else { return nil }
        return try refusal(
            of: .rate(rating.round), by: rating.by, on: rating.on, about: consortium, SignedDecision(rating),
            rating.signature)
    }

    /// Why a determination is not for those who made it; nil where it is, and where nobody knows the consortium.
    ///
    /// - Parameter origin: who sent it; a secretariat says itself who appeals in its name.
    func refusal(
        of determination: Determination, from origin: Origin = .ministry, isIncident: (String) -> Bool
    ) throws(Failure) -> Refusal? {
        guard let consortium = consortia[determination.consortium], let on = determination.on else { return nil }
        var by = determination.by
        if origin.authority == .secretariat {
            by = ActorBook.names(in: by).filter { permission.actors.actor(named: $0) != nil }.joined(separator: "、")
            guard !by.isEmpty else { return nil }
        }
        return try refusal(
            of: act(of: determination, isIncident), by: by, on: on, about: consortium, SignedDecision(determination),
            determination.signature)
    }

    /// Why a transition is not for who decided it; nil where it is, and where nobody knows the consortium.
    func refusal(of transition: Transition, from origin: Origin) throws(Failure) -> Refusal? {
        guard let consortium = consortia[transition.consortium] else { return nil }
        let act = Act.transition(transition.to)
        guard ActorBook.names(in: transition.by).contains(where: { permission.actors.actor(named: $0) != nil }) else {
            let isWithin = origin.region.isEmpty || Role.provincialVerifier.mayRecord(act)
            return isWithin
                ? nil
                : Refusal(
                    rule: .role, reason: "地方主管部门只登记省级推荐的申报，“\(act.title)”须由部级审定作出",
                    remedy: "请报\(act.roles.map(\.title).joined(separator: "或"))办理，并在“决定机关”写明决定人。")
        }
        return try refusal(
            of: act, by: transition.by, on: transition.on, about: consortium, SignedDecision(transition),
            transition.signature)
    }

    /// Why an act is not for who did it on that day, or lacks a signature that holds; nil where neither.
    private func refusal(
        of act: Act, by: String, on day: CalendarDate, about consortium: Consortium, _ decision: SignedDecision,
        _ signature: String?
    ) throws(Failure) -> Refusal? {
        let subject = Subject(consortium, members: members[consortium.id] ?? [])
        if let refusal = refusal(ofDay: day) ?? permission.refusal(of: act, by: by, on: day, about: subject) {
            return refusal
        }
        return try Signatures(permission.actors).refusal(of: decision, by: by, signature)
    }

    /// What people decide is decided when it is recorded, or was before.
    private func refusal(ofDay day: CalendarDate) -> Refusal? {
        guard day > today else { return nil }
        return Refusal(
            rule: .date, reason: "日期\(day.inChinese)在今天（\(today.inChinese)）之后", remedy: "请核对日期，在作出以后再登记。")
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
