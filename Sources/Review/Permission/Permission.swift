package import FEEL
package import Standards

/// Tells whether people may put something on record (DESIGN §9). Pure: whoever asks brings what is known of the
/// consortium.
package struct Permission: Sendable {
    package let actors: ActorBook
    private let regions: RegionNames

    /// - Parameter regions: gives regions their names in messages.
    package init(_ actors: ActorBook, regions: RegionNames = RegionNames()) {
        self.actors = actors
        self.regions = regions
    }

    /// Why what `by` says may not be put on record; nil where it may. Everybody named has to be entitled, each by
    /// himself: a name that adds nothing takes something away.
    ///
    /// - Parameters:
    ///   - by: one name, or several as 甲、乙.
    ///   - day: when it was decided.
    package func refusal(of act: Act, by: String, on day: CalendarDate, about subject: Subject) -> Refusal? {
        let names = ActorBook.names(in: by)
        for name in names {
            guard let actor = actors.actor(named: name) else { return unknown(name) }
            if let refusal = refusal(of: act, by: actor, on: day, about: subject) { return refusal }
        }
        let count = Set(names).count
        guard count < act.peopleNeeded else { return nil }
        return Refusal(
            rule: .people, reason: "\(act.title)须由\(act.peopleNeeded)人共同作出，只写了\(names.joined(separator: "、"))",
            remedy: "请由另一位\(titles(of: act.roles))复核，并写成“甲、乙”。")
    }

    private func refusal(of act: Act, by actor: Actor, on day: CalendarDate, about subject: Subject) -> Refusal? {
        guard actor.role.mayRecord(act) else {
            return Refusal(
                rule: .role, reason: "\(actor.name)是\(actor.role.title)，无权作出“\(act.title)”",
                remedy: "请报\(titles(of: act.roles))办理。")
        }
        if actor.role.isOfConsortia { return refusal(of: act, byParty: actor, on: day, about: subject) }
        guard subject.regions.contains(where: { RegionCode.contains(actor.region, $0) }) else {
            return Refusal(
                rule: .region, reason: "\(actor.name)只管\(regions[actor.region])，\(subject.consortium)不在该地区",
                remedy: "请由其所在地区的\(actor.role.title)办理。")
        }
        return refusal(of: actor, on: day)
            ?? tie(of: actor, to: subject).map { tie in
                Refusal(
                    rule: .recusal, reason: "\(actor.name)\(tie)，应当回避",
                    remedy: "请由与\(subject.consortium)没有利害关系的人员办理。")
            }
    }

    /// Who appeals is a party: there is nothing to keep away from, and one consortium to speak for.
    private func refusal(of act: Act, byParty actor: Actor, on day: CalendarDate, about subject: Subject) -> Refusal? {
        guard actor.consortia.contains(subject.consortium) else {
            return Refusal(
                rule: .region,
                reason:
                    "\(actor.name)是\(actor.consortia.joined(separator: "、"))秘书处的，不能替\(subject.consortium)作出“\(act.title)”",
                remedy: "请由\(subject.consortium)秘书处办理。")
        }
        return refusal(of: actor, on: day)
    }

    private func refusal(of actor: Actor, on day: CalendarDate) -> Refusal? {
        guard !actor.isAppointed(on: day) else { return nil }
        return Refusal(
            rule: .term, reason: "\(actor.name)在\(day.inChinese)不在任期内（\(term(of: actor))）", remedy: "请由在任的人员办理。")
    }

    /// What ties somebody to a consortium; nil where nothing does.
    private func tie(of actor: Actor, to subject: Subject) -> String? {
        if let unit = subject.units.first(where: { unit in actor.units.contains { $0.isSame(as: unit) } }) {
            return "与\(subject.consortium)的成员单位“\(unit.name)”有利害关系"
        }
        return actor.recusals.contains(subject.consortium) ? "已申请对\(subject.consortium)回避" : nil
    }

    private func unknown(_ name: String) -> Refusal {
        let nearest = NameSuggestion.nearest(to: name, among: actors.actors.map(\.name)).map { "是不是“\($0)”？" } ?? ""
        return Refusal(
            rule: .unknownActor, reason: "人员名单里没有“\(name)”", remedy: "\(nearest)请核对姓名，或由运维人员登记到人员名单。")
    }

    private func titles(of roles: [Role]) -> String { roles.map(\.title).joined(separator: "或") }

    private func term(of actor: Actor) -> String {
        switch (actor.from, actor.until) {
        case (let from?, let until?): "\(from.inChinese)至\(until.inChinese)"
        case (let from?, nil): "\(from.inChinese)起"
        case (nil, let until?): "至\(until.inChinese)止"
        case (nil, nil): "长期"
        }
    }
}
