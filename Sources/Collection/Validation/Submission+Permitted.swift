internal import FEEL
internal import Standards

extension Submission {
    /// The submission without what its source may not say (DESIGN §7), with a finding for each sort of thing refused;
    /// what a secretariat says of policies and incidents is marked as its own word. Determinations that were made before
    /// the incident that they are about are taken out as well.
    ///
    /// A submission that was set aside says nothing, and stays as it is.
    package func permitted(by authorities: Authorities) -> (Submission, [Finding]) {
        guard isAccepted else { return (self, []) }
        var submission = self
        submission.assignOwnIncidents()
        let unplaced = submission.noteUnplaced(authorities)
        var refusals = Refusals()
        let speaker = Speaker(origin: origin, authorities: authorities)
        submission.refuseRegisters(speaker, &refusals)
        submission.refuseFigures(speaker, &refusals)
        var findings = submission.resolveWithdrawals(speaker, &refusals)
        findings += submission.refuseEarlyDeterminations(authorities)
        if origin.authority == .secretariat {
            let appeals = !submission.determinations.isEmpty
            submission.forms.removeAll { $0.isReserved && !($0 == .determinations && appeals) }
            submission.policies = submission.policies.map { $0.reported(by: origin.consortium) }
            submission.incidents = submission.incidents.map { $0.reported(by: origin.consortium) }
        }
        submission.isPartlyRefused = !refusals.findings.isEmpty
        return (submission, unplaced + refusals.findings + findings)
    }

    private mutating func refuseRegisters(_ speaker: Speaker, _ refusals: inout Refusals) {
        let whole = wholeFile
        consortia = refusals.passing(consortia, "登记信息", consortium: \.id, at: { _ in whole }) {
            speaker.objection(to: $0)
        }
        transitions = refusals.passing(transitions, "状态变更", consortium: \.consortium, at: \.source) {
            speaker.objectionToOfficial(of: $0.consortium)
        }
        determinations = refusals.passing(determinations, "认定", consortium: \.consortium, at: \.source) {
            speaker.objection(to: $0)
        }
        policies = refusals.passing(policies, "政策文件", consortium: { _ in nil }, at: \.source) {
            speaker.objection(to: $0)
        }
        incidents = refusals.passing(incidents, "事件", consortium: \.consortium, at: \.source) {
            speaker.objection(to: $0)
        }
        for form in RegisterEntry.Form.allCases {
            let own = entries.filter { $0.form == form }
            let passed = refusals.passing(own, form.title, consortium: \.consortium, at: \.source) {
                form == .targets
                    ? speaker.objection(toTarget: $0.values["target"] ?? "")
                    : form.isOfSecretariats
                        ? speaker.objection(to: $0.consortium) : speaker.objectionToOfficial(of: $0.consortium)
            }
            guard passed.count < own.count else { continue }
            let kept = Set(passed)
            entries.removeAll { $0.form == form && !kept.contains($0) }
        }
        manifest = refusals.passing(manifest, "报送清单", consortium: { _ in nil }, at: \.source) { _ in
            origin.authority == .secretariat ? Speaker.reserved : nil
        }
    }

    private mutating func refuseFigures(_ speaker: Speaker, _ refusals: inout Refusals) {
        var objections: [String: Refusals.Reason] = [:]
        for consortium in observations.consortia { objections[consortium] = speaker.objection(to: consortium) }
        if !objections.isEmpty {
            for entry in observations.entries {
                let consortium = observations.consortia[Int(entry.consortium)]
                guard let objection = objections[consortium] else { continue }
                refusals.refuse("观测数据", of: consortium, at: observations.source(of: entry), objection)
            }
            observations = observations.keeping { objections[$0] == nil }
        }
        formFields = refusals.passing(formFields, "表单内容", consortium: \.consortium, at: \.source) {
            speaker.objection(to: $0.consortium)
        }
    }

    /// Takes out the determinations dated before the incident that they are about.
    private mutating func refuseEarlyDeterminations(_ authorities: Authorities) -> [Finding] {
        var findings: [Finding] = []
        let own = incidents
        determinations.removeAll { determination in
            guard let subject = determination.subject, let day = determination.on else { return false }
            let occurred = (own.filter { $0.id == subject } + authorities.incidents(subject))
                .filter { $0.consortium == determination.consortium }.compactMap(\.occurredOn)
            guard let latest = occurred.max(), day < latest else { return false }
            findings.append(
                Finding(
                    .determinationBeforeIncident, at: determination.source, consortium: determination.consortium,
                    year: determination.year,
                    ["found": day.inChinese, "subject": subject, "occurred": latest.inChinese]))
            return true
        }
        return findings
    }
}

extension Policy {
    /// The policy as a secretariat lists it itself.
    fileprivate func reported(by consortium: String?) -> Policy {
        Policy(
            id: id, level: level, region: region, title: title, number: number, issuer: issuer, issuedOn: issuedOn,
            isEffective: isEffective, evidence: evidence, validUntil: validUntil, repealedOn: repealedOn,
            hasUnknownTerm: hasUnknownTerm, hasUnknownRepeal: hasUnknownRepeal, reportedBy: consortium, source: source)
    }
}

extension Incident {
    /// The incident as a secretariat reports it itself.
    fileprivate func reported(by consortium: String?) -> Incident {
        Incident(
            id: id, consortium: self.consortium, occurredOn: occurredOn, domain: domain, severity: severity,
            hasAdverseImpact: hasAdverseImpact, status: status, evidence: evidence, description: description,
            reportedBy: consortium, source: source)
    }
}

extension RegisterEntry.Form {
    fileprivate var title: String {
        switch self {
        case .members: "成员单位"
        case .workplans: "工作计划"
        case .documents: "材料"
        case .tasks: "任务"
        case .ratings: "评定"
        case .evaluations: "评价"
        case .targets: "目标完成情况"
        case .quarters: "季度数"
        case .statements: "声明"
        }
    }
}
