internal import Standards

/// Of whom and of what the sender of a submission may speak.
struct Speaker {
    let origin: Origin
    let authorities: Authorities

    private var own: String { origin.consortium ?? "" }
    private var isSecretariat: Bool { origin.authority == .secretariat }

    /// Why nothing may be said of a consortium; nil where it may.
    func objection(to consortium: String) -> Refusals.Reason? {
        if isSecretariat {
            guard consortium.identifier != own.identifier || own.isEmpty else { return nil }
            let sender = own.isEmpty ? "报送单位不明，" : "\(own)秘书处"
            return Refusals.Reason(
                text: "\(sender)只能报送本联合体的内容", remedy: "请核对联合体编号；确属\(consortium)的，请由其秘书处报送。")
        }
        switch authorities.lies(consortium, in: origin.region) {
        case true?: return nil
        case false?:
            return Refusals.Reason(
                text: "\(consortium)不在\(regionName)，\(regionName)主管部门只能登记本地区的",
                remedy: "请由其所在地区的主管部门报送。")
        case nil:
            return Refusals.Reason(
                text: "\(consortium)没有登记，无法确认在\(regionName)", remedy: "请先登记该联合体。")
        }
    }

    /// Why an entry that only an authority may make is refused, or one of a consortium elsewhere; nil where it is not.
    func objectionToOfficial(of consortium: String) -> Refusals.Reason? {
        isSecretariat ? Self.reserved : objection(to: consortium)
    }

    /// Why a determination is refused; nil where it is not. A secretariat appeals for its own consortium, and says nothing
    /// else of this sort.
    func objection(to determination: Determination) -> Refusals.Reason? {
        isSecretariat && determination.decision == .appeal
            ? objection(to: determination.consortium) : objectionToOfficial(of: determination.consortium)
    }

    static let reserved = Refusals.Reason(text: "须由主管部门报送，秘书处无权报送", remedy: "请报主管部门办理。")

    /// Why a register of consortia may not say this; nil where it may. Whoever is registered elsewhere stays there.
    func objection(to entry: Consortium) -> Refusals.Reason? {
        if isSecretariat { return Self.reserved }
        guard !origin.region.isEmpty else { return nil }
        if let known = authorities.consortia[entry.id], !known.lies(in: origin.region) {
            return objection(to: entry.id)
        }
        let place = entry.province.isEmpty && entry.prefecture.isEmpty ? authorities.consortia[entry.id] : entry
        if place?.lies(in: origin.region) == true { return nil }
        return Refusals.Reason(
            text: place == nil ? "没有写明省份、市州，无法确认在\(regionName)" : "所填省份、市州不在\(regionName)，\(regionName)主管部门只能登记本地区的",
            remedy: "请核对省份、市州，或由所在地区的主管部门登记。")
    }

    /// Why a policy may not be registered; nil where it may. A secretariat only says that it knows of it.
    func objection(to policy: Policy) -> Refusals.Reason? {
        // Where a policy is in force whose region cannot be read nobody knows: within the authority's own, if anywhere.
        if isSecretariat || !policy.isPlaced || RegionCode.contains(origin.region, policy.region) { return nil }
        return elsewhere
    }

    /// Why an incident may not be told; nil where it may.
    func objection(to incident: Incident) -> Refusals.Reason? {
        if !isSecretariat, !authorities.consortia.contains(incident.consortium) { return nil }
        if let objection = objection(to: incident.consortium) { return objection }
        return isSecretariat && authorities.isRegistered(incident: incident.id) ? Self.registered : nil
    }

    /// Why what has become of a target may not be registered, or taken back; nil where it may. A target that nobody knows
    /// is of no region, and counts nowhere.
    func objection(toTarget id: String) -> Refusals.Reason? {
        if isSecretariat { return Self.reserved }
        guard let target = authorities.targets.named(id) else {
            let known = authorities.targets.map(\.id).joined(separator: "、")
            return Refusals.Reason(
                text: "目标编号“\(id)”无法识别", remedy: known.isEmpty ? "本标准没有列地方目标。" : "请改为\(known)之一。")
        }
        return RegionCode.contains(origin.region, target.region) ? nil : elsewhere
    }

    /// Why a submission may not be taken back; nil where it may.
    func objection(toWithdrawing sent: SentSubmission) -> Refusals.Reason? {
        if isSecretariat {
            guard sent.origin.authority == .secretariat, !own.isEmpty,
                sent.origin.consortium?.identifier == own.identifier
            else {
                return Refusals.Reason(text: "该材料不是\(own)秘书处报送的", remedy: "请核对回执编号，或由报送单位撤回。")
            }
            return sent.isOpen ? nil : Self.closed
        }
        switch (sent.origin.authority, sent.origin.consortium) {
        case (.secretariat, let consortium?): return objection(to: consortium)
        case (.secretariat, nil): return origin.region.isEmpty ? nil : elsewhere
        case (.authority, _):
            let isWithin =
                origin.region.isEmpty
                || !sent.origin.region.isEmpty && RegionCode.contains(origin.region, sent.origin.region)
            return isWithin ? nil : elsewhere
        }
    }

    /// Why an entry of a register may not be taken back; nil where it may.
    func objection(toWithdrawing line: WithdrawalLine) -> Refusals.Reason? {
        if isSecretariat {
            guard line.form?.isOfSecretariats == true else { return Self.reserved }
            if line.form == .incidents, let id = line.entry, authorities.isRegistered(incident: id) {
                return Self.registered
            }
            if let consortium = line.consortium, let objection = objection(to: consortium) { return objection }
            // They are due on days of their own, within the window of figures or not.
            let isUnbound = line.form == .documents || line.form == .workplans || line.form == .tasks
            return line.receipt == nil && !isUnbound && !authorities.isWindowOpen ? Self.closed : nil
        }
        if line.form == .targets {
            return objection(toTarget: String((line.entry ?? "").prefix { $0 != "\u{1F}" }))
        }
        if let consortium = line.consortium { return objection(to: consortium) }
        if let region = line.region, !RegionCode.contains(origin.region, region) { return elsewhere }
        return nil
    }

    private var regionName: String { authorities.name(of: origin.region) }

    private var elsewhere: Refusals.Reason {
        Refusals.Reason(text: "不在\(regionName)，\(regionName)主管部门只能登记本地区的", remedy: "请由所在地区的主管部门报送。")
    }

    private static let registered = Refusals.Reason(
        text: "主管部门已登记该编号的事件，秘书处不能更改", remedy: "有不同意见的，请向主管部门说明；另有事件的，请另编号报送。")
    private static let closed = Refusals.Reason(text: "报送期已结束，秘书处不能再撤回", remedy: "请报主管部门撤回。")
}

extension FormKind {
    /// Whether a secretariat may send entries of the form.
    fileprivate var isOfSecretariats: Bool {
        switch self {
        case .policies, .incidents, .members, .workplans, .documents, .tasks: true
        default: false
        }
    }

    /// Whether the form is an authority's alone.
    var isReserved: Bool {
        switch self {
        case .consortia, .transitions, .determinations, .manifest, .ratings, .evaluations, .targets: true
        default: false
        }
    }
}
